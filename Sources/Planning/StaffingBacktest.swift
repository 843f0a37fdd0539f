internal import Foundation
package import Forecasting
internal import Simulation
internal import Staffing
package import Vocabulary

/// How past months would have been served, had their floors been staffed as planned a week before they began.
///
/// Each month's forecast sees nothing of the week before it. Its requirement is put on the floor half-hour by half-hour, without
/// shrinkage or shifts, and replayed call by call: on paths of the forecast, which gives what a planner would have been told, and on
/// the days as they came.
package struct StaffingBacktest: Sendable {
  package struct MonthResult: Sendable {
    package var month: Month
    package var calls: Double
    /// Agent-hours on the phone.
    package var hours: Double
    /// Service of the month on each path of the forecast, and on the days as they came.
    package var stated: [Double]
    package var actual: Double
    /// Hours of Erlang C half-hour by half-hour at the mean forecast, its simulated service, and the hours that our allocation needs
    /// for the same.
    package var erlangHours: Double
    package var erlangService: Double
    package var equalHours: Double
  }

  package var settings: CentreSettings
  package var paths = 50
  package var seed: UInt64 = 1
  package var threads = 2
  /// Replications of the days as they came.
  private let actualReplications = 4
  private let comparedPaths = 10

  package init(settings: CentreSettings) {
    self.settings = settings
  }

  /// Every month of a backtest against the calls recorded in it.
  package func result(of past: Backtest.MonthResult, history: CallHistory) -> MonthResult {
    let forecast = past.forecast.forecast
    let staffed = agents(forecast, settings)
    let recorded = Dictionary(
      history.records.map { ($0.start, $0.offered) }, uniquingKeysWith: { first, _ in first })
    // Half-hours that were open but not recorded are taken as forecast.
    let counts = forecast.rows.map { Int(((recorded[$0.start] ?? nil) ?? $0.mean).rounded()) }
    let actual = service(staffed, forecast, .counts(counts), actualReplications)
    let (erlangHours, erlangService, equalHours) = compared(past.forecast)
    return MonthResult(
      month: past.month, calls: Double(counts.reduce(0, +)), hours: hours(staffed),
      stated: service(staffed, forecast, arrivals(past.forecast), paths),
      actual: actual.reduce(0, +) / Double(actual.count), erlangHours: erlangHours, erlangService: erlangService,
      equalHours: equalHours)
  }

  private func hours(_ agents: [Int]) -> Double { Double(agents.reduce(0, +)) / 2 }

  private func agents(_ forecast: Forecast, _ settings: CentreSettings) -> [Int] {
    RequirementPlanner(settings: settings).requirement(forecast: forecast).rows.map { $0.working?.agents ?? 0 }
  }

  private func arrivals(_ forecast: DetailedForecast) -> CallTraffic.Arrivals {
    let seed = seed
    return .rates { ForecastPath(of: forecast, seed: seed, replication: $0).rates }
  }

  /// Of the month in each replication.
  private func service(
    _ agents: [Int], _ forecast: Forecast, _ arrivals: CallTraffic.Arrivals, _ replications: Int
  ) -> [Double] {
    let traffic = CallTraffic(
      arrivals: arrivals, handlingTimes: forecast.rows.map(\.averageHandlingTime), patience: settings.patience)
    var options = SimulationOptions(within: settings.service.within)
    options.replications = replications
    options.seed = seed
    options.threads = threads
    return MonthSimulator(floor: SimulatedFloor(agents: agents), traffic: traffic, options: options).run().months
      .map { $0.value(.serviceLevel(settings.service.formula)) ?? 1 }
  }

  /// Erlang C half-hour by half-hour, and the allocation whose service on the same paths is the same: its target is bisected.
  private func compared(_ detailed: DetailedForecast) -> (hours: Double, service: Double, equalHours: Double) {
    let forecast = detailed.forecast
    let erlang = forecast.rows.map { row in
      row.mean > 0 && row.averageHandlingTime > 0
        ? CallQueue(arrivalRate: row.mean / 1800, handlingTime: row.averageHandlingTime, patience: nil)
          .leastAgents(
            serviceLevel: settings.service.target, within: settings.service.within, formula: settings.service.formula)
        : 0
    }
    func mean(_ agents: [Int]) -> Double {
      let levels = service(agents, forecast, arrivals(detailed), comparedPaths)
      return levels.reduce(0, +) / Double(levels.count)
    }
    let goal = mean(erlang)
    var (low, high) = (0.3, 0.999)
    var reaching = hours(erlang)
    for _ in 0..<9 {
      var trial = settings
      trial.service.target = (low + high) / 2
      let agents = agents(forecast, trial)
      if mean(agents) >= goal {
        high = trial.service.target
        reaching = hours(agents)
      } else {
        low = trial.service.target
      }
    }
    return (hours(erlang), goal, reaching)
  }
}
