package import Vocabulary

extension ShiftCatalogue {
  /// Shifts of the largest catalogue.
  package static let largest =
    sixteen.count + dayShifts.count + nightShifts.count + splitShifts.count
    + overnightShifts.count

  /// The sixteen and as many variants as are wanted: starts every half-hour of the morning with short, normal and long
  /// meals, further nights, splits and overnight shifts.
  package static func ofSize(_ count: Int) -> [Shift] {
    let wanted = min(max(count, sixteen.count), largest) - sixteen.count
    let nights = min(nightShifts.count, wanted / 8)
    let splits = min(splitShifts.count, wanted / 8)
    let overnights = min(overnightShifts.count, wanted / 12)
    let days = min(dayShifts.count, wanted - nights - splits - overnights)
    let evenly = (0..<days).map { dayShifts[$0 * dayShifts.count / days] }
    var shifts = evenly + nightShifts.prefix(nights) + splitShifts.prefix(splits) + overnightShifts.prefix(overnights)
    // What the largest catalogues still lack.
    let rest = (nightShifts + splitShifts + overnightShifts).filter { !shifts.contains($0) }
    shifts += rest.prefix(wanted - shifts.count)
    return (sixteen + shifts).enumerated().map { index, shift in
      var shift = shift
      if index >= sixteen.count { shift.code = "\(letter(shift))\(index + 1)" }
      return shift
    }
  }

  private static func letter(_ shift: Shift) -> String {
    guard shift.secondStart == nil else { return "两头" }
    switch shift.shiftClass {
    case .early: return "早"
    case .mid: return "中"
    case .night, .lateNight: return "夜"
    case .overnight: return "通宵"
    }
  }

  /// Starts from 06:30 to 14:00 in three shapes: 8 h with a half-hour meal, 8.5 h with an hour, 7.5 h without.
  private static let dayShifts: [Shift] = (13...28).flatMap { start in
    [
      straight(start, halfHours: 16, paid: 480, meal: 30), straight(start, halfHours: 17, paid: 480, meal: 60),
      straight(start, halfHours: 15, paid: 450, meal: 0),
    ]
  }.filter { shift in !sixteen.contains { isSame($0, shift) } }

  private static let nightShifts: [Shift] = [
    straight(29, halfHours: 18, paid: 510, meal: 60), straight(32, halfHours: 15, paid: 450, meal: 30),
    straight(33, halfHours: 14, paid: 420, meal: 0), straight(35, halfHours: 12, paid: 360, meal: 0),
  ]

  private static let splitShifts: [Shift] = [
    split(16, 24, 34, 41), split(18, 25, 36, 44), split(20, 28, 37, 44), split(15, 23, 33, 40),
  ]

  private static let overnightShifts: [Shift] = [
    straight(46, halfHours: 17, paid: 480, meal: 60), straight(45, halfHours: 16, paid: 480, meal: 30),
    straight(44, halfHours: 16, paid: 480, meal: 30), straight(47, halfHours: 15, paid: 450, meal: 0),
  ]

  /// A shift without a break but the meal, which starts three to five hours after the shift does.
  private static func straight(_ start: Int, halfHours: Int, paid: Int, meal: Int) -> Shift {
    let shiftClass: ShiftClass = start < 18 ? .early : start < 29 ? .mid : start < 44 ? .night : .overnight
    return Shift(
      code: "", shiftClass: shiftClass, start: time(start), end: time(start + halfHours), paidMinutes: paid,
      mealMinutes: meal, mealFrom: meal > 0 ? time(start + 6) : nil, mealTo: meal > 0 ? time(start + 10) : nil)
  }

  private static func split(_ start: Int, _ end: Int, _ secondStart: Int, _ secondEnd: Int) -> Shift {
    Shift(
      code: "", shiftClass: .mid, start: time(start), end: time(end),
      paidMinutes: (end - start + secondEnd - secondStart) * HalfHour.minutes, secondStart: time(secondStart),
      secondEnd: time(secondEnd))
  }

  private static func time(_ halfHours: Int) -> TimeOfDay {
    TimeOfDay(minutes: halfHours * HalfHour.minutes)
  }

  /// The same hours and the same length of meal.
  private static func isSame(_ left: Shift, _ right: Shift) -> Bool {
    left.dutyHalfHours == right.dutyHalfHours && left.mealMinutes == right.mealMinutes
  }
}
