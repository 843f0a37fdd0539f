package import Foundation

/// How evenly a month was spread over people, with what came before: the fairness part of a plan.
package struct FairnessReview: Sendable, Equatable {
  /// What a kind costs in the objective.
  package struct Charge: Sendable, Equatable {
    package var kind: FairnessKind
    /// Of `rules.yaml`; 0 = off.
    package var weight: Decimal
    package var yuan: Decimal

    package init(kind: FairnessKind, weight: Decimal, yuan: Decimal) {
      self.kind = kind
      self.weight = weight
      self.yuan = yuan
    }
  }

  /// The month planned without `fairness`, and what that saves.
  package struct Price: Sendable, Equatable {
    /// Yuan, of the roster planned without.
    package var objective: Double
    package var lowerBound: Double
    /// Yuan: (objective − what `fairness` costs in it) of the plan, less `objective`.
    package var yuan: Double
    /// Yuan: the larger of both rosters' objective − lower bound; a price within it may be chance.
    package var gap: Double
    /// The ledger that the roster planned without would leave.
    package var months: [FairnessKind: FairnessFigures]

    package init(
      objective: Double, lowerBound: Double, yuan: Double, gap: Double, months: [FairnessKind: FairnessFigures]
    ) {
      self.objective = objective
      self.lowerBound = lowerBound
      self.yuan = yuan
      self.gap = gap
      self.months = months
    }

    package var isWithinGaps: Bool { abs(yuan) <= gap }
  }

  /// Of the month, as written to `ledger.csv`.
  package var ledger: FairnessLedger
  /// All kinds in their order.
  package var charges: [Charge]
  /// Nil where `fairness` is off, or the run ended before.
  package var price: Price?

  package init(ledger: FairnessLedger, charges: [Charge], price: Price? = nil) {
    self.ledger = ledger
    self.charges = charges
    self.price = price
  }

  package var isOn: Bool { charges.contains { $0.weight > 0 } }
  package var yuan: Decimal { charges.reduce(0) { $0 + $1.yuan } }
}

/// How evenly a kind is spread over some people: Jain's index of their rates weighted by exposure, and their balances.
///
/// Jain's index (Jain, Chiu, Hawe 1984) of rates x = worked ÷ exposure with exposures e as weights is
/// (Σ e·x)² ÷ (Σ e · Σ e·x²) = (Σ worked)² ÷ (Σ exposure · Σ worked² ÷ exposure): 1 where all rates are the same, 1/n where one
/// of n alike people has everything. Nil where nobody has any.
package struct FairnessFigures: Sendable, Equatable {
  package var people = 0
  /// Of the months before, of the month, and of both together.
  package var indexBefore: Double?
  package var indexOfMonth: Double?
  package var indexAfter: Double?
  /// Of the balances: largest − smallest, and standard deviation weighted by the month's exposure.
  package var spreadBefore = 0.0
  package var spreadAfter = 0.0
  package var deviationBefore = 0.0
  package var deviationAfter = 0.0
  /// Plain means of the balances.
  package var meanBefore = 0.0
  package var meanAfter = 0.0

  package init(_ entries: [FairnessLedger.Entry]) {
    people = entries.count
    indexBefore = FairnessFigures.index(
      entries.map { ($0.totalWorked - $0.worked, $0.totalExposure - $0.exposure) })
    indexOfMonth = FairnessFigures.index(entries.map { ($0.worked, $0.exposure) })
    indexAfter = FairnessFigures.index(entries.map { ($0.totalWorked, $0.totalExposure) })
    let weights = entries.map { Double($0.exposure) }
    let before = entries.map(\.carried.doubleValue)
    let after = entries.map(\.balance.doubleValue)
    spreadBefore = (before.max() ?? 0) - (before.min() ?? 0)
    spreadAfter = (after.max() ?? 0) - (after.min() ?? 0)
    deviationBefore = FairnessFigures.deviation(before, weights)
    deviationAfter = FairnessFigures.deviation(after, weights)
    meanBefore = before.reduce(0, +) / Double(max(1, people))
    meanAfter = after.reduce(0, +) / Double(max(1, people))
  }

  package static func index(_ loads: [(worked: Int, exposure: Int)]) -> Double? {
    let counted = loads.filter { $0.exposure > 0 }
    let worked = counted.reduce(0.0) { $0 + Double($1.worked) }
    let exposure = counted.reduce(0.0) { $0 + Double($1.exposure) }
    let squares = counted.reduce(0.0) { $0 + Double($1.worked) * Double($1.worked) / Double($1.exposure) }
    return squares > 0 ? worked * worked / (exposure * squares) : nil
  }

  private static func deviation(_ values: [Double], _ weights: [Double]) -> Double {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return 0 }
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
    return (zip(values, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / sum).squareRoot()
  }
}

extension FairnessLedger {
  /// - Parameter accepts: the people to look at.
  package func figures(_ kind: FairnessKind, where accepts: (String) -> Bool = { _ in true }) -> FairnessFigures {
    FairnessFigures(entries.filter { $0.kind == kind && accepts($0.agent) })
  }
}
