internal import Vocabulary

/// Deals one day's shifts, with their meals, anew among alike people, exactly.
///
/// The floor stays as it is; people's own costs become the least that any exchange of that day can make them. A
/// transportation problem of people and choices: from the present dealing on, circles of exchanges that save are taken until
/// there is none (M. Klein, "A primal method for minimal cost flows", Management Science 14, 1967). Cost: people × choices,
/// and that again for each circle.
final class DayExchange {
  private let state: SearchState
  private let tables: SearchTables
  private let pricing: CellPricing
  private let choices: Int
  /// Own costs at [person of the group × choices + choice].
  private let costs: UnsafeMutablePointer<Double>
  /// The choice each person of the group has, and is dealt.
  private let present: UnsafeMutablePointer<Int>
  private let dealt: UnsafeMutablePointer<Int>
  /// The least that somebody's going from a choice to another costs, and who that is, at [from × choices + to].
  private let arcs: UnsafeMutablePointer<Double>
  private let goer: UnsafeMutablePointer<Int>
  private let distance: UnsafeMutablePointer<Double>
  private let previous: UnsafeMutablePointer<Int>
  /// The choices of a circle, each going to the next.
  private var circle: [Int] = []
  /// The meals that come with each choice.
  private var meals: [[UInt8]]

  /// Savings below this are rounding.
  private static let least = 1e-6

  init(_ state: SearchState, most people: Int) {
    self.state = state
    tables = state.tables
    choices = tables.choices
    pricing = CellPricing(state)
    costs = .allocate(capacity: people * choices)
    present = .allocate(capacity: people)
    dealt = .allocate(capacity: people)
    arcs = .allocate(capacity: choices * choices)
    goer = .allocate(capacity: choices * choices)
    distance = .allocate(capacity: choices)
    previous = .allocate(capacity: choices)
    meals = [[UInt8]](repeating: [], count: choices)
  }

  deinit {
    pricing.deallocate()
    costs.deallocate()
    present.deallocate()
    dealt.deallocate()
    arcs.deallocate()
    goer.deallocate()
    distance.deallocate()
    previous.deallocate()
  }

  func run(_ people: [Int], day: Int) {
    price(people, day)
    for from in 0..<choices { findArcs(from, people.count) }
    var hasMoved = false
    while findCircle() {
      hasMoved = true
      for (index, from) in circle.enumerated() {
        let to = circle[index + 1 < circle.count ? index + 1 : 0]
        dealt[goer[from * choices + to]] = to
      }
      for from in circle { findArcs(from, people.count) }
    }
    if hasMoved { deal(people, day) }
  }

  private func price(_ people: [Int], _ day: Int) {
    for (index, person) in people.enumerated() {
      present[index] = Int(state.choices[person * tables.days + day])
      dealt[index] = present[index]
      pricing.priceOwn(person, day, present: present[index])
      for choice in 0..<choices { costs[index * choices + choice] = pricing.own[choice] }
    }
  }

  /// The cheapest goers from a choice. Whoever breaks a rule with it, or would with another, does not go.
  private func findArcs(_ from: Int, _ count: Int) {
    let row = from * choices
    for to in 0..<choices { arcs[row + to] = .infinity }
    for index in 0..<count where dealt[index] == from {
      let own = costs + index * choices
      guard own[from] < PairCosts.forbidden else { continue }
      for to in 0..<choices where own[to] < PairCosts.forbidden && own[to] - own[from] < arcs[row + to] && to != from {
        arcs[row + to] = own[to] - own[from]
        goer[row + to] = index
      }
    }
  }

  /// Looks for a circle of exchanges that saves (Bellman and Ford).
  private func findCircle() -> Bool {
    for choice in 0..<choices {
      distance[choice] = 0
      previous[choice] = choice
    }
    var last = -1
    for _ in 0..<choices {
      last = -1
      for from in 0..<choices {
        for to in 0..<choices {
          let trial = distance[from] + arcs[from * choices + to]
          if trial < distance[to] - DayExchange.least {
            distance[to] = trial
            previous[to] = from
            last = to
          }
        }
      }
      if last < 0 { return false }
    }
    for _ in 0..<choices { last = previous[last] }
    // Rounding may make a path look shorter without end.
    guard previous[last] != last else { return false }
    circle.removeAll(keepingCapacity: true)
    var at = last
    repeat {
      circle.append(at)
      at = previous[at]
    } while at != last
    circle.reverse()
    return true
  }

  private func deal(_ people: [Int], _ day: Int) {
    for choice in 0..<choices { meals[choice].removeAll(keepingCapacity: true) }
    for (index, person) in people.enumerated() where dealt[index] != present[index] {
      meals[present[index]].append(state.meals[person * tables.days + day])
    }
    for (index, person) in people.enumerated() where dealt[index] != present[index] {
      let cell = person * tables.days + day
      state.choices[cell] = UInt8(dealt[index])
      state.meals[cell] = meals[dealt[index]].removeLast()
      state.rebuildTally(person)
    }
  }
}

extension CellPricing {
  /// The person's own costs of every choice of a cell as it is, off or worked, with what it makes of the month.
  func priceOwn(_ person: Int, _ day: Int, present: Int) {
    let cell = person * tables.days + day
    let tally = state.tallies[person]
    if present > 0 {
      state.choices[cell] = 0
      let isAfter = day >= tables.people[person].promotionDay
      state.tallies[person].add(tables.shifts[present - 1], sign: -1, afterPromotion: isAfter)
      if state.losesWeekend(person, day) { state.tallies[person].pairsOff += 1 }
    }
    priceOwn(person, day)
    addMonth(person, day)
    state.choices[cell] = UInt8(present)
    state.tallies[person] = tally
  }
}
