package import Foundation

/// `nightRuns`: at most `max` nights on days in a row, and `daysOff` days off before the next work after a run of `after` or
/// more of them.
///
/// Last month's tail counts, and what the end of the month cuts off is left to the next. Units of violation: a night too
/// many in a row, a day off too few.
package struct NightRuns: Sendable, Equatable {
  package var shifts: ShiftSet
  package var max: Int
  package var daysOff: Int
  /// Shorter runs need no days off after them.
  package var after: Int
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(
    shifts: ShiftSet = NightRuns.nights, max: Int = 31, daysOff: Int = 0, after: Int = 1, weight: Decimal? = nil
  ) {
    self.shifts = shifts
    self.max = max
    self.daysOff = daysOff
    self.after = after
    self.weight = weight
  }

  package static let nights = ShiftSet(classes: [.night, .lateNight, .overnight])
}
