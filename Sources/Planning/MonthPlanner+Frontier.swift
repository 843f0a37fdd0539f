internal import Checking
internal import Forecasting
internal import Foundation
internal import Parallel
package import Rostering
internal import Settlement
internal import Staffing
package import Vocabulary

extension MonthPlanner {
  /// Levels of service around the centre's target, each a step of log-odds from the next.
  static let frontierSteps = (-3...3).map { 0.2 * Double($0) }
  /// Paths of the forecast that a level is judged on.
  package static let frontierPaths = 200

  /// What levels of service around the target cost and bring: each is staffed by a quick roster, whose service on paths of the forecast
  /// is that of the queue of each half-hour, and each path is settled. Blocks its thread.
  ///
  /// - Parameters:
  ///   - options: their seed and threads; the paths have the same seed, so all levels meet the same calls.
  ///   - onLevel: number of the level begun, and of levels.
  /// - Returns: nil where it was cancelled.
  package func frontier(
    _ forecast: Forecast, options: RosterOptions, onLevel: (Int, Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(PlanningError) -> StaffingFrontier? {
    var quick = RosterOptions()
    (quick.effort, quick.seed, quick.threads) = (.quick, options.seed, options.threads)
    let targets = frontierTargets
    let rates = pathRates(forecast, options)
    var levels: [StaffingFrontier.Level] = []
    for (index, target) in targets.enumerated() {
      onLevel(index + 1, targets.count)
      // The price of the relaxation is near enough to compare levels.
      let rostered = try rosterAtTarget(
        requirement(forecast, target: target), forecast: forecast, options: quick, mostReplans: 0,
        isCancelled: isCancelled)
      if isCancelled() { return nil }
      levels.append(
        try level(
          target, rostered.requirement, rostered.outcome.roster, forecast, rates, threads: options.threads))
    }
    let service = centre.settings.service
    return StaffingFrontier(
      objective: service.objective, target: service.target, paths: rates.count, seed: options.seed, levels: levels)
  }

  /// The frontier with a planned roster judged queue by queue on the same paths, and call by call.
  ///
  /// - Parameter target: the level the roster was planned for.
  package func verified(
    _ frontier: StaffingFrontier, _ plan: MonthPlan, target: Double, options: RosterOptions
  ) throws(PlanningError) -> StaffingFrontier {
    var request = SimulationRequest()
    (request.seed, request.threads) = (options.seed, options.threads)
    let simulated = try simulation(
      roster: plan.roster, forecast: plan.forecast, coverage: plan.coverage,
      request: request)
    let judged = try statements(
      plan.roster, plan.coverage, plan.forecast, pathRates(plan.forecast, options), threads: options.threads)
    var frontier = frontier
    frontier.verification = StaffingFrontier.Verification(
      target: target, queues: chances(judged),
      calls: StaffingFrontier.Chances(simulated))
    return frontier
  }

  /// In rising order, four decimals; the centre's own is one of them.
  private var frontierTargets: [Double] {
    let target = centre.settings.service.target
    let targets = MonthPlanner.frontierSteps.map { step in
      guard step != 0 else { return target }
      let odds = target / (1 - target) * exp(step)
      return (odds / (1 + odds) * 10_000).rounded() / 10_000
    }
    return Array(Set(targets.filter { $0 > 0 && $0 < 1 })).sorted()
  }

  private func pathRates(_ forecast: Forecast, _ options: RosterOptions) -> [[Double]] {
    let paths = DetailedForecast(published: forecast, as: try? detailedForecast())
    return (0..<MonthPlanner.frontierPaths).map {
      ForecastPath(of: paths, seed: options.seed, replication: $0).rates
    }
  }

  /// What a planned month may bring on paths of its forecast, by the queues of its half-hours.
  ///
  /// - Parameter rates: calls to expect of each half-hour, path by path; at least one path.
  package func chances(
    _ plan: MonthPlan, rates: [[Double]], threads: Int
  ) throws(PlanningError) -> StaffingFrontier.Chances {
    chances(try statements(plan.roster, plan.coverage, plan.forecast, rates, threads: threads))
  }

  private typealias Judged = (service: VolumeOutcome, statement: SettlementStatement)

  private func level(
    _ target: Double, _ requirement: Requirement, _ roster: Roster, _ forecast: Forecast, _ rates: [[Double]],
    threads: Int
  ) throws(PlanningError) -> StaffingFrontier.Level {
    let coverage = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster).coverage
    let judged = try statements(roster, coverage, forecast, rates, threads: threads)
    func mean(_ amount: (SettlementStatement) -> Decimal) -> Double {
      judged.reduce(0) { $0 + amount($1.statement).doubleValue } / Double(judged.count)
    }
    return StaffingFrontier.Level(
      target: target, requiredHours: requirement.rows.reduce(0) { $0 + $1.required } / 2,
      paidHours: mean { $0.lines.reduce(0) { $0 + $1.hours } }, chances: chances(judged),
      mobileTotal: mean(\.mobile.total), partnerCost: mean(\.partner.cost), partnerMargin: mean(\.partner.margin))
  }

  /// The month of a roster on each path: the service by the queues of its half-hours, and what is paid for it.
  private func statements(
    _ roster: Roster, _ coverage: [CoverageRow], _ forecast: Forecast, _ rates: [[Double]], threads: Int
  ) throws(PlanningError) -> [Judged] {
    var settings = centre.settings
    // The path says what comes; nothing is averaged over.
    settings.service.uncertainty = .mean
    let estimate = ServiceEstimate(settings: settings, holidays: centre.holidays)
    let services = ParallelTasks.map(count: rates.count, threads: threads) { path in
      var onPath = forecast
      for index in onPath.rows.indices { onPath.rows[index].mean = rates[path][index] }
      return estimate.outcome(coverage: coverage, forecast: onPath)
    }
    return try services.map { service throws(PlanningError) in
      (service, try settlement(roster, service, forecast))
    }
  }

  private func chances(_ judged: [Judged]) -> StaffingFrontier.Chances {
    let levels = judged.map(\.service.serviceLevel)
    let statements = judged.map(\.statement)
    return StaffingFrontier.Chances(
      serviceLevel: MonthSimulation.Distribution(levels),
      probabilityOfTarget: Double(levels.filter { $0 >= centre.settings.service.target }.count) / Double(levels.count),
      tiers: tiers(statements), fee: MonthSimulation.Distribution(statements.map { $0.fee.doubleValue }),
      bonus: MonthSimulation.Distribution(statements.map { $0.bonus.amount.doubleValue }),
      margin: MonthSimulation.Distribution(statements.map { $0.partner.margin.doubleValue }))
  }
}
