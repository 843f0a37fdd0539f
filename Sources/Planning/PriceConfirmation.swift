internal import Checking
internal import Foundation
package import Rostering
package import Vocabulary

/// Confirms prices: the month and each of its changes are planned anew, with the same amount of work, and judged by the
/// recomputation alone. A roster of one that keeps the rules of the other at less cost counts for both.
package struct PriceConfirmation {
  private let planner: MonthPlanner
  private let requirement: Requirement
  private let options: RosterOptions
  private let onProgress: (RosterProgress) -> Void
  private let isCancelled: @Sendable () -> Bool

  package init(
    planner: MonthPlanner, requirement: Requirement, options: RosterOptions,
    onProgress: @escaping (RosterProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.planner = planner
    self.requirement = requirement
    self.options = options
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  /// Blocks its thread.
  ///
  /// - Parameter onStep: told the change at hand; nil for the month as it is.
  package func confirmed(
    _ prices: MonthPrices, onStep: (UnitChange?) -> Void = { _ in }
  ) throws(PlanningError) -> MonthPrices {
    onStep(nil)
    var (best, base) = try planned(planner.centre)
    var result = prices
    for index in prices.prices.indices where prices.prices[index].priced.change.kind != .definition {
      let change = prices.prices[index].priced.change
      onStep(change)
      do {
        let (roster, cost) = try planned(change.centre)
        result.prices[index].outcome = .planned(cost)
        if let known = objective(of: roster, in: planner.centre), known < base.objective {
          best = roster
          base.objective = known
        }
      } catch .roster(.infeasible) {
        result.prices[index].outcome = .noRoster(isProved: true)
      } catch .roster(.noneFound) {
        result.prices[index].outcome = .noRoster(isProved: false)
      }
    }
    result.base = base.bounded
    for index in result.prices.indices {
      guard case .planned(var cost)? = result.prices[index].outcome else { continue }
      if let known = objective(of: best, in: result.prices[index].priced.change.centre) {
        cost.objective = min(cost.objective, known)
      }
      result.prices[index].outcome = .planned(cost.bounded)
    }
    return result
  }

  private func planned(_ centre: Centre) throws(PlanningError) -> (roster: Roster, cost: PlannedCost) {
    let outcome = try MonthPlanner(centre: centre, month: planner.month).roster(
      requirement, options: options, onProgress: onProgress, isCancelled: isCancelled)
    if outcome.isInterrupted { throw .roster(.interrupted) }
    let check = check(outcome.roster, centre)
    guard check.violations.isEmpty else { throw .brokenRules(check.violations) }
    return (
      outcome.roster,
      PlannedCost(objective: check.objective.doubleValue, lowerBound: outcome.solution.lowerBound)
    )
  }

  /// Nil where the roster breaks a hard rule.
  private func objective(of roster: Roster, in centre: Centre) -> Double? {
    let check = check(roster, centre)
    return check.violations.isEmpty ? check.objective.doubleValue : nil
  }

  private func check(_ roster: Roster, _ centre: Centre) -> RosterCheck {
    RosterChecker(centre: centre, period: planner.month.period, requirement: requirement).check(roster)
  }
}

extension PlannedCost {
  /// The engine's bound and the recomputation's objective differ by roundings.
  fileprivate var bounded: PlannedCost {
    PlannedCost(objective: objective, lowerBound: min(objective, lowerBound))
  }
}
