internal import Foundation
internal import Vocabulary

/// What two shifts on consecutive days cost (startChange, backward of R12), and which may not follow each other (R2,
/// `forbiddenNextDay`).
struct PairCosts: Sendable {
  static let forbidden = 1e12

  /// Yuan at [choice on a day × choices + choice on the next day]; `forbidden` where the rest is too short.
  let nextDay: [Double]
  /// The same for the day after the next: only `forbidden` or 0.
  let dayAfterNext: [Double]
  /// Whether any shift's rest reaches past the next day.
  let reachesDayAfterNext: Bool

  /// - Parameter isForbidden: shifts, by index, that may not follow each other beside R2.
  init(shifts: [ShiftData], weights: Rules.Weights, isForbidden: (Int, Int) -> Bool = { _, _ in false }) {
    let choices = shifts.count + 1
    let startChange = weights.startChange.doubleValue
    let backward = weights.backward.doubleValue
    var next = [Double](repeating: 0, count: choices * choices)
    var afterNext = next
    for (first, shift) in shifts.enumerated() {
      for (second, following) in shifts.enumerated() {
        let index = (first + 1) * choices + second + 1
        let change = following.startMinute - shift.startMinute
        if shift.restedMinute > following.startMinute + TimeOfDay.minutesPerDay || isForbidden(first, second) {
          next[index] = PairCosts.forbidden
        } else {
          next[index] = (abs(change) > 60 ? startChange : 0) + (change <= -120 ? backward : 0)
        }
        if shift.restedMinute > following.startMinute + 2 * TimeOfDay.minutesPerDay {
          afterNext[index] = PairCosts.forbidden
        }
      }
    }
    nextDay = next
    dayAfterNext = afterNext
    reachesDayAfterNext = afterNext.contains(PairCosts.forbidden)
  }
}
