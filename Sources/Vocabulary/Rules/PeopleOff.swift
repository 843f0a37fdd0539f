package import Foundation

/// An entry of `peopleOff`: of the people employed on a day, at least and at most so many have no shift that starts on it,
/// leave included. Unit of violation: a person too few or too many off on a day.
package struct PeopleOff: Sendable, Equatable {
  package var days: OpeningEntry.Days
  package var least: Int
  /// Nil = any number.
  package var most: Int?
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(days: OpeningEntry.Days = .all, least: Int = 0, most: Int? = nil, weight: Decimal? = nil) {
    self.days = days
    self.least = least
    self.most = most
    self.weight = weight
  }
}
