package import Foundation

/// `pairs`: how strictly the rows of `pairs.csv` hold.
package struct PairRules: Sendable, Equatable {
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(weight: Decimal? = nil) {
    self.weight = weight
  }
}
