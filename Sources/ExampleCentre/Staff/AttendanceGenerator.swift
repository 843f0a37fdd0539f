internal import Foundation
internal import Vocabulary

/// Who came: the published roster, less those who fell ill, with colleagues called in for some of them, shifts swapped
/// between two people, late arrivals, and overtime on days that brought more calls than expected.
///
/// Swaps and calls-in keep the hard rules of both people.
struct AttendanceGenerator {
  /// A shift somebody worked.
  struct Attended {
    var entry: Roster.Entry
    var lateMinutes: Int
    var overtimeMinutes: Int
  }

  let past: PastMonth
  let calls: CallHistory
  private let plannedDays: [String: Set<CivilDate>]
  private let shifts: [String: Shift]
  /// Where everybody stands as the month begins.
  private let standings: [String: PersonStanding]

  private static let illness = 0.014
  private static let calledIn = 0.4
  private static let swapped = 0.02
  private static let late = 0.03
  private static let overtime = (busy: 0.3, other: 0.07)
  /// People of the early and the first mid shifts stay for the afternoon's calls; after two hours more they are still
  /// rested for any shift of the next day.
  private static let lastEndBeforeOvertime = 17 * 60 + 30

  init(past: PastMonth, calls: CallHistory) {
    self.past = past
    self.calls = calls
    plannedDays = Dictionary(grouping: past.published.entries, by: \.agent).mapValues { Set($0.map(\.date)) }
    let centre = past.centre
    let shifts = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
    let leave = Dictionary(grouping: centre.leave.filter { $0.kind == .leave }, by: \.agent)
    let previous = Dictionary(grouping: centre.previous, by: \.agent)
    self.shifts = shifts
    standings = Dictionary(
      uniqueKeysWithValues: centre.agents.map { agent in
        var standing = PersonStanding(
          agent: agent, period: past.month.period, rules: centre.rules,
          leave: Set(leave[agent.id, default: []].map(\.date)),
          overtime: Int(centre.rules.maxOvertimeHours.doubleValue * 60))
        for row in previous[agent.id, default: []] {
          if let shift = shifts[row.shift] { standing.workBefore(shift, on: row.date) }
        }
        return (agent.id, standing)
      })
  }

  /// People in the order of the centre, each in order of days.
  func attended() -> [Attended] {
    var random = SeededRandom(seed: past.seed, stream: .actuals)
    var days = Dictionary(grouping: past.published.entries, by: \.agent)
      .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.date, $0) }) }
    for agent in past.centre.agents {
      for entry in absences(of: days[agent.id, default: [:]], &random) {
        days[agent.id]?[entry.date] = nil
        if random.chance(AttendanceGenerator.calledIn) { callIn(for: entry, agent, &days, &random) }
      }
    }
    for entry in past.published.entries where random.chance(AttendanceGenerator.swapped) {
      swap(entry, &days, &random)
    }
    let busy = busyDays
    let staying = past.centre.shifts.filter { $0.lastEnd.minutes <= AttendanceGenerator.lastEndBeforeOvertime }
    let canStay = Set(staying.map(\.code))
    return past.centre.agents.flatMap { agent in
      days[agent.id, default: [:]].values.sorted { $0.date < $1.date }.map { entry in
        let chance = AttendanceGenerator.overtime
        let isLate = random.chance(AttendanceGenerator.late)
        let stays = random.chance(busy.contains(entry.date) ? chance.busy : chance.other)
        return Attended(
          entry: entry, lateMinutes: isLate ? random.pick([5, 10, 15, 30]) : 0,
          overtimeMinutes: stays && canStay.contains(entry.shift) ? random.pick([30, 60, 60, 90, 120]) : 0)
      }
    }
  }

  /// Runs of one to three days.
  private func absences(of days: [CivilDate: Roster.Entry], _ random: inout SeededRandom) -> [Roster.Entry] {
    var left = 0
    return days.values.sorted { $0.date < $1.date }.filter { _ in
      if left == 0, random.chance(AttendanceGenerator.illness) { left = random.pick([1, 1, 2, 3]) }
      defer { left = max(0, left - 1) }
      return left > 0
    }
  }

  /// A colleague of the same grade whose day off it was takes the shift, where the rules allow it to somebody.
  private func callIn(
    for entry: Roster.Entry, _ absent: Agent, _ days: inout [String: [CivilDate: Roster.Entry]],
    _ random: inout SeededRandom
  ) {
    let colleagues = past.centre.agents.filter { colleague in
      colleague.grade == absent.grade && days[colleague.id]?[entry.date] == nil
        && plannedDays[colleague.id]?.contains(entry.date) != true
    }
    let first = colleagues.isEmpty ? 0 : random.below(colleagues.count)
    for colleague in colleagues[first...] + colleagues[..<first] {
      var entry = entry
      entry.agent = colleague.id
      guard keepsRules(colleague, days[colleague.id, default: [:]], with: entry) else { continue }
      days[colleague.id, default: [:]][entry.date] = entry
      return
    }
  }

  /// Two of the same grade change shifts of a day.
  private func swap(
    _ published: Roster.Entry, _ days: inout [String: [CivilDate: Roster.Entry]], _ random: inout SeededRandom
  ) {
    let agents = past.centre.agents
    guard let agent = agents.first(where: { $0.id == published.agent }), var own = days[agent.id]?[published.date]
    else {
      return
    }
    let others = agents.filter { other in
      other.grade == agent.grade && days[other.id]?[own.date].map { $0.shift != own.shift } ?? false
    }
    let first = others.isEmpty ? 0 : random.below(others.count)
    for other in (others[first...] + others[..<first]).prefix(8) {
      guard var given = days[other.id]?[own.date] else { continue }
      Swift.swap(&own.agent, &given.agent)
      if keepsRules(agent, days[agent.id, default: [:]], with: given),
        keepsRules(other, days[other.id, default: [:]], with: own)
      {
        days[agent.id]?[own.date] = given
        days[other.id]?[own.date] = own
        return
      }
      own.agent = agent.id
    }
  }

  private func keepsRules(_ agent: Agent, _ days: [CivilDate: Roster.Entry], with entry: Roster.Entry) -> Bool {
    var month = days.compactMapValues { shifts[$0.shift] }
    month[entry.date] = shifts[entry.shift]
    return standings[agent.id]?.mayWork(month) ?? false
  }

  /// Days with 2 % more calls than the roster was made for.
  private var busyDays: Set<CivilDate> {
    let expected = Dictionary(grouping: past.requirement.rows, by: \.start.date)
      .mapValues { $0.reduce(0) { $0 + $1.offered } }
    let came = Dictionary(grouping: calls.records, by: \.start.date)
      .mapValues { $0.reduce(0) { $0 + ($1.offered ?? 0) } * past.centre.settings.share }
    return Set(past.month.period.days.filter { came[$0, default: 0] > 1.02 * expected[$0, default: 0] })
  }
}
