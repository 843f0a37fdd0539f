package import Foundation

/// `minWorkRun`, `minOffRun`: days worked, or days off, come at least so many in a row.
///
/// Runs that cannot be judged are not: those that reach the end of the month, those that touch (days worked) or contain
/// (days off) approved leave or days outside the employment. A run that began last month counts with its days there.
/// Unit of violation: a day a run is short.
package struct MinimumRun: Sendable, Equatable {
  package var days: Int
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(days: Int, weight: Decimal? = nil) {
    self.days = days
    self.weight = weight
  }
}
