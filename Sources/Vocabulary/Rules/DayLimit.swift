package import Foundation

/// An entry of `maxDays`: a person works the shifts on at most `max` days of the month. Unit of violation: a day too many.
package struct DayLimit: Sendable, Equatable {
  package var shifts: ShiftSet
  package var max: Int
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(shifts: ShiftSet, max: Int, weight: Decimal? = nil) {
    self.shifts = shifts
    self.max = max
    self.weight = weight
  }
}
