package import Foundation

/// `maxWeekends`: a person works on at most `max` weekends of the month, a weekend being worked where its Saturday or its
/// Sunday is, as far as they lie in the month. Unit of violation: a weekend too many.
package struct WeekendLimit: Sendable, Equatable {
  package var max: Int
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(max: Int, weight: Decimal? = nil) {
    self.max = max
    self.weight = weight
  }
}
