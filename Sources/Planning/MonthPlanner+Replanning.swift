internal import Checking
package import Rostering
package import Vocabulary

extension MonthPlanner {
  /// The rest of a month planned anew. Blocks its thread.
  ///
  /// - Throws: `brokenFixedDays` where what has been worked breaks a hard rule by itself.
  package func replan(
    _ requirement: Requirement, _ replanning: Replanning, options: RosterOptions,
    onProgress: @escaping (RosterProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) throws(PlanningError) -> Replanner.Outcome {
    let broken = ReplanningCheck(replanning: replanning, centre: centre, period: month.period)
      .violationsOfFixedDays(requirement: requirement)
    guard broken.isEmpty else { throw .brokenFixedDays(broken) }
    let problem = RosterProblem(centre: centre, period: month.period, requirement: requirement)
    let replanner = Replanner(
      problem: problem, replanning: replanning, options: options, onProgress: onProgress, isCancelled: isCancelled)
    do {
      return try replanner.solve()
    } catch {
      throw .roster(error)
    }
  }

  /// Everything that is published of a re-planned roster; the changes are the independent recomputation's.
  package func plan(
    forecast: Forecast, requirement: Requirement, _ replanning: Replanning, outcome: Replanner.Outcome
  ) throws(PlanningError) -> MonthPlan {
    let check = ReplanningCheck(replanning: replanning, centre: centre, period: month.period)
    let roster = outcome.outcome.roster
    let broken = check.violations(roster)
    guard broken.isEmpty else { throw .brokenRules(broken) }
    var plan = try plan(forecast: forecast, requirement: requirement, outcome: outcome.outcome)
    var summary = ReplanningSummary(
      replanning: replanning, changes: check.changes(roster), totalLowerBound: outcome.totalLowerBound)
    summary.totalLowerBound = min(
      summary.totalLowerBound, plan.solution.objective + summary.changesYuan.doubleValue)
    plan.replanning = summary
    return plan
  }
}
