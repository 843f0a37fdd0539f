internal import Checking
internal import Forecasting
internal import Foundation
internal import Planning
package import Rostering
internal import Settlement
internal import Staffing
package import Vocabulary

/// Plans a scenario as `plan` would, and works out its figures.
package struct ScenarioPlanner: Sendable {
  private let planner: MonthPlanner
  private let options: RosterOptions
  /// Forecast paths along which the settlement is drawn.
  private let paths: Int

  package init(centre: Centre, month: Month, options: RosterOptions, paths: Int) {
    planner = MonthPlanner(centre: centre, month: month)
    self.options = options
    self.paths = paths
  }

  /// Blocks its thread.
  ///
  /// - Returns: the plan and its figures, without `roster`, which is a digest of the file; nil where it was interrupted.
  /// - Throws: `PlanningError`.
  package func plan(isCancelled: @escaping @Sendable () -> Bool) throws -> (plan: MonthPlan, figures: ScenarioFigures)?
  {
    let detailed = try planner.detailedForecast()
    let forecast = detailed.forecast
    let requirement = planner.requirement(forecast)
    let outcome = try planner.roster(
      requirement, options: options, onProgress: { _ in }, isCancelled: isCancelled)
    guard !outcome.isInterrupted else { return nil }
    let plan = try planner.plan(forecast: forecast, requirement: requirement, outcome: outcome)
    var figures = figures(plan)
    try draw(detailed, plan, &figures)
    return (plan, figures)
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

  /// The settlement along forecast paths on the roster as planned.
  private func draw(_ detailed: DetailedForecast, _ plan: MonthPlan, _ figures: inout ScenarioFigures) throws {
    guard paths > 0 else { return }
    let estimate = ServiceEstimate(settings: plan.centre.settings, holidays: plan.centre.holidays)
    var counts: [Decimal: Int] = [:]
    var fees: [Double] = []
    var margins: [Double] = []
    for replication in 0..<paths {
      let path = ForecastPath(of: detailed, seed: options.seed, replication: replication)
      var service = VolumeOutcome()
      var seconds = 0.0
      for (index, row) in plan.forecast.rows.enumerated() {
        let rate = path.rates[index]
        let certain = Forecast.Row(
          start: row.start, mean: rate, quantiles: [Double](repeating: rate, count: Forecast.levels.count),
          averageHandlingTime: row.averageHandlingTime)
        service += estimate.outcome(effective: plan.coverage[index].effective, row: certain)
        seconds += rate * row.averageHandlingTime
      }
      let statement = try SettlementCalculator(centre: plan.centre, month: plan.month).projected(
        roster: plan.roster,
        service: ProjectedService(
          serviceLevel: Decimal(service.serviceLevel).rounded(decimals: 6),
          answerRate: Decimal(service.answerRate).rounded(decimals: 6),
          averageHandlingTime: Decimal(service.offered > 0 ? seconds / service.offered : 0).rounded(decimals: 2),
          handled: Decimal(service.answered.rounded(.down))))
      counts[statement.coefficient, default: 0] += 1
      fees.append(statement.fee.doubleValue)
      margins.append(statement.partner.margin.doubleValue)
    }
    figures.chances = counts.keys.sorted(by: >).map { ($0, Double(counts[$0] ?? 0) / Double(paths)) }
    for (key, values) in [("fee", fees.sorted()), ("margin", margins.sorted())] {
      figures.numbers[key + "P10"] = values[min(paths - 1, paths / 10)]
      figures.numbers[key + "P90"] = values[min(paths - 1, paths * 9 / 10)]
    }
  }
}
