internal import Checking
package import Forecasting
internal import Foundation
package import Rostering
internal import Settlement
internal import Staffing
package import Vocabulary

/// A centre's month, stage by stage: forecast → requirement → roster → projected settlement.
///
/// Every stage works on values as they are written to files, so that a stage run alone from files gives the same results.
package struct MonthPlanner: Sendable {
  package let centre: Centre
  package let month: Month

  package init(centre: Centre, month: Month) {
    self.centre = centre
    self.month = month
  }

  /// The calls offered to the partner. Nothing recorded in the week before the month or later is used: the roster is
  /// published by then.
  package func forecast() throws(PlanningError) -> Forecast { try explainedForecast().forecast }

  /// The forecast, the planner's adjustments applied, with the effects it is made of.
  package func explainedForecast() throws(PlanningError) -> (forecast: Forecast, explanation: ForecastExplanation) {
    let detailed = try detailedForecast()
    return (detailed.forecast, detailed.explanation)
  }

  /// The same with what all half-hours of a day share, from which paths are drawn. Its rows are as the file keeps them.
  package func detailedForecast() throws(PlanningError) -> DetailedForecast {
    let period = month.period
    let publication = HalfHour(date: period.firstDay.adding(days: 1 - Backtest.lead), slot: 0)
    let recorded = centre.calls.records.last.map { $0.start.adding(1) } ?? publication
    let open = period.halfHours.filter { centre.settings.isOpen($0, holidays: centre.holidays) }
    let request = ForecastRequest(
      history: centre.calls, period: period, openHalfHours: open, holidays: centre.holidays, events: centre.events,
      share: centre.settings.share, defaultAverageHandlingTime: centre.settings.averageHandlingTime,
      origin: min(publication, recorded))
    do {
      var detailed = try Forecaster().detailedForecast(request).adjusted(by: centre.adjustments)
      detailed.forecast = detailed.forecast.asWritten
      return detailed
    } catch {
      throw .forecasting(error)
    }
  }

  /// Agents needed on the phone.
  package func requirement(_ forecast: Forecast) -> Requirement {
    requirement(forecast, target: centre.settings.service.target)
  }

  /// The same for another level of service than the centre's target.
  package func requirement(_ forecast: Forecast, target: Double) -> Requirement {
    var settings = centre.settings
    settings.service.target = target
    return RequirementPlanner(settings: settings, holidays: centre.holidays).requirement(forecast: forecast)
  }

  /// The roster and what is proved of it. Blocks its thread.
  package func roster(
    _ requirement: Requirement, options: RosterOptions, onProgress: @escaping (RosterProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(PlanningError) -> RosterOutcome {
    let problem = RosterProblem(centre: centre, period: month.period, requirement: requirement)
    let engine = RosterEngine(problem: problem, options: options, onProgress: onProgress, isCancelled: isCancelled)
    do {
      return try engine.solve()
    } catch {
      throw .roster(error)
    }
  }

  /// Everything that is published of a roster. The figures are those of the independent recomputation.
  package func plan(
    forecast: Forecast, requirement: Requirement, outcome: RosterOutcome
  ) throws(PlanningError) -> MonthPlan {
    try plan(forecast: forecast, requirement: requirement, roster: outcome.roster, solution: outcome.solution)
  }

  /// The same of a roster from elsewhere.
  ///
  /// - Parameter solution: what is proved of it; objective and terms are recomputed.
  package func plan(
    forecast: Forecast, requirement: Requirement, roster: Roster, solution: Solution
  ) throws(PlanningError) -> MonthPlan {
    let check = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster)
    guard check.violations.isEmpty else { throw .brokenRules(check.violations) }
    var solution = solution
    solution.objective = check.objective.doubleValue
    solution.basePay = check.basePay.doubleValue
    solution.terms = check.terms.map { ($0.name, $0.yuan.doubleValue) }
    solution.lowerBound = min(solution.lowerBound, solution.objective)
    let estimate = ServiceEstimate(settings: centre.settings, holidays: centre.holidays)
    var coverage = check.coverage
    var total = VolumeOutcome()
    for index in coverage.indices {
      let outcome = estimate.outcome(effective: coverage[index].effective, row: forecast.rows[index])
      coverage[index].serviceLevel = outcome.serviceLevel
      total += outcome
    }
    var plan = MonthPlan(
      centre: centre, month: month, forecast: forecast, requirement: requirement, roster: roster,
      coverage: coverage, solution: solution, settlement: try settlement(roster, total, forecast),
      compliance: check.compliance)
    plan.fairness = check.fairnessReview
    return plan
  }

  func settlement(
    _ roster: Roster, _ service: VolumeOutcome, _ forecast: Forecast
  ) throws(PlanningError) -> SettlementStatement {
    let calls = forecast.rows.reduce(0) { $0 + $1.mean }
    let seconds = forecast.rows.reduce(0) { $0 + $1.mean * $1.averageHandlingTime }
    let projected = ProjectedService(
      serviceLevel: Decimal(service.serviceLevel).rounded(decimals: 6),
      answerRate: Decimal(service.answerRate).rounded(decimals: 6),
      averageHandlingTime: Decimal(calls > 0 ? seconds / calls : centre.settings.averageHandlingTime)
        .rounded(decimals: 2), handled: Decimal(service.answered.rounded(.down)))
    do {
      return try SettlementCalculator(centre: centre, month: month).projected(roster: roster, service: projected)
    } catch {
      throw .settlement(error)
    }
  }
}

extension Forecast {
  /// The forecast with the decimals that its file keeps.
  package var asWritten: Forecast {
    func rounded(_ value: Double, _ scale: Double) -> Double { (value * scale).rounded() / scale }
    return Forecast(
      rows: rows.map { row in
        Forecast.Row(
          start: row.start, mean: rounded(row.mean, 10_000), quantiles: row.quantiles.map { rounded($0, 10_000) },
          averageHandlingTime: rounded(row.averageHandlingTime, 100))
      })
  }
}
