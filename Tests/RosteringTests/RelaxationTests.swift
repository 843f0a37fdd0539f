import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

@Suite struct RelaxationTests {
  /// Seats and leads that become rows only where a point breaks them leave the optimum as it is with all of them as rows.
  @Test(arguments: seeds(60)) func limitsAreCountedWhereTheyMatter(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed, size: seed % 2 == 0 ? .busy : .usual)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let relaxation = Relaxation(problem)
    let every = Relaxation.Start(
      basis: SimplexBasis(rowCount: 0, columnCount: 0), limits: Array(relaxation.floorLimits.indices))
    let lazy = try relaxation.solve(isCancelled: { false })
    let whole = try relaxation.solve(from: every, isCancelled: { false })
    #expect((lazy == nil) == (whole == nil))
    guard let lazy, let whole else { return }
    #expect(abs(lazy.objective - whole.objective) < 1e-6 * max(1, abs(whole.objective)))
    let counted = try #require(lazy.start).limits
    #expect(Set(counted).count == counted.count)
    // Going on from there takes no step.
    let again = try #require(try relaxation.solve(from: lazy.start, isCancelled: { false }))
    #expect(again.objective == lazy.objective || abs(again.objective - lazy.objective) < 1e-9 * abs(lazy.objective))
    #expect(again.iterations == 0)
  }
}
