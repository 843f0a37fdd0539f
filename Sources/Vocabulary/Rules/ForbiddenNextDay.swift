package import Foundation

/// An entry of `forbiddenNextDay`: a shift of `from` is not followed by one of `to` on the next day, the last day of the
/// month before included. Unit of violation: a pair of days.
package struct ForbiddenNextDay: Sendable, Equatable {
  package var from: ShiftSet
  package var to: ShiftSet
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(from: ShiftSet, to: ShiftSet, weight: Decimal? = nil) {
    self.from = from
    self.to = to
    self.weight = weight
  }
}
