internal import Checking
package import Foundation
package import Vocabulary

/// The cheapest roster of a really tiny case, found by going through all of them: the oracle for bounds and for exact
/// programs.
///
/// Each person's months that keep the rules of the person are listed and priced by the recomputation; their product
/// is searched depth first, cutting off what cannot beat the best roster so far. The recomputation gives the value of the
/// result and vouches that it breaks no rule.
package enum Enumeration {
  package enum Outcome: Sendable {
    /// Yuan, as recomputed.
    case optimum(Roster, yuan: Decimal)
    /// No roster keeps the hard rules.
    case infeasible
  }

  /// - Parameters:
  ///   - limit: most months of one person, and most rosters, to look at.
  ///   - replanning: days that stay, absences, and the price of changes, which then is part of `yuan`.
  /// - Returns: nil where there are more than the limit.
  package static func optimum(
    _ planned: PlannedCase, limit: Int = 200_000, replanning: Replanning? = nil
  ) -> Outcome? {
    var people: [[PersonPattern]] = []
    for agent in planned.centre.agents where planned.period.days.contains(where: { agent.isEmployed(on: $0) }) {
      guard let patterns = PersonPatterns(planned: planned, agent: agent, replanning: replanning).all(limit: limit)
      else { return nil }
      people.append(patterns.sorted { $0.ownYuan < $1.ownYuan })
    }
    let checker = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var search = EnumerationSearch(floor: EnumeratedFloor(planned), people: people, limit: limit)
    if planned.hasRulesBetweenPeople {
      search.judge = { entries in
        let check = checker.check(Roster(entries: entries))
        let changes = replanning.map { changesYuan(Roster(entries: entries), $0, planned) } ?? 0
        return check.violations.isEmpty ? (check.objective + changes).doubleValue : nil
      }
    }
    guard search.run() else { return nil }
    guard let best = search.best else { return .infeasible }
    let roster = Roster(entries: best.flatMap(\.entries))
    let check = checker.check(roster)
    precondition(check.violations.isEmpty, "the enumeration's roster breaks \(check.violations.map(\.rule))")
    let total = check.objective + (replanning.map { changesYuan(roster, $0, planned) } ?? 0)
    precondition(abs(total.doubleValue - search.bestYuan) < 1e-6, "the enumeration's cost is wrong")
    return .optimum(roster, yuan: total)
  }

  private static func changesYuan(_ roster: Roster, _ replanning: Replanning, _ planned: PlannedCase) -> Decimal {
    let check = ReplanningCheck(replanning: replanning, centre: planned.centre, period: planned.period)
    return ReplanningSummary(replanning: replanning, changes: check.changes(roster), totalLowerBound: 0).changesYuan
  }
}

extension PlannedCase {
  /// Switched rules that neither a person alone nor the enumeration's floor decides.
  fileprivate var hasRulesBetweenPeople: Bool {
    !centre.pairs.isEmpty || !centre.rules.minStaff.isEmpty || !centre.rules.skillNeeds.isEmpty
      || !centre.rules.peopleOff.isEmpty || !centre.locks.isEmpty
  }
}

/// The depth-first search over one pattern for each person.
struct EnumerationSearch {
  var floor: EnumeratedFloor
  /// Patterns of each person, the cheapest first.
  let people: [[PersonPattern]]
  let limit: Int
  /// The cost of a whole roster with the rules between people, nil where one is broken; asked where such rules are on.
  var judge: (([Roster.Entry]) -> Double?)?
  private(set) var best: [PersonPattern]?
  private(set) var bestYuan = Double.infinity

  private var chosen: [PersonPattern] = []
  private var looked = 0
  /// The most that the people from a position on can put on the phone in each half-hour.
  private var mostEffectiveFrom: [[Double]] = []
  private var leastOwnYuanFrom: [Double] = []

  init(floor: EnumeratedFloor, people: [[PersonPattern]], limit: Int) {
    self.floor = floor
    self.people = people
    self.limit = limit
    mostEffectiveFrom = [[Double](repeating: 0, count: floor.count)]
    leastOwnYuanFrom = [0]
    for patterns in people.reversed() {
      var most = [Double](repeating: 0, count: floor.count)
      for pattern in patterns {
        for presence in pattern.presences { most[presence.offset] = max(most[presence.offset], presence.effective) }
      }
      mostEffectiveFrom.insert(zip(most, mostEffectiveFrom[0]).map { $0 + $1 }, at: 0)
      leastOwnYuanFrom.insert((patterns.first?.ownYuan ?? .infinity) + leastOwnYuanFrom[0], at: 0)
    }
  }

  /// False where the limit was reached first.
  mutating func run() -> Bool {
    extend(ownYuan: 0, floorYuan: floor.bound(mostMore: mostEffectiveFrom[0]) ?? .infinity)
  }

  /// - Parameters:
  ///   - ownYuan: the cost of the people chosen so far.
  ///   - floorYuan: no completion's floor costs less.
  private mutating func extend(ownYuan: Double, floorYuan: Double) -> Bool {
    guard chosen.count < people.count else {
      looked += 1
      var yuan = ownYuan + floorYuan
      if yuan < bestYuan - 1e-9, floor.keepsTheRules() {
        if let judge { yuan = judge(chosen.flatMap(\.entries)) ?? .infinity }
        guard yuan < bestYuan - 1e-9 else { return looked <= limit }
        bestYuan = yuan
        best = chosen
      }
      return looked <= limit
    }
    let position = chosen.count
    for pattern in people[position] {
      let own = ownYuan + pattern.ownYuan
      let rest = leastOwnYuanFrom[position + 1]
      guard own + rest + floorYuan < bestYuan - 1e-9 else { break }
      floor.add(pattern, times: 1)
      chosen.append(pattern)
      var goesOn = true
      if let bound = floor.bound(mostMore: mostEffectiveFrom[position + 1]), own + rest + bound < bestYuan - 1e-9 {
        goesOn = extend(ownYuan: own, floorYuan: bound)
      }
      chosen.removeLast()
      floor.add(pattern, times: -1)
      guard goesOn else { return false }
    }
    return true
  }
}
