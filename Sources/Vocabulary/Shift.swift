/// The class of a shift, which rules and colours refer to.
package enum ShiftClass: String, Sendable, CaseIterable, Hashable {
  /// 早班
  case early
  /// 中班
  case mid
  /// 夜班
  case night
  /// 夜7
  case lateNight
  /// 通宵
  case overnight
}

/// A shift of the catalogue (班次). It belongs to the day it starts on, also where it ends after midnight.
package struct Shift: Sendable, Hashable {
  package var code: String
  package var shiftClass: ShiftClass
  /// Start and end of the first part; on the half-hour grid, end after start, the last end at most 48:00.
  package var start: TimeOfDay
  package var end: TimeOfDay
  package var paidMinutes: Int
  /// 0, 30 or 60.
  package var mealMinutes: Int
  /// Earliest and latest start of the meal, both included; nil where there is no meal.
  package var mealFrom: TimeOfDay?
  package var mealTo: TimeOfDay?
  /// The second part of a split shift (两头班), after the first.
  package var secondStart: TimeOfDay?
  package var secondEnd: TimeOfDay?

  package init(
    code: String, shiftClass: ShiftClass, start: TimeOfDay, end: TimeOfDay, paidMinutes: Int, mealMinutes: Int = 0,
    mealFrom: TimeOfDay? = nil, mealTo: TimeOfDay? = nil, secondStart: TimeOfDay? = nil, secondEnd: TimeOfDay? = nil
  ) {
    self.code = code
    self.shiftClass = shiftClass
    self.start = start
    self.end = end
    self.paidMinutes = paidMinutes
    self.mealMinutes = mealMinutes
    self.mealFrom = mealFrom
    self.mealTo = mealTo
    self.secondStart = secondStart
    self.secondEnd = secondEnd
  }

  /// The end of the last part.
  package var lastEnd: TimeOfDay { secondEnd ?? end }

  /// Half-hours on duty, counted from the midnight the shift's day begins with; one range for each part.
  package var dutyHalfHours: [Range<Int>] {
    var ranges = [start.halfHours..<end.halfHours]
    if let secondStart, let secondEnd { ranges.append(secondStart.halfHours..<secondEnd.halfHours) }
    return ranges
  }

  package func isOnDuty(halfHour: Int) -> Bool {
    dutyHalfHours.contains { $0.contains(halfHour) }
  }

  package var mealHalfHours: Int { mealMinutes / HalfHour.minutes }

  /// Half-hours at which the meal may start; empty where the shift has no meal.
  package var mealStarts: [Int] {
    guard mealMinutes > 0, let mealFrom, let mealTo, mealFrom <= mealTo else { return [] }
    return Array(mealFrom.halfHours...mealTo.halfHours)
  }
}
