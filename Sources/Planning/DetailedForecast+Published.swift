internal import Forecasting
internal import Foundation
internal import Vocabulary

extension DetailedForecast {
  /// A forecast as published, which may have been changed by hand, with the uncertainty behind it.
  ///
  /// - Parameter made: the forecast of the centre's history; nil where there is none to forecast from. Then the quantiles tell how
  ///   far the rate may go wrong, all half-hours of a day together.
  init(published: Forecast, as made: DetailedForecast?) {
    if let made, made.forecast.rows.count == published.rows.count {
      self = made
      forecast = published
      return
    }
    var days: [Day] = []
    var variances: [Double] = []
    for start in stride(from: 0, to: published.rows.count, by: HalfHour.perDay) {
      let rows = published.rows[start..<min(published.rows.count, start + HalfHour.perDay)]
      let calls = rows.reduce(0) { $0 + $1.mean }
      let shared = calls > 0 ? rows.reduce(0) { $0 + $1.mean * $1.rateVariance } / calls : 0
      days.append(
        Day(
          date: rows[start].start.date, mean: calls, quantiles: Forecast.levels.map { _ in calls },
          busynessDeviation: shared.squareRoot()))
      variances += rows.map { max($0.rateVariance, shared) }
    }
    self.init(forecast: published, days: days, rateVariances: variances)
  }
}

extension Forecast.Row {
  /// Variance of the rate relative to its squared mean: what the 10 % and 90 % quantiles show beyond the noise of counting.
  fileprivate var rateVariance: Double {
    guard mean > 0, quantiles.count == Forecast.levels.count else { return 0 }
    let deviation = max(0, quantiles[5] - quantiles[1]) / 2.5631031310892007
    return max(0, deviation * deviation - mean) / (mean * mean)
  }
}
