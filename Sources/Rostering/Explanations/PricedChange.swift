package import Vocabulary

/// What a unit change is worth, in yuan a month by which the roster's cost changes: below 0 where it saves.
package struct PricedChange: Sendable {
  package var change: UnitChange
  /// By the prices of the relaxation, to first order; nil where the relaxation does not know the rule.
  package var estimate: Double?
  /// The relaxation solved again: the certified bound of the changed month less that of the month. Infinite where it is proved
  /// that the changed month has no roster; nil where it was not solved again.
  package var boundChange: Double?
  /// R1: the day on which a person more is worth most.
  package var date: CivilDate?

  package init(change: UnitChange, estimate: Double? = nil, boundChange: Double? = nil, date: CivilDate? = nil) {
    self.change = change
    self.estimate = estimate
    self.boundChange = boundChange
    self.date = date
  }
}
