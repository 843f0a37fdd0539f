package import Foundation

/// Half-hours of the week: some days of it, from one time of day to another.
package struct WeeklyHours: Sendable, Equatable {
  package var days: OpeningEntry.Days
  package var from: TimeOfDay
  /// May pass midnight, to 48:00; what lies after belongs to the day it began on.
  package var to: TimeOfDay

  package init(days: OpeningEntry.Days = .all, from: TimeOfDay, to: TimeOfDay) {
    self.days = days
    self.from = from
    self.to = to
  }

  package func contains(_ halfHour: HalfHour, holidays: HolidayCalendar) -> Bool {
    [0, 1].contains { back in
      let slot = halfHour.slot + back * HalfHour.perDay
      return slot >= from.halfHours && slot < to.halfHours
        && days.contain(halfHour.date.adding(days: -back), holidays: holidays)
    }
  }
}

/// An entry of `minStaff`: at least so many people on duty and not eating, leads included, in each open half-hour of the
/// month within the hours. Unit of violation: a person short in a half-hour.
package struct StaffMinimum: Sendable, Equatable {
  package var hours: WeeklyHours
  package var least: Int
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(hours: WeeklyHours, least: Int, weight: Decimal? = nil) {
    self.hours = hours
    self.least = least
    self.weight = weight
  }
}

/// An entry of `skillNeeds`: the same of people who have a skill (agents.csv `skills`), a language say.
package struct SkillNeed: Sendable, Equatable {
  package var skill: String
  package var hours: WeeklyHours
  package var least: Int
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(skill: String, hours: WeeklyHours, least: Int, weight: Decimal? = nil) {
    self.skill = skill
    self.hours = hours
    self.least = least
    self.weight = weight
  }
}
