internal import Foundation
package import Vocabulary

/// Ingredients of hand-worked tests: a week in which no rule bites until a test switches it on.
package enum PlainCentre {
  /// Monday 2026-06-01 to Sunday 2026-06-07.
  package static let week = Period(firstDay: CivilDate(dayNumber: 20_605), dayCount: 7)

  /// 08:00–16:00, no meal.
  package static let early = Shift(
    code: "早1", shiftClass: .early, start: time(8), end: time(16), paidMinutes: 480)
  /// 10:00–18:00, 30 minutes' meal from 12:00 to 13:00.
  package static let mid = Shift(
    code: "中1", shiftClass: .mid, start: time(10), end: time(18), paidMinutes: 480, mealMinutes: 30,
    mealFrom: time(12), mealTo: time(13))
  /// 15:30–23:30, no meal.
  package static let night = Shift(
    code: "夜1", shiftClass: .night, start: time(15.5), end: time(23.5), paidMinutes: 480)
  /// 16:30–24:30, no meal.
  package static let lateNight = Shift(
    code: "夜7", shiftClass: .lateNight, start: time(16.5), end: time(24.5), paidMinutes: 480)
  /// 22:00–30:00, 60 minutes' meal from 25:00 to 26:00.
  package static let overnight = Shift(
    code: "通1", shiftClass: .overnight, start: time(22), end: time(30), paidMinutes: 480, mealMinutes: 60,
    mealFrom: time(25), mealTo: time(26))
  /// 08:00–12:00 and 17:00–21:00, no meal.
  package static let split = Shift(
    code: "两1", shiftClass: .mid, start: time(8), end: time(12), paidMinutes: 480, secondStart: time(17),
    secondEnd: time(21))

  /// A centre open around the clock, with 100 seats, the shifts above, and rules that forbid nothing.
  package static func centre(_ agents: [Agent]) -> Centre {
    var rules = Rules()
    rules.restHours = 0
    rules.maxConsecutiveDays = 31
    rules.minDaysOff = 0
    rules.balance.tolerance = 31
    rules.lateNight.max = 31
    rules.mealShare = 1
    rules.leadSpan = 0
    return Centre(
      settings: CentreSettings(centre: "plain", seats: [SeatsEntry(seats: 100)]), agents: agents,
      shifts: [early, mid, night, lateNight, overnight, split], rules: rules)
  }

  package static func time(_ hours: Double) -> TimeOfDay { TimeOfDay(minutes: Int(hours * 60)) }
}
