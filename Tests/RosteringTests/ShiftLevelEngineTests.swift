import Checking
import Rostering
import Testing
import TestSupport
import Vocabulary

/// Rosters of whole shifts against every roster there is, and the promises of the engine.
@Suite struct ShiftLevelEngineTests {
  private func solve(
    _ problem: ShiftLevelProblem, threads: Int = 1, seed: UInt64 = 1, workShare: Double = 1, seconds: Double? = nil,
    mostDaysByColumns: Int = 100
  ) throws(ShiftLevelError) -> ShiftLevelOutcome {
    var options = ShiftLevelOptions()
    options.effort = .quick
    options.threads = threads
    options.seed = seed
    options.workShare = workShare
    options.timeLimitSeconds = seconds
    options.mostDaysByColumns = mostDaysByColumns
    return try ShiftLevelEngine(problem: problem, options: options).solve()
  }

  /// A thousand tiny problems, of which each roster can be looked at.
  @Test(arguments: 0..<8)
  func theBestRosterOfAll(block: UInt64) throws {
    var feasible = 0
    for seed in (block * 125)..<(block * 125 + 125) {
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
    #expect(feasible >= 25)
  }

  /// The bound of long horizons, where it can be compared with the best of all rosters.
  @Test func theBoundByPricesIsNeverAboveTheBestRosterOfAll() throws {
    var feasible = 0
    for seed in UInt64(0)..<1000 {
      let problem = TinyShiftLevel.problem(seed: seed)
      guard let least = TinyShiftLevel.leastCost(problem) else { continue }
      let outcome = try solve(problem, workShare: 0.001, mostDaysByColumns: 0)
      feasible += 1
      #expect(outcome.lowerBound <= least, "seed \(seed)")
      #expect(outcome.cost >= least, "seed \(seed)")
      #expect(TinyShiftLevel.check(outcome.roster, of: problem).violations == [], "seed \(seed)")
    }
    #expect(feasible >= 500)
  }

  /// A month whose best cost is proved by columns: prices alone prove most of it, and no more. What is missing are hours,
  /// which a month counts in few whole shifts.
  @Test(arguments: [5, 6])
  func theBoundByPricesIsMostOfTheBestCost(seed: UInt64) throws {
    let problem = SizedShiftLevel.problem(people: 10, days: 28, seed: seed)
    let best = try solve(problem)
    #expect(best.isOptimal)
    let long = try solve(problem, workShare: 0.02, mostDaysByColumns: 0)
    #expect(long.lowerBound <= best.cost)
    #expect(Double(long.lowerBound) >= 0.7 * Double(best.cost))
  }

  /// Half a year has no columns.
  @Test func aLongHorizonHasABound() throws {
    let outcome = try solve(SizedShiftLevel.problem(people: 10, days: 182, seed: 5), threads: 2, workShare: 0.02)
    #expect(outcome.lowerBound <= outcome.cost)
    #expect(Double(outcome.lowerBound) >= 0.9 * Double(outcome.cost))
  }

  /// A month by columns, half a year in windows of days.
  @Test(arguments: [28, 182])
  func theRosterIsTheSameForAnyNumberOfThreads(days: Int) throws {
    let problem = SizedShiftLevel.problem(people: 10, days: days, seed: 5)
    let outcomes = try [1, 2, 5].map { try solve(problem, threads: $0, workShare: 0.02) }
    let check = TinyShiftLevel.check(outcomes[0].roster, of: problem)
    #expect(check.violations == [])
    #expect(check.cost == outcomes[0].cost)
    #expect(outcomes[0].lowerBound <= outcomes[0].cost)
    for outcome in outcomes {
      #expect(outcome.roster == outcomes[0].roster)
      #expect(outcome.lowerBound == outcomes[0].lowerBound)
    }
  }

  /// A month of ten people, solved to the proof.
  @Test(arguments: [5, 6])
  func theCostOfAMonthIsProved(seed: UInt64) throws {
    let problem = SizedShiftLevel.problem(people: 10, days: 28, seed: seed)
    let outcome = try solve(problem)
    let check = TinyShiftLevel.check(outcome.roster, of: problem)
    #expect(check.violations == [])
    #expect(check.cost == outcome.lowerBound)
    #expect(outcome.isOptimal)
  }

  /// Ended at once, there still is a roster, and it keeps the rules.
  @Test(arguments: [14, 84, 364])
  func theTimeLimitLeavesARoster(days: Int) throws {
    let problem = SizedShiftLevel.problem(people: 12, days: days, seed: 9)
    let outcome = try solve(problem, threads: 2, seconds: 0.01)
    let check = TinyShiftLevel.check(outcome.roster, of: problem)
    #expect(check.violations == [])
    #expect(check.cost == outcome.cost)
  }
}
