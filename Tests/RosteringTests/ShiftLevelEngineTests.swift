import Checking
import Rostering
import Testing
import TestSupport
import Vocabulary

/// Rosters of whole shifts against every roster there is, and the promises of the engine.
@Suite struct ShiftLevelEngineTests {
  private func solve(
    _ problem: ShiftLevelProblem, effort: Effort = .quick, threads: Int = 1, seed: UInt64 = 1
  ) throws(ShiftLevelError) -> ShiftLevelOutcome {
    var options = ShiftLevelOptions()
    options.effort = effort
    options.threads = threads
    options.seed = seed
    return try ShiftLevelEngine(problem: problem, options: options).solve()
  }

  @Test(arguments: 0..<8)
  func theBestRosterOfAll(block: UInt64) throws {
    var feasible = 0
    for seed in (block * 25)..<(block * 25 + 25) {
      let problem = TinyShiftLevel.problem(seed: seed)
      let least = TinyShiftLevel.leastCost(problem)
      do throws(ShiftLevelError) {
        let outcome = try solve(problem)
        feasible += 1
        #expect(outcome.cost == least, "seed \(seed)")
        #expect(outcome.lowerBound <= least ?? .min, "seed \(seed)")
        let check = TinyShiftLevel.check(outcome.roster, of: problem)
        #expect(check.violations == [], "seed \(seed)")
        #expect(check.cost == outcome.cost, "seed \(seed)")
      } catch {
        #expect(least == nil, "seed \(seed): \(error)")
      }
    }
    #expect(feasible >= 5)
  }
}
