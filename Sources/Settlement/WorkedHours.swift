internal import Foundation
internal import Vocabulary

/// What one person worked in the month, day by day, whether it comes from a roster or from attendance.
struct WorkedHours {
  struct Day {
    var date: CivilDate
    var grade: Grade
    var shiftClass: ShiftClass
    var minutes: Int
  }

  var agent: Agent
  /// In order of days.
  var days: [Day]

  /// Paid hours of a roster, for everybody in the order of `agents.csv` who works.
  static func of(_ roster: Roster, centre: Centre) -> [WorkedHours] {
    let shifts = Dictionary(centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = Dictionary(grouping: roster.entries, by: \.agent)
    return centre.agents.compactMap { agent in
      guard let own = entries[agent.id] else { return nil }
      let days = own.sorted { $0.date < $1.date }.compactMap { entry -> Day? in
        guard let shift = shifts[entry.shift] else { return nil }
        return Day(
          date: entry.date, grade: agent.grade(on: entry.date), shiftClass: shift.shiftClass, minutes: shift.paidMinutes
        )
      }
      return WorkedHours(agent: agent, days: days)
    }
  }

  /// Minutes of each day split at the standard hours: the cap is used up in order of days.
  func split(standardHours: Decimal) -> [(day: Day, regular: Decimal, overtime: Decimal)] {
    var left = standardHours * 60
    return days.map { day in
      let minutes = Decimal(day.minutes)
      let regular = min(minutes, max(0, left))
      left -= minutes
      return (day, regular, minutes - regular)
    }
  }

  var hours: Decimal { Decimal(days.reduce(0) { $0 + $1.minutes }) / 60 }
}
