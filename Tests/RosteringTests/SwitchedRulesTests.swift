import Checking
import Foundation
import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// The engine with the rules a planner may switch on, drawn at random, against the recomputation and going through all
/// rosters.
@Suite struct SwitchedRulesTests {
  private static let size = TinyCentre.Size(
    people: 1...2, days: 3...5, shifts: 1...2, mealStarts: 1, demand: 60...160, isLoose: true)

  /// Move by move: the search's figures, the evaluation from scratch and the recomputation tell the same story.
  @Test(arguments: seeds(60)) func everyMoveKeepsTheBooks(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed, size: seed % 3 == 0 ? .long : .usual).withSwitchedRules(seed: seed)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    guard LockConflicts(problem: problem).proofs().isEmpty else { return }
    let checker = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let state = SearchState(SearchTables(problem), from: RosterAssignment(locked: problem))
    let bath = HeatBath(state, seed: seed, stream: 1)
    let people = (0..<Int32(problem.people.count)).map { $0 }
    for step in 0..<30 {
      state.set(SearchTerms(slotViolation: step < 15 ? 40 : 9_000))
      bath.run(people: people, days: 0..<problem.dayCount, moves: 1 + step, temperature: 60 / Double(1 + step))
      let total = state.total()
      let scratch = RosterEvaluation(problem: problem, assignment: state.assignment)
      let check = checker.check(problem.roster(state.assignment))
      #expect(abs(total.objective - total.broken - scratch.objective) < 1e-6)
      #expect((total.broken == 0) == (scratch.violations == 0))
      #expect(check.violations.isEmpty == (scratch.violations == 0), "\(check.violations.map { $0.text(.english) })")
      for term in scratch.terms {
        #expect(abs(term.yuan - check.yuan(of: term.name).doubleValue) < 1e-5, "\(term.name)")
      }
      #expect(abs(check.objective.doubleValue - scratch.objective) < 1e-4)
    }
  }

  /// What a rule measures of two days far enough apart adds up: the search draws them jointly on that ground.
  @Test(arguments: seeds(60)) func measuresOfDistantDaysAddUp(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed, size: .long).withSwitchedRules(seed: seed)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    guard let sequence = problem.sequence, problem.dayCount > SequenceRules.reach + 1 else { return }
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      var row = (0..<problem.dayCount).map { _ in
        random.below(3) == 0 ? 0 : UInt8(random.below(problem.choiceCount))
      }
      let day = random.below(problem.dayCount - SequenceRules.reach - 1)
      let other = day + SequenceRules.reach + 1
      // No run of work reaches from one day to the other.
      row[day + 1 + random.below(SequenceRules.reach)] = 0
      let choices = [row[day], row[other]]
      for rule in 0..<sequence.ruleCount {
        func measured(_ first: UInt8, _ second: UInt8) -> Double {
          row[day] = first
          row[other] = second
          return sequence.measure(rule, 0, row)
        }
        let sum = measured(choices[0], 0) + measured(0, choices[1]) - measured(0, 0)
        #expect(abs(measured(choices[0], choices[1]) - sum) < 1e-9, "\(sequence.keys[rule])")
      }
    }
  }

  @Test(arguments: seeds(120)) func boundCheapestAndRosterAreInOrder(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed, size: Self.size).withSwitchedRules(seed: seed)
    guard let outcome = Enumeration.optimum(planned, limit: 30_000) else { return }
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    let result = Result { try RosterEngine(problem: problem, options: options).solve() }
    guard case .optimum(_, let yuan) = outcome else {
      #expect(throws: RosterError.self) { try result.get() }
      return
    }
    let solved = try result.get()
    let check = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
      .check(solved.roster)
    #expect(check.violations.isEmpty, "\(check.violations.map { $0.text(.english) })")
    #expect(abs(check.objective.doubleValue - solved.solution.objective) < 1e-3)
    #expect(solved.solution.lowerBound <= yuan.doubleValue + 1e-4)
    #expect(solved.solution.objective >= yuan.doubleValue - 1e-3)
    // The search proves nothing, but on centres this small it comes close.
    #expect(solved.solution.objective <= yuan.doubleValue * 1.05 + 1)
  }

  /// The whole integer program states every rule exactly: its optimum is the cheapest of all rosters.
  @Test(arguments: seeds(120)) func theWholeProgramHasTheCheapestRosterAsOptimum(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed, size: Self.size).withSwitchedRules(seed: seed)
    guard let outcome = Enumeration.optimum(planned, limit: 30_000) else { return }
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let exact = try GLPKSolver.solve(WholeProgram(problem).program, options: SolverOptions())
    switch outcome {
    case .infeasible: #expect(exact.status == .infeasible)
    case .optimum(_, let yuan): #expect(abs(try #require(exact.objective) - yuan.doubleValue) < 0.001)
    }
  }
}
