internal import Checking
internal import Forecasting
internal import Foundation
internal import Planning
package import Rostering
internal import Staffing
package import Vocabulary

/// Plans a scenario as `plan` would, and works out its figures.
package struct ScenarioPlanner: Sendable {
  private let planner: MonthPlanner
  private let options: RosterOptions
  private let draws: MonthDraws

  package init(centre: Centre, month: Month, options: RosterOptions, draws: MonthDraws) {
    planner = MonthPlanner(centre: centre, month: month)
    self.options = options
    self.draws = draws
  }

  /// Blocks its thread.
  ///
  /// - Returns: the plan and its figures, without `roster`, which is a digest of the file; nil where it was interrupted.
  /// - Throws: `PlanningError`.
  package func plan(isCancelled: @escaping @Sendable () -> Bool) throws -> (plan: MonthPlan, figures: ScenarioFigures)?
  {
    let detailed = try planner.detailedForecast()
    let forecast = detailed.forecast
    let rostered = try planner.rosterAtTarget(
      planner.requirement(forecast), forecast: forecast, options: options, isCancelled: isCancelled)
    guard !rostered.outcome.isInterrupted else { return nil }
    let plan = try planner.plan(forecast: forecast, requirement: rostered.requirement, outcome: rostered.outcome)
    var figures = figures(plan)
    try draw(detailed, plan, &figures, isCancelled: isCancelled)
    return isCancelled() && draws.simulatedMonths > 0 ? nil : (plan, figures)
  }

  private func figures(_ plan: MonthPlan) -> ScenarioFigures {
    let statement = plan.settlement
    let (mobile, partner) = (statement.mobile, statement.partner)
    var figures = ScenarioFigures()
    for line in statement.lines { figures.money["seats.\(line.kind.rawValue)"] = line.amount }
    for (key, amount) in [
      ("seatsAmount", statement.seatsAmount), ("coefficient", statement.coefficient), ("assessed", statement.assessed),
      ("bonus", statement.bonus.amount), ("fee", statement.fee), ("site", mobile.site), ("mobileTotal", mobile.total),
      ("wages", partner.wages), ("overtimePay", partner.overtime), ("shifts", partner.shifts),
      ("nights", partner.nights), ("staffBonus", partner.staffBonus), ("cost", partner.cost),
      ("margin", partner.margin),
    ] { figures.money[key] = amount }
    let service = ServiceEstimate(settings: plan.centre.settings, holidays: plan.centre.holidays)
      .outcome(coverage: plan.coverage, forecast: plan.forecast)
    let paid = Dictionary(plan.centre.shifts.map { ($0.code, $0.paidMinutes) }, uniquingKeysWith: { first, _ in first })
    let minutes = plan.roster.entries.reduce(0) { $0 + (paid[$1.shift] ?? 0) }
    var numbers: [(String, Double)] = [
      ("people", Double(Set(plan.roster.entries.map(\.agent)).count)), ("calls", service.offered),
      ("serviceLevel", service.serviceLevel), ("answerRate", service.answerRate),
      ("objective", plan.solution.objective), ("lowerBound", plan.solution.lowerBound),
      ("paidHours", Double(minutes) / 60),
    ]
    let overtime = statement.lines.first { $0.kind == .overtime }?.hours ?? 0
    numbers.append(("overtimeHours", overtime.doubleValue))
    numbers.append(("requiredHours", plan.requirement.rows.reduce(0) { $0 + $1.required } / 2))
    numbers.append(("underHours", plan.coverage.reduce(0) { $0 + $1.under } / 2))
    numbers.append(("settlementSeats", statement.lines.reduce(Decimal(0)) { $0 + $1.quantity }.doubleValue))
    numbers.append(("seatedHighest", Double(plan.coverage.map(\.seated).max() ?? 0)))
    for (key, value) in numbers { figures.numbers[key] = (value * 1e6).rounded() / 1e6 }
    return figures
  }

  /// What the month may bring on the roster as planned: the same months for every scenario, since the seed is.
  private func draw(
    _ detailed: DetailedForecast, _ plan: MonthPlan, _ figures: inout ScenarioFigures,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    guard let chances = try chances(detailed, plan, isCancelled: isCancelled) else { return }
    for tier in chances.tiers {
      if let known = figures.chances.firstIndex(where: { $0.coefficient == tier.value }) {
        figures.chances[known].share += tier.probability
      } else {
        figures.chances.append((tier.value, tier.probability))
      }
    }
    figures.chances.sort { $0.coefficient > $1.coefficient }
    figures.numbers["serviceLevelMean"] = (chances.serviceLevel.mean * 1e6).rounded() / 1e6
    figures.numbers["targetChance"] = (chances.probabilityOfTarget * 1e6).rounded() / 1e6
    for (key, values) in [("fee", chances.fee), ("margin", chances.margin)] {
      guard let values else { continue }
      for (point, value) in [("Mean", values.mean), ("P05", values.p05), ("P95", values.p95)] {
        figures.numbers[key + point] = (value * 100).rounded() / 100
      }
    }
  }

  /// Call by call where the study asks for it, else by the queues of the half-hours; nil where it asks for neither.
  private func chances(
    _ detailed: DetailedForecast, _ plan: MonthPlan, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> StaffingFrontier.Chances? {
    if draws.simulatedMonths > 0 {
      var request = SimulationRequest()
      (request.replications, request.seed, request.threads) = (draws.simulatedMonths, options.seed, 1)
      let simulated = try planner.simulation(
        roster: plan.roster, forecast: plan.forecast, coverage: plan.coverage, request: request,
        isCancelled: isCancelled)
      return StaffingFrontier.Chances(simulated)
    }
    guard draws.paths > 0 else { return nil }
    let rates = (0..<draws.paths).map { ForecastPath(of: detailed, seed: options.seed, replication: $0).rates }
    return try planner.chances(plan, rates: rates, threads: 1)
  }
}
