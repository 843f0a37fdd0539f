internal import Foundation
internal import Vocabulary

/// The forecast of the whole centre's calls: daily totals, how they spread over the day, and the errors to expect.
struct VolumeForecast: Sendable {
  /// By day of the period: calls expected if open all the usual hours of the day's class.
  let levels: [Double]
  /// By day of the period.
  let classes: [Int]
  let profile: WeekdayProfile
  let errors: ErrorDistribution
  /// The candidate models' weights, for whoever wants to know.
  let weights: [Double]

  init(grid: DayGrid, request: ForecastRequest) {
    let targetStart = request.period.firstDay - grid.firstDay
    let targets = targetStart..<targetStart + request.period.dayCount
    // A day cut by the origin is known in part: the first day wholly unknown follows it.
    let originDay = request.origin.date - grid.firstDay + (request.origin.slot > 0 ? 1 : 0)
    let days = (0..<targets.upperBound).map { grid.firstDay.adding(days: $0) }
    let classes = days.map { DayClass.of($0, in: request.holidays) }
    var series = DailySeries(grid: grid, classes: classes)
    let taught = (0..<grid.dayCount).map { series.isTaught($0) }
    let features = CalendarFeatures(
      firstDay: grid.firstDay, dayCount: targets.upperBound, isTaught: taught, holidays: request.holidays,
      events: request.events)
    let models = taught.count { $0 } < Forecaster.leastDays ? [DayModel.plain] : DayModel.candidates
    let reference = DayModel(levelHalfLife: 20, yearly: 0)
    series.judgeDays(with: features, priorDeviations: reference.priorDeviations(of: features, knowsYear: false))
    let rolling = RollingForecasts(
      series: series, features: features, originDay: originDay, targets: targets, models: models)
    weights = ModelSelection.weights(of: rolling, series: series)
    let combined = ModelSelection.combined(rolling, weights: weights)
    let settings = WeekdayProfile.Settings(halfLife: 90, classDeviation: 0.15, smoothing: 1)
    let profiles = rolling.origins.map { origin in
      WeekdayProfile(
        grid: grid, classes: classes, levels: series.levels, weights: series.weights,
        end: min(origin.day, grid.dayCount),
        settings: settings)
    }
    var dayErrors: [(error: Double, actual: Double)] = []
    var halfHours: [ErrorDistribution.PastHalfHour] = []
    for (index, origin) in rolling.origins.enumerated().dropLast() {
      for day in origin.targets where day < grid.dayCount && series.isTaught(day) {
        let logLevel = combined[index][day - origin.targets.lowerBound]
        dayErrors.append((series.logs[day] - logLevel, series.levels[day]))
        for slot in 0..<HalfHour.perDay where !grid[day, slot].isNaN {
          let mean = DailySeries.calls(fromLog: logLevel) * profiles[index].shares[classes[day]][slot]
          halfHours.append(ErrorDistribution.PastHalfHour(mean: mean, actual: grid[day, slot]))
        }
      }
    }
    errors = ErrorDistribution(dayErrors: dayErrors, halfHours: halfHours)
    levels = combined.last?.map(DailySeries.calls(fromLog:)) ?? []
    profile = profiles[profiles.count - 1]
    self.classes = Array(classes[targets])
  }
}
