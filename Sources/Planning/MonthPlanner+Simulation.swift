internal import Forecasting
internal import Foundation
internal import Settlement
internal import Simulation
internal import Staffing
package import Vocabulary

extension MonthPlanner {
  /// Replays the month of a roster call by call.
  ///
  /// - Parameters:
  ///   - forecast: as published; how it may go wrong is what `detailedForecast` says.
  ///   - coverage: the roster's, with the service the plan expects.
  package func simulation(
    roster: Roster, forecast: Forecast, coverage: [CoverageRow], request: SimulationRequest,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(PlanningError) -> MonthSimulation {
    var traffic = CallTraffic(
      arrivals: arrivals(forecast, request), handlingTimes: forecast.rows.map(\.averageHandlingTime),
      patience: centre.settings.patience)
    traffic.handling = .lognormal(variation: request.handlingVariation)
    traffic.redialShare = request.redialShare
    var options = SimulationOptions(within: centre.settings.service.within)
    options.replications = request.replications
    options.seed = request.seed
    options.threads = request.threads
    options.shrinkage = forecast.rows.map { centre.settings.shrinkage(at: $0.start, holidays: centre.holidays) }
    let highest = options.shrinkage.max() ?? 0
    options.absence = min(request.absence ?? centre.settings.absence, highest)
    let result = MonthSimulator(
      floor: SimulatedFloor(roster: roster, centre: centre, period: month.period), traffic: traffic, options: options
    ).run(isCancelled: isCancelled)
    return try described(result, roster, forecast, coverage, request)
  }

  private func arrivals(_ forecast: Forecast, _ request: SimulationRequest) -> CallTraffic.Arrivals {
    switch request.basis {
    case .actual:
      let recorded = Dictionary(
        centre.calls.records.map { ($0.start, $0.offered) }, uniquingKeysWith: { first, _ in first })
      // A half-hour that was not recorded is taken as forecast.
      return .counts(
        forecast.rows.map { row in
          Int(((recorded[row.start] ?? nil).map { $0 * centre.settings.share } ?? row.mean).rounded())
        })
    case .forecast:
      let paths = DetailedForecast(published: forecast, as: try? detailedForecast())
      let seed = request.seed
      return .rates { ForecastPath(of: paths, seed: seed, replication: $0).rates }
    }
  }

  private func described(
    _ result: SimulationResult, _ roster: Roster, _ forecast: Forecast, _ coverage: [CoverageRow],
    _ request: SimulationRequest
  ) throws(PlanningError) -> MonthSimulation {
    let service = centre.settings.service
    let indicator = SimulatedIndicator.serviceLevel(service.formula)
    let levels = result.months.map { $0.value(indicator) ?? 1 }
    let statements = try result.months.map { counts throws(PlanningError) in
      try settlement(roster, counts, forecast)
    }
    var simulation = MonthSimulation(
      basis: request.basis, replications: result.replications, seed: request.seed, target: service,
      month: span(result.month, planned: planned(coverage.indices, coverage, forecast)),
      serviceLevel: MonthSimulation.Distribution(levels),
      probabilityOfTarget: Double(levels.filter { $0 >= service.target }.count) / Double(max(1, levels.count)),
      fee: MonthSimulation.Distribution(statements.map { $0.fee.doubleValue }),
      bonus: MonthSimulation.Distribution(statements.map { $0.bonus.amount.doubleValue }))
    simulation.margin = MonthSimulation.Distribution(statements.map { $0.partner.margin.doubleValue })
    simulation.halfHours = result.halves.enumerated().map { index, counts in
      span(counts, planned: forecast.rows[index].mean > 0 ? coverage[index].serviceLevel : nil)
    }
    simulation.days = result.days.enumerated().map { day, counts in
      let rows = day * HalfHour.perDay..<min(coverage.count, (day + 1) * HalfHour.perDay)
      return span(counts, planned: planned(rows, coverage, forecast))
    }
    describe(&simulation, statements)
    simulation.worst = worst(simulation, coverage, forecast)
    return simulation
  }

  /// What the plan expects of a span, weighted by calls.
  private func planned(_ rows: Range<Int>, _ coverage: [CoverageRow], _ forecast: Forecast) -> Double? {
    let calls = rows.reduce(0) { $0 + forecast.rows[$1].mean }
    guard calls > 0 else { return nil }
    return rows.reduce(0) { $0 + forecast.rows[$1].mean * coverage[$1].serviceLevel } / calls
  }

  private func span(_ counts: ReplicatedCounts, planned: Double?) -> MonthSimulation.Span {
    func estimate(_ indicator: SimulatedIndicator) -> MonthSimulation.Estimate? {
      counts.value(indicator).map {
        MonthSimulation.Estimate(value: $0, halfWidth: counts.halfWidth(indicator))
      }
    }
    return MonthSimulation.Span(
      offered: Double(counts.sum.offered) / Double(max(1, counts.replications)),
      serviceLevel: estimate(.serviceLevel(centre.settings.service.formula)), abandonment: estimate(.abandonment),
      speedOfAnswer: estimate(.speedOfAnswer), occupancy: estimate(.occupancy), planned: planned)
  }

  private func settlement(
    _ roster: Roster, _ counts: CallCounts, _ forecast: Forecast
  ) throws(PlanningError) -> SettlementStatement {
    var outcome = VolumeOutcome()
    let calls = counts.counted(centre.settings.service.formula)
    outcome.offered = Double(counts.offered)
    outcome.good = Double(calls.good)
    outcome.counted = Double(calls.counted)
    outcome.answered = Double(counts.answered)
    return try settlement(roster, outcome, forecast)
  }

  /// Scores, tiers and what decides them, over the replications.
  private func describe(_ simulation: inout MonthSimulation, _ statements: [SettlementStatement]) {
    let count = Double(max(1, statements.count))
    let simulated = ["serviceLevel", "answerRate"]
    simulation.indicators = centre.contract.indicators.filter { simulated.contains($0.name) }.map { indicator in
      let results = statements.compactMap { $0.indicators.first { $0.name == indicator.name } }
      return MonthSimulation.Indicator(
        name: indicator.name, actual: MonthSimulation.Distribution(results.map { $0.actual.doubleValue }),
        score: MonthSimulation.Distribution(results.map { $0.score.doubleValue }),
        probabilityMet: Double(results.filter(\.met).count) / count)
    }
    let scores = Dictionary(grouping: statements) { Int($0.scores.lowest.doubleValue.rounded(.down)) }
    simulation.scores = scores.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value.count) / count) }
    simulation.tiers = tiers(statements)
  }

  /// How often each coefficient is reached.
  func tiers(_ statements: [SettlementStatement]) -> [MonthSimulation.Tier] {
    centre.contract.coefficients.sorted { $0.from > $1.from }.map { tier in
      let reached = statements.filter { statement in
        let best = centre.contract.coefficients.filter { $0.from <= statement.scores.lowest }.map(\.from).max()
        return (best ?? centre.contract.coefficients.map(\.from).min()) == tier.from
      }
      return MonthSimulation.Tier(
        from: tier.from, value: tier.value, probability: Double(reached.count) / Double(max(1, statements.count)))
    }
  }

  /// The half-hours in which most calls are served late beyond what the target allows, the worst first.
  private func worst(
    _ simulation: MonthSimulation, _ coverage: [CoverageRow], _ forecast: Forecast
  ) -> [MonthSimulation.WorstHalfHour] {
    let estimate = ServiceEstimate(settings: centre.settings, holidays: centre.holidays)
    let target = centre.settings.service.target
    func late(_ span: MonthSimulation.Span) -> Double { (target - (span.serviceLevel?.value ?? 1)) * span.offered }
    let order = simulation.halfHours.indices.filter { late(simulation.halfHours[$0]) > 0 }
      .sorted { (late(simulation.halfHours[$0]), $1) > (late(simulation.halfHours[$1]), $0) }
    return order.prefix(10).map { index in
      let effective = coverage[index].effective
      var toAdd = 0.0
      while toAdd < 1000,
        estimate.outcome(effective: effective + toAdd, row: forecast.rows[index]).serviceLevel < target
      { toAdd += 1 }
      return MonthSimulation.WorstHalfHour(
        start: forecast.rows[index].start, span: simulation.halfHours[index], effective: effective, toAdd: toAdd)
    }
  }
}
