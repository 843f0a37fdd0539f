package import Solving
package import Vocabulary

/// What a call served in time must be worth for the month to keep its target: the multiplier of the target's row in the relaxation of the
/// month, which knows the people, their shifts and the hours they are owed.
package struct ServicePrice: Sendable {
  private let centre: Centre
  private let period: Period
  private let requirement: Requirement

  /// - Parameter requirement: one that weighs service.
  package init(centre: Centre, period: Period, requirement: Requirement) {
    self.centre = centre
    self.period = period
    self.requirement = requirement
  }

  /// Between which the price is sought: where the allocation with fewest agents that keeps the target ends, an agent-half-hour is worth no
  /// less than `over` of rules.yaml, with which a planner says what one too many costs, and no more than the first price of `under`.
  package var range: ClosedRange<Double> {
    let weights = centre.rules.weights
    let calls = max(0.01, marginalCalls)
    let least = max(1, weights.over.doubleValue) / calls
    return least...max(least, (weights.under.first?.perHalfHour.doubleValue ?? 0) / calls)
  }

  /// Yuan per call, to four decimals. Blocks its thread.
  ///
  /// - Returns: nil where GLPK reaches no optimum.
  package func find(isCancelled: @escaping @Sendable () -> Bool) throws(SolverError) -> Double? {
    let problem = RosterProblem(centre: centre, period: period, requirement: requirement.priced(1))
    let target = Relaxation.Target(mostMissed: mostMissed, mostPrice: range.upperBound)
    let relaxation = Relaxation(problem, target: target)
    guard let price = try relaxation.solve(isCancelled: isCancelled)?.pricePerCall else { return nil }
    return (min(max(price, range.lowerBound), range.upperBound) * 10_000).rounded() / 10_000
  }

  private var curves: [PricedService] { requirement.rows.compactMap(\.service) }

  /// What the last points give together may be missed.
  private var mostMissed: Double {
    curves.reduce(0) { $0 + ($1.points.last?.beyondTarget ?? 0) }
  }

  /// Calls that the last agent-half-hour serves of the allocation with fewest agents that keeps the target.
  private var marginalCalls: Double {
    var balance = curves.reduce(0) { $0 + ($1.points.first?.beyondTarget ?? 0) }
    let pieces = curves.flatMap(\.pieces).sorted { $0.calls > $1.calls }
    var last = pieces.first?.calls ?? 0
    for piece in pieces where balance < 0 {
      last = piece.calls
      balance += piece.calls * (piece.to - piece.from)
    }
    return last
  }
}
