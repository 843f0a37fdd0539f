import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// Exchanges among alike people against every dealing there is.
@Suite struct ExchangeTests {
  @Test(arguments: seeds(60)) func assignmentIsTheCheapestPermutation(seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: 0)
    let size = 1 + random.below(6)
    let costs = (0..<(size * size)).map { _ in random.below(4) == 0 ? 1e12 : random.uniform() * 100 }
    let memory = costs.copiedToFlatMemory()
    defer { memory.deallocate() }
    let problem = AssignmentProblem(most: 6)
    let saved = problem.solve(memory, size: size)
    func cost(_ columns: [Int]) -> Double {
      columns.enumerated().reduce(0) { $0 + costs[$1.offset * size + $1.element] }
    }
    let identity = cost(Array(0..<size))
    let least = permutations(of: size).map(cost).min() ?? 0
    let found = cost((0..<size).map { problem.columns[$0] })
    #expect(abs(found - least) <= 1e-12 * identity)
    #expect(abs(saved - (identity - least)) <= 1e-9 * max(1, identity))
  }

  @Test func dayIsDealtAtTheLeastOwnCost() {
    var dealt = 0
    for seed in seeds(40) {
      let month = RandomMonth(seed: seed)
      for group in month.groups {
        for day in 0..<month.problem.dayCount {
          let least = month.leastOwnCost(group, days: day..<(day + 1))
          DayExchange(month.state, most: group.count).run(group, day: day)
          dealt += month.expect(group, costs: least) ? 1 : 0
        }
      }
      month.expectFloorAndBooks()
    }
    #expect(dealt > 100)
  }

  @Test func stretchIsDealtAtTheLeastOwnCost() {
    var dealt = 0
    for seed in seeds(40) {
      let month = RandomMonth(seed: seed)
      var random = SeededRandom(seed: seed, stream: 9)
      for group in month.groups {
        for _ in 0..<8 {
          let first = random.below(month.problem.dayCount)
          let days = first..<min(month.problem.dayCount, first + 1 + random.below(6))
          let least = month.leastOwnCost(group, days: days)
          StretchExchange(month.state).run(group[...], days: days)
          dealt += month.expect(group, costs: least) ? 1 : 0
        }
      }
      month.expectFloorAndBooks()
    }
    #expect(dealt > 100)
  }
}

/// All orders of the first whole numbers.
private func permutations(of size: Int) -> [[Int]] {
  guard size > 0 else { return [[]] }
  return permutations(of: size - 1).flatMap { shorter in
    (0...shorter.count).map { place in
      var longer = shorter
      longer.insert(size - 1, at: place)
      return longer
    }
  }
}

/// A tiny centre's month after some hot moves.
private struct RandomMonth {
  let problem: RosterProblem
  let state: SearchState
  let groups: [[Int]]
  private let floor: FloorCount
  private let before: Double

  init(seed: UInt64) {
    let planned = TinyCentre.random(
      seed: seed, size: TinyCentre.Size(people: 5...9, days: 7...14, shifts: 3...5, mealStarts: 2))
    problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    state = SearchState(SearchTables(problem), from: RosterAssignment(empty: problem))
    let people = (0..<Int32(problem.people.count)).map { $0 }
    HeatBath(state, seed: seed, stream: 1)
      .run(people: people, days: 0..<problem.dayCount, moves: 400, temperature: 60)
    groups = state.tables.alike.groups(of: people).filter { $0.count <= 6 }
    floor = FloorCount(problem: problem, assignment: state.assignment)
    before = state.total().objective
  }

  private func ownCost(_ group: [Int]) -> Double { group.reduce(0) { $0 + state.ownCost($1) } }

  /// The least own cost of a group over all dealings of its stretches; nil where what it has breaks a rule.
  func leastOwnCost(_ group: [Int], days: Range<Int>) -> Double? {
    guard ownCost(group) < PairCosts.forbidden else { return nil }
    let had = group.map { person in days.map { state.choices[person * problem.dayCount + $0] } }
    func give(_ order: [Int]) {
      for (index, person) in group.enumerated() {
        for (offset, day) in days.enumerated() {
          state.choices[person * problem.dayCount + day] = had[order[index]][offset]
        }
      }
    }
    var least = Double.infinity
    for order in permutations(of: group.count) {
      give(order)
      least = min(least, ownCost(group))
    }
    give(Array(group.indices))
    return least
  }

  /// Whether there was something to compare.
  func expect(_ group: [Int], costs least: Double?) -> Bool {
    guard let least else { return false }
    #expect(abs(ownCost(group) - least) < 1e-4)
    return true
  }

  func expectFloorAndBooks() {
    let after = FloorCount(problem: problem, assignment: state.assignment)
    #expect(after.staff == floor.staff)
    #expect(after.leads == floor.leads)
    #expect(after.eating == floor.eating)
    #expect(zip(after.units, floor.units).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(state.total().objective <= before + 1e-6)
    let fresh = SearchState(state.tables, from: state.assignment)
    withExtendedLifetime(fresh) {
      for person in problem.people.indices { #expect(state.tallies[person] == fresh.tallies[person]) }
    }
  }
}
