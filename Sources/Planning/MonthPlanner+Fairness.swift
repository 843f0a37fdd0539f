internal import Checking
package import Rostering
package import Vocabulary

extension MonthPlanner {
  /// The month planned once more without `fairness`, with the same amount of work: what the plan's fairness costs in yuan.
  /// Blocks its thread.
  ///
  /// - Returns: nil where `fairness` is off, or the run was interrupted.
  package func fairnessPrice(
    of plan: MonthPlan, options: RosterOptions, onProgress: @escaping (RosterProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(PlanningError) -> FairnessReview.Price? {
    guard let review = plan.fairness, review.isOn, !isCancelled() else { return nil }
    var centre = centre
    centre.rules.fairness = [:]
    let outcome = try MonthPlanner(centre: centre, month: month).roster(
      plan.requirement, options: options, onProgress: onProgress, isCancelled: isCancelled)
    guard !outcome.isInterrupted else { return nil }
    let check = RosterChecker(centre: centre, period: month.period, requirement: plan.requirement)
      .check(outcome.roster)
    guard check.violations.isEmpty else { throw .brokenRules(check.violations) }
    let objective = check.objective.doubleValue
    let bound = min(outcome.solution.lowerBound, objective)
    return FairnessReview.Price(
      objective: objective, lowerBound: bound,
      yuan: plan.solution.objective - review.yuan.doubleValue - objective,
      gap: max(plan.solution.objective - plan.solution.lowerBound, objective - bound),
      months: Dictionary(
        uniqueKeysWithValues: FairnessKind.allCases.map { ($0, check.fairnessReview.ledger.figures($0)) }))
  }
}
