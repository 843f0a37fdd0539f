internal import Forecasting
internal import Simulation
internal import Staffing
internal import Vocabulary

/// The hours that allocations of a month need for the same simulated service, on the same paths of the forecast.
struct StaffingComparison {
  private let backtest: StaffingBacktest
  private let detailed: DetailedForecast
  private let replications: Int
  private var forecast: Forecast { detailed.forecast }
  /// The very rates that replications follow.
  private let paths: [[Double]]

  init(backtest: StaffingBacktest, forecast: DetailedForecast, replications: Int) {
    self.backtest = backtest
    detailed = forecast
    self.replications = replications
    paths = (0..<replications).map { ForecastPath(of: forecast, seed: backtest.seed, replication: $0).rates }
  }

  /// Erlang C half-hour by half-hour at the mean forecast.
  func erlang() -> (hours: Double, service: Double) {
    let service = backtest.settings.service
    let agents = forecast.rows.map { row in
      row.mean > 0 && row.averageHandlingTime > 0
        ? CallQueue(arrivalRate: row.mean / 1800, handlingTime: row.averageHandlingTime, patience: nil)
          .leastAgents(serviceLevel: service.target, within: service.within, formula: service.formula)
        : 0
    }
    return (backtest.hours(agents), simulated(agents))
  }

  /// Our allocation, and the target with which it serves as many.
  func planned(serving goal: Double) -> (hours: Double, target: Double) {
    bisected(0.3...0.999, steps: 9, serving: goal, floor: backtest.settings.service.floor) {
      backtest.agents(forecast, $0)
    }
  }

  /// The allocation of one who knows the paths: for queues that are stationary in each half-hour none has fewer hours.
  func oracle(serving goal: Double, near target: Double, floor: Double) -> Double {
    let targets = max(0.01, target - 0.064)...min(0.9999, target + 0.064)
    return bisected(targets, steps: 7, serving: goal, floor: floor) {
      RequirementPlanner(settings: $0).agents(
        onPaths: paths, handlingTimes: forecast.rows.map(\.averageHandlingTime))
    }.hours
  }

  private func simulated(_ agents: [Int]) -> Double {
    let levels = backtest.service(agents, forecast, backtest.arrivals(detailed), replications)
    return levels.reduce(0, +) / Double(levels.count)
  }

  /// The lowest of the targets whose allocation serves a share, on the line between the last two tried.
  private func bisected(
    _ targets: ClosedRange<Double>, steps: Int, serving goal: Double, floor: Double,
    _ allocate: (CentreSettings) -> [Int]
  ) -> (hours: Double, target: Double) {
    func tried(_ target: Double) -> (target: Double, hours: Double, service: Double) {
      var settings = backtest.settings
      settings.service.target = target
      settings.service.floor = floor
      let agents = allocate(settings)
      return (target, backtest.hours(agents), simulated(agents))
    }
    var low = tried(targets.lowerBound)
    var high = tried(targets.upperBound)
    guard low.service < goal else { return (low.hours, low.target) }
    for _ in 0..<steps {
      let middle = tried((low.target + high.target) / 2)
      if middle.service >= goal { high = middle } else { low = middle }
    }
    let part = high.service > low.service ? min(1, (goal - low.service) / (high.service - low.service)) : 1
    return (low.hours + part * (high.hours - low.hours), low.target + part * (high.target - low.target))
  }
}
