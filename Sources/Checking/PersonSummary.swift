package import Foundation
package import Vocabulary

/// One person's month in figures, for the report.
package struct PersonSummary: Sendable, Equatable {
  package var agent: String
  package var name: String
  package var team: String
  package var grade: Grade
  package var employedDays: Int
  package var leaveDays: Int
  package var workedDays: Int
  /// Employed days without a shift, leave included.
  package var daysOff: Int
  /// Paid hours.
  package var hours: Decimal
  package var minHours: Decimal
  /// Days of class night, lateNight or overnight.
  package var nights: Int
  package var earlies: Int
  /// Days of class lateNight (夜7).
  package var lateNights: Int
  /// |days in classesA − days in classesB| of R6; nil for who is exempt.
  package var imbalance: Int?
  /// Weekends (a Saturday and the Sunday after it) with a worked day in the period.
  package var weekendsWorked: Int
  /// Worked days of a public holiday, those exchanged for a weekend day included.
  package var publicHolidaysWorked: Int
  /// Longest run of consecutive worked days that reaches the period, days before it included.
  package var longestRun: Int
  package var wishes: Int
  package var refusedWishes: Int

  init(_ person: PersonMonth, in month: RosteredMonth) {
    agent = person.agent.id
    name = person.agent.name
    team = person.agent.team
    grade = person.agent.grade(on: person.employedDays.last ?? month.period.lastDay)
    employedDays = person.employedDays.count
    leaveDays = person.leaveDays.count
    workedDays = person.workedDays.count
    daysOff = person.daysOff
    hours = Decimal(person.paidMinutes) / 60
    minHours = MinimumHours(month: month).hours(of: person)
    nights = person.days(in: [.night, .lateNight, .overnight])
    earlies = person.days(in: [.early])
    lateNights = person.days(in: [.lateNight])
    imbalance = BalanceRule(month: month).imbalance(person)
    let saturdays = person.workedDays.compactMap { day -> CivilDate? in
      switch day.weekday {
      case .saturday: day
      case .sunday: day.adding(days: -1)
      default: nil
      }
    }
    weekendsWorked = Set(saturdays).count
    publicHolidaysWorked = person.workedDays.count { month.centre.holidays.isHoliday($0) }
    longestRun = person.runs.map { $0.upperBound - $0.lowerBound + 1 }.max() ?? 0
    wishes = person.wishes.count
    refusedWishes = WishRule(month: month).refusedWishes(person).count
  }
}
