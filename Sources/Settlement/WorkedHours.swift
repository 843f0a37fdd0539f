internal import Foundation
internal import Vocabulary

/// What one person worked in the month, day by day, whether it comes from a roster or from attendance.
struct WorkedHours {
  struct Day {
    var date: CivilDate
    /// Index in the centre's shifts.
    var shift: Int
    var grade: Grade
    /// Paid minutes of the shift as the catalogue has it.
    var scheduled: Int
    var worked: Int
    /// Minutes attendance states as overtime; nil for a roster, where the contract's split tells it.
    var statedOvertime: Int?
  }

  /// Index in the centre's agents.
  var agent: Int
  /// In order of days.
  var days: [Day]

  var minutes: Int { days.reduce(0) { $0 + $1.worked } }

  /// Paid hours of a roster, for everybody in the order of `agents.csv` who works.
  static func of(_ roster: Roster, centre: Centre) -> [WorkedHours] {
    grouped(roster.entries, centre: centre, agent: { $0.agent }, shift: { $0.shift }) { entry, shift in
      Day(
        date: entry.date, shift: shift, grade: .agent, scheduled: centre.shifts[shift].paidMinutes,
        worked: centre.shifts[shift].paidMinutes)
    }
  }

  /// Hours of attendance; a row without a worked minute is no attended shift.
  static func of(_ attendance: [MonthActuals.Attendance], centre: Centre) -> [WorkedHours] {
    grouped(attendance, centre: centre, agent: { $0.agent }, shift: { $0.shift }) { row, shift in
      guard row.workedMinutes > 0 else { return nil }
      return Day(
        date: row.date, shift: shift, grade: .agent, scheduled: centre.shifts[shift].paidMinutes,
        worked: row.workedMinutes, statedOvertime: row.overtimeMinutes)
    }
  }

  private static func grouped<Row>(
    _ rows: [Row], centre: Centre, agent: (Row) -> String, shift: (Row) -> String, day: (Row, Int) -> Day?
  ) -> [WorkedHours] {
    let agents = Dictionary(
      centre.agents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let shifts = Dictionary(
      centre.shifts.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var people = [[Day]](repeating: [], count: centre.agents.count)
    // Rows mostly come person by person: the last one's index need not be looked up again.
    var last: (id: String, person: Int?) = ("", nil)
    for row in rows {
      let id = agent(row)
      if id != last.id || last.person == nil { last = (id, agents[id]) }
      guard let person = last.person, let code = shifts[shift(row)], var found = day(row, code) else { continue }
      found.grade = centre.agents[person].grade(on: found.date)
      people[person].append(found)
    }
    return people.indices.compactMap { person in
      guard !people[person].isEmpty else { return nil }
      // By date, then by the start of the shift: somebody may work two shifts of a day, one after the other.
      people[person].sort {
        ($0.date, centre.shifts[$0.shift].start.minutes) < ($1.date, centre.shifts[$1.shift].start.minutes)
      }
      return WorkedHours(agent: person, days: people[person])
    }
  }
}

/// Time kept exactly in whole numbers: 10⁻⁸ of a minute, the last decimal a contract's standard hours can have.
struct Ticks {
  static let perMinute = 100_000_000

  static func of(hours: Decimal) -> Int {
    NSDecimalNumber(decimal: (hours * 60 * Decimal(perMinute)).rounded(decimals: 0)).intValue
  }

  /// Minutes of all days of a person, split at the standard hours: the cap is used up in order of days.
  ///
  /// - Parameter visit: the day, its ticks up to the cap, and those beyond.
  static func split(
    _ person: WorkedHours, standard: Int, _ visit: (WorkedHours.Day, _ regular: Int, _ overtime: Int) -> Void
  ) {
    var left = standard
    for day in person.days {
      let ticks = day.worked * perMinute
      let regular = min(ticks, max(0, left))
      left -= ticks
      visit(day, regular, ticks - regular)
    }
  }

  static func hours(_ ticks: Int) -> Decimal { Decimal(ticks) / Decimal(60 * perMinute) }
}
