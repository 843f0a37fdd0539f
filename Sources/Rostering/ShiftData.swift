internal import Foundation
internal import Vocabulary

/// A shift of the catalogue as the engine sees it: half-hours counted from the midnight its day begins with.
struct ShiftData: Sendable {
  var code: String
  var shiftClass: ShiftClass
  var duty: [Range<Int>]
  var mealHalfHours: Int
  var mealStarts: [Int]
  var paidMinutes: Int
  var startMinute: Int
  /// End of the last part and the rest after it (R2), in minutes from the midnight the shift's day begins with.
  var restedMinute: Int
  var isClassA: Bool
  var isClassB: Bool
  var isLateNight: Bool

  init(_ shift: Shift, rules: Rules) {
    code = shift.code
    shiftClass = shift.shiftClass
    duty = shift.dutyHalfHours
    mealHalfHours = shift.mealHalfHours
    mealStarts = shift.mealStarts
    paidMinutes = shift.paidMinutes
    startMinute = shift.start.minutes
    // Rounded up: a rest of 11.3 hours is kept only by 678 minutes or more.
    restedMinute = shift.lastEnd.minutes + Int((rules.restHours * 60).doubleValue.rounded(.up))
    isClassA = rules.balance.classesA.contains(shift.shiftClass)
    isClassB = rules.balance.classesB.contains(shift.shiftClass)
    isLateNight = shift.shiftClass == .lateNight
  }

  var firstSlot: Int { duty[0].lowerBound }
  var lastSlot: Int { duty[duty.count - 1].upperBound }
}
