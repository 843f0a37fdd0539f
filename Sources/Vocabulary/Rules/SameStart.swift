package import Foundation

/// `sameStart` (同班次): within a calendar week, Monday to Sunday, a person's shifts all start at the same time of day. Days
/// outside the month do not count. Unit of violation: a time of start beyond the first in a week.
package struct SameStart: Sendable, Equatable {
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(weight: Decimal? = nil) {
    self.weight = weight
  }
}
