import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// The search's incremental figures against the evaluation from scratch, move by move.
@Suite struct SearchInvariantTests {
  @Test(arguments: seeds(40)) func everyMoveKeepsTheBooks(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed, size: seed % 4 == 0 ? .long : .usual)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let tables = SearchTables(problem)
    let state = SearchState(tables, from: RosterAssignment(empty: problem))
    let bath = HeatBath(state, seed: seed, stream: 1)
    let people = (0..<Int32(problem.people.count)).map { $0 }
    for step in 0..<60 {
      bath.run(people: people, days: 0..<problem.dayCount, moves: 1 + step, temperature: 60 / Double(1 + step))
      let total = state.total()
      let scratch = RosterEvaluation(problem: problem, assignment: state.assignment)
      #expect(abs(total.objective - total.broken - scratch.objective) < 1e-6)
      #expect((total.broken == 0) == (scratch.violations == 0))
      let fresh = SearchState(tables, from: state.assignment)
      withExtendedLifetime(fresh) {
        for person in problem.people.indices {
          #expect(state.tallies[person] == fresh.tallies[person])
        }
      }
    }
  }

  /// Where no lead is to come, each of those whom none leads is seen to help by going.
  @Test func fewerWithoutALeadBreakLess() throws {
    var centre = PlainCentre.centre((0..<50).map { Agent(id: "\($0)", grade: $0 < 2 ? .lead : .agent) })
    centre.rules.leadSpan = 20
    let problem = RosterProblem(centre: centre, period: PlainCentre.week, requirement: Requirement(rows: []))
    let early = try #require(problem.shifts.firstIndex { $0.code == PlainCentre.early.code }) + 1
    var assignment = RosterAssignment(empty: problem)
    for person in 0..<50 { assignment.choices[person * problem.dayCount] = UInt8(early) }
    let state = SearchState(SearchTables(problem), from: assignment)
    let slot = try #require(problem.shifts[early - 1].duty.first).lowerBound
    var broken = state.brokenRules(slot)
    for person in 2..<10 {
      _ = state.takeOut(person, 0)
      #expect(state.brokenRules(slot) < broken)
      broken = state.brokenRules(slot)
    }
    #expect(broken == 0)
  }

  /// The same seed gives the same roster with one thread and with two.
  @Test func threadsDoNotChangeTheRoster() throws {
    let planned = TinyCentre.random(
      seed: 3, size: TinyCentre.Size(people: 12...12, days: 14...14, shifts: 4...4, mealStarts: 3))
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    func assignment(_ threads: Int) -> RosterAssignment {
      let schedule = AnnealingSchedule(
        firstTemperature: 60, lastTemperature: 1, epochs: 20, sweeps: 200, firstViolation: 200)
      return Annealing(tables: SearchTables(problem), schedule: schedule, seed: 5, threads: threads)
        .run(from: RosterAssignment(empty: problem)) { _, _ in false }.last
    }
    #expect(assignment(1) == assignment(2))
  }
}
