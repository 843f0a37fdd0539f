internal import Vocabulary

/// The forecast of the whole centre's calls: daily totals, how they spread over the day, and the errors to expect.
struct VolumeForecast: Sendable {
  struct Day: Sendable {
    var date: CivilDate
    /// Calls expected if open all the usual hours of the day's class.
    var level: Double
    /// Part of the level that falls into each half-hour.
    var shares: [Double]
    /// `DayClass` of the date.
    var dayClass: Int
    var isNearHoliday: Bool
    /// What the level is made of, as factors' logarithms: their sum is its logarithm.
    var effects: DayEffects
  }

  let days: [Day]
  let errors: ErrorDistribution
  /// Weights of the candidate models.
  let weights: [Double]

  private static let profileSettings = WeekdayProfile.Settings(halfLife: 100, classDeviation: 0.15, smoothing: 1)

  init(grid: DayGrid, request: ForecastRequest) {
    let targetStart = request.period.firstDay - grid.firstDay
    let targets = targetStart..<targetStart + request.period.dayCount
    // A day cut by the origin is known in part: the first day wholly unknown follows it.
    let originDay = request.origin.date - grid.firstDay + (request.origin.slot > 0 ? 1 : 0)
    let dates = (0..<targets.upperBound).map { grid.firstDay.adding(days: $0) }
    let classes = dates.map { DayClass.of($0, in: request.holidays) }
    let isNearHoliday = dates.map(request.holidays.isNearHoliday)
    var series = DailySeries(grid: grid, classes: classes)
    let taught = (0..<grid.dayCount).map(series.isTaught)
    let features = CalendarFeatures(
      firstDay: grid.firstDay, dayCount: targets.upperBound, isTaught: taught, holidays: request.holidays,
      events: request.events)
    series.judgeDays(with: features)

    let models = taught.count { $0 } < Forecaster.leastDays ? [DayModel.plain] : DayModel.candidates
    let rolling = RollingForecasts(
      series: series, features: features, originDay: originDay, targets: targets, models: models)
    let weights = ModelSelection.weights(of: rolling, series: series)
    let combined = ModelSelection.combined(rolling, weights: weights)
    let profiles = rolling.origins.map { origin in
      WeekdayProfile(series: series, before: origin.day, settings: VolumeForecast.profileSettings)
        .drifted(series: series, before: origin.day, to: (origin.targets.lowerBound + origin.targets.upperBound) / 2)
    }
    let past = PastForecasts(
      rolling: rolling, combined: combined, profiles: profiles, series: series, isNearHoliday: isNearHoliday)
    let errors = ErrorDistribution(past: past)
    self.errors = errors
    self.weights = weights
    days = zip(targets, combined[combined.count - 1]).map { target, logLevel in
      var effects = DayEffects()
      for (model, weight) in weights.enumerated() {
        effects.add(rolling.effects[model][target - targets.lowerBound], weight: weight)
      }
      return Day(
        date: dates[target], level: DailySeries.calls(fromLog: logLevel) * errors.meanOverMedian,
        shares: profiles[profiles.count - 1].shares[classes[target]], dayClass: classes[target],
        isNearHoliday: isNearHoliday[target], effects: effects)
    }
  }
}
