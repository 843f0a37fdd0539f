import Checking
import Foundation
import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// The engine and the whole integer program against going through all rosters.
@Suite struct EnumerationOracleTests {
  private static let size = TinyCentre.Size.enumerable

  @Test(arguments: seeds(60)) func theWholeProgramHasTheCheapestRosterAsOptimum(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed, size: Self.size)
    guard let outcome = Enumeration.optimum(planned, limit: 30_000) else { return }
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let exact = try GLPKSolver.solve(WholeProgram(problem).program, options: SolverOptions())
    switch outcome {
    case .infeasible: #expect(exact.status == .infeasible)
    case .optimum(_, let yuan): #expect(abs(try #require(exact.objective) - yuan.doubleValue) < 0.001)
    }
  }

  @Test(arguments: seeds(60)) func theBoundIsNotAboveAndTheRosterNotBelowTheCheapest(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed, size: Self.size)
    guard case .optimum(_, let yuan)? = Enumeration.optimum(planned, limit: 30_000) else { return }
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    let solution = try RosterEngine(problem: problem, options: options).solve().solution
    #expect(solution.lowerBound <= yuan.doubleValue + 1e-4)
    #expect(solution.objective >= yuan.doubleValue - 1e-3)
  }
}
