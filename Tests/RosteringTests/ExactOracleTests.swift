import Checking
import Foundation
import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// The engine against the whole integer program on tiny centres, every roster through the independent checker.
@Suite struct ExactOracleTests {
  private static let work: RosterOptions = {
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    return options
  }()

  @Test(arguments: seeds(150)) func boundOptimumAndRosterAreInOrder(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var options = SolverOptions()
    options.nodeLimit = 2_000
    let whole = WholeProgram(problem)
    let exact = try GLPKSolver.solve(whole.program, options: options)
    let result = Result { try RosterEngine(problem: problem, options: ExactOracleTests.work).solve() }
    guard let optimum = exact.objective, exact.status == .optimal else {
      if exact.status == .infeasible { #expect(throws: RosterError.self) { try result.get() } }
      return
    }
    let outcome = try result.get()
    #expect(abs(objective(of: outcome.roster, planned) - outcome.solution.objective) < 0.001)
    #expect(outcome.solution.lowerBound <= optimum + 1e-4)
    #expect(optimum <= outcome.solution.objective + 1e-4)
    if outcome.solution.status == .optimal { #expect(outcome.solution.objective <= optimum + 0.01) }
    let exactRoster = problem.roster(whole.assignment(exact.values))
    #expect(abs(objective(of: exactRoster, planned) - optimum) < 0.001)
  }

  /// The checker's objective of a roster that must keep every hard rule.
  private func objective(of roster: Roster, _ planned: PlannedCase) -> Double {
    let checker = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let check = checker.check(roster)
    #expect(check.violations.isEmpty, "\(check.violations.map { $0.text(.english) })")
    return check.objective.doubleValue
  }
}
