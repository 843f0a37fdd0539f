internal import Foundation
internal import Vocabulary

/// The switched rules between people on one day: `peopleOff`, and the pairs of `pairs.csv`.
struct DayRules: Sendable {
  /// People with a shift on a day, between bounds.
  struct Attendance: Sendable {
    /// By day.
    var least: [Int]
    var most: [Int]
    /// Yuan per person too few or too many; nil = hard.
    var weight: Double?

    func units(_ day: Int, working: Int) -> Int { max(0, least[day] - working, working - most[day]) }
  }

  struct Pair: Sendable {
    /// Indices into `RosterProblem.people`.
    var first: Int
    var second: Int
    var kind: StaffPair.Kind
    /// The days both are employed on.
    var days: Range<Int>

    func partner(of person: Int) -> Int { person == first ? second : first }

    @inline(__always)
    func isBroken(_ one: Int, _ two: Int) -> Bool {
      switch kind {
      case .apart: one > 0 && two > 0
      case .apartShift: one > 0 && one == two
      case .together: (one > 0) != (two > 0)
      case .togetherShift: one != two
      }
    }
  }

  private(set) var attendance: [Attendance] = []
  private(set) var pairs: [Pair] = []
  /// Yuan per day; nil = hard.
  private(set) var pairWeight: Double?
  /// Pairs of each person, by index; empty where there are none at all.
  private(set) var pairsOfPerson: [[Int]] = []

  var isEmpty: Bool { attendance.isEmpty && pairs.isEmpty }

  init(centre: Centre, period: Period, people: [PersonData]) {
    let agents = people.map { centre.agents[$0.agentIndex] }
    let employed = period.days.map { day in agents.count { $0.isEmployed(on: day) } }
    attendance = centre.rules.peopleOff.map { rule in
      let applies = period.days.map { rule.days.contain($0, holidays: centre.holidays) }
      return Attendance(
        least: zip(applies, employed).map { $0 ? max(0, $1 - (rule.most ?? $1)) : 0 },
        // Below 0 where fewer are employed than must be off.
        most: zip(applies, employed).map { $0 ? $1 - rule.least : $1 }, weight: rule.weight?.doubleValue)
    }
    pairWeight = centre.rules.pairs.weight?.doubleValue
    let rows = Dictionary(uniqueKeysWithValues: agents.enumerated().map { ($1.id, $0) })
    for pair in centre.pairs {
      guard let first = rows[pair.agent], let second = rows[pair.other] else { continue }
      let both = period.days.indices.filter { day in
        [first, second].allSatisfy { agents[$0].isEmployed(on: period.firstDay.adding(days: day)) }
      }
      guard let from = both.first, let to = both.last else { continue }
      pairs.append(Pair(first: first, second: second, kind: pair.kind, days: from..<(to + 1)))
    }
    guard !pairs.isEmpty else { return }
    pairsOfPerson = [[Int]](repeating: [], count: people.count)
    for (index, pair) in pairs.enumerated() {
      pairsOfPerson[pair.first].append(index)
      pairsOfPerson[pair.second].append(index)
    }
  }

  /// Moves a limit of an entry of `peopleOff` on one day: the most people off, or the fewest.
  mutating func relax(entry: Int, day: Int, by people: Int, isMost: Bool) {
    if isMost {
      attendance[entry].least[day] -= people
    } else {
      attendance[entry].most[day] += people
    }
  }

  func hasPairs(_ person: Int) -> Bool { !pairsOfPerson.isEmpty && !pairsOfPerson[person].isEmpty }
}
