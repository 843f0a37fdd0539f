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
    /// The hours of one who knows the paths the month is replayed on, for the same service: with the floor of every half-hour, and
    /// without.
    package var oracleHours: Double
    package var oracleHoursWithoutFloor: Double
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
    let compared = StaffingComparison(backtest: self, forecast: past.forecast, replications: comparedPaths)
    let erlang = compared.erlang()
    let equal = compared.planned(serving: erlang.service)
    return MonthResult(
      month: past.month, calls: Double(counts.reduce(0, +)), hours: hours(staffed),
      stated: service(staffed, forecast, arrivals(past.forecast), paths),
      actual: actual.reduce(0, +) / Double(actual.count), erlangHours: erlang.hours,
      erlangService: erlang.service, equalHours: equal.hours,
      oracleHours: compared.oracle(serving: erlang.service, near: equal.target, floor: settings.service.floor),
      oracleHoursWithoutFloor: compared.oracle(serving: erlang.service, near: equal.target, floor: 0))
  }

  func hours(_ agents: [Int]) -> Double { Double(agents.reduce(0, +)) / 2 }

  func agents(_ forecast: Forecast, _ settings: CentreSettings) -> [Int] {
    RequirementPlanner(settings: settings).requirement(forecast: forecast).rows.map { $0.working?.agents ?? 0 }
  }

  func arrivals(_ forecast: DetailedForecast) -> CallTraffic.Arrivals {
    let seed = seed
    return .rates { ForecastPath(of: forecast, seed: seed, replication: $0).rates }
  }

  /// Of the month in each replication.
  func service(
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
}
