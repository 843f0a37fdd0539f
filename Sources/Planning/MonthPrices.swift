package import Rostering

/// A roster planned anew, for the month or for a change of it, as the recomputation finds it.
package struct PlannedCost: Sendable, Equatable {
  /// Yuan.
  package var objective: Double
  /// Yuan: no roster of the same input costs less.
  package var lowerBound: Double

  package var gap: Double { objective - lowerBound }

  package init(objective: Double, lowerBound: Double) {
    self.objective = objective
    self.lowerBound = lowerBound
  }
}

/// The price of a unit of a rule, of a seat or of a person, with what planning anew says of it.
package struct MonthPrice: Sendable {
  package enum Outcome: Sendable, Equatable {
    case planned(PlannedCost)
    /// No roster keeps the hard rules: proved, or none found.
    case noRoster(isProved: Bool)
  }

  package var priced: PricedChange
  /// Nil where nothing was planned anew: not asked for, or R1, without which there is no roster.
  package var outcome: Outcome?

  package init(priced: PricedChange, outcome: Outcome? = nil) {
    self.priced = priced
    self.outcome = outcome
  }
}

/// The prices of a month.
package struct MonthPrices: Sendable {
  /// The month as it is; nil where nothing was planned anew.
  package var base: PlannedCost?
  package var prices: [MonthPrice]

  package init(base: PlannedCost? = nil, prices: [MonthPrice]) {
    self.base = base
    self.prices = prices
  }

  /// Yuan by which the roster planned anew costs more than the month's, below 0 where less.
  package func change(_ price: MonthPrice) -> Double? {
    planned(price).map { $0.changed.objective - $0.base.objective }
  }

  /// Yuan between which the costs of the best rosters differ: proved by the two rosters and the two bounds.
  package func range(_ price: MonthPrice) -> ClosedRange<Double>? {
    planned(price).map { base, changed in
      let least = changed.lowerBound - base.objective
      let most = changed.objective - base.lowerBound
      return least...max(least, price.priced.change.onlyRelaxes ? min(0, most) : most)
    }
  }

  /// Whether the difference is no larger than what the two plans may miss of the best together.
  package func isWithinGaps(_ price: MonthPrice) -> Bool {
    guard let change = change(price), let (base, changed) = planned(price) else { return false }
    return abs(change) <= base.gap + changed.gap
  }

  private func planned(_ price: MonthPrice) -> (base: PlannedCost, changed: PlannedCost)? {
    guard let base, case .planned(let changed)? = price.outcome else { return nil }
    return (base, changed)
  }
}
