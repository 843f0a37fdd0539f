internal import Solving
package import Vocabulary

/// The price of each hard rule, of a seat and of a person in each grade: by the prices of the relaxation, and by solving the
/// relaxation again with one unit changed.
package struct PriceExplainer {
  private let problem: RosterProblem
  private let requirement: Requirement
  private let values: MarginalValues
  /// What can be priced.
  package let changes: [UnitChange]
  private let threads: Int
  private let isCancelled: @Sendable () -> Bool

  /// Solves the relaxation of the month as it is. Blocks its thread.
  ///
  /// - Throws: `RosterError`: `.infeasible` where it is proved that no roster keeps the hard rules.
  package init(
    centre: Centre, period: Period, requirement: Requirement, threads: Int = 1,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RosterError) {
    problem = RosterProblem(centre: centre, period: period, requirement: requirement)
    self.requirement = requirement
    self.threads = threads
    self.isCancelled = isCancelled
    let proofs = ConflictAnalysis(problem: problem).proofs()
    guard proofs.isEmpty else { throw .infeasible(proofs) }
    let values = try PriceExplainer.values(problem, after: nil, threads, isCancelled)
    guard let values, values.bound.isFinite else { throw .infeasible([]) }
    self.values = values
    changes = UnitChange.all(of: problem)
  }

  /// Yuan: no roster of the month costs less, at the prices of its relaxation.
  package var bound: Double { values.bound }

  /// - Throws: `RosterError`.
  package func prices(of changes: [UnitChange]) throws(RosterError) -> [PricedChange] {
    var trials: [Trial] = []
    for change in changes { trials.append(try trial(change)) }
    // Prices found for one change bound the others too.
    var best = (values: values, bound: values.bound)
    for trial in trials {
      guard let own = trial.own, let bound = own.bound(of: problem, like: trial.priced.change.like) else { continue }
      if bound > best.bound { best = (own, bound) }
    }
    return trials.map { trial in
      var priced = trial.priced
      guard let bound = trial.bound, let changed = trial.problem else { return priced }
      let others = best.values.bound(of: changed, like: priced.change.like) ?? bound
      priced.boundChange = max(bound, others) - best.bound
      return priced
    }
  }

  private struct Trial {
    var priced: PricedChange
    var problem: RosterProblem?
    /// Of the changed month.
    var own: MarginalValues?
    var bound: Double?
  }

  private func trial(_ change: UnitChange) throws(RosterError) -> Trial {
    if change.kind == .definition { return Trial(priced: definition(change)) }
    guard change.isInRelaxation else { return Trial(priced: PricedChange(change: change)) }
    let changed = RosterProblem(centre: change.centre, period: problem.period, requirement: requirement)
    let atBase = values.bound(of: changed, like: change.like) ?? values.bound
    var trial = Trial(
      priced: PricedChange(change: change, estimate: atBase - values.bound), problem: changed, bound: .infinity)
    guard ConflictAnalysis(problem: changed).proofs().isEmpty else { return trial }
    trial.own = try PriceExplainer.values(changed, after: values, threads, isCancelled)
    trial.bound = max(atBase, trial.own?.bound ?? .infinity)
    return trial
  }

  /// R1 by the dearest of its rows.
  private func definition(_ change: UnitChange) -> PricedChange {
    let prices = values.dayPrices
    guard let day = prices.indices.max(by: { prices[$0] < prices[$1] }) else { return PricedChange(change: change) }
    // No day stands out where the price is nothing but rounding.
    let date = prices[day] < 0.005 ? nil : problem.period.firstDay.adding(days: day)
    return PricedChange(change: change, estimate: -prices[day], date: date)
  }

  private static func values(
    _ problem: RosterProblem, after similar: MarginalValues?, _ threads: Int,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(RosterError) -> MarginalValues? {
    do {
      let values = try MarginalValues(
        base: problem, after: similar, threads: threads, isCancelled: isCancelled)
      if isCancelled() { throw RosterError.interrupted }
      return values
    } catch let error as RosterError {
      throw error
    } catch {
      throw .solver("\(error)")
    }
  }
}
