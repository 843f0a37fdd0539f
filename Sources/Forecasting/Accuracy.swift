internal import Foundation
package import Vocabulary

/// The accuracy of forecasts against what was recorded, in the definitions of the exchange formats.
///
/// Sums are kept, so that the accuracy of several months is the sum of theirs.
package struct Accuracy: Sendable, Equatable {
  /// Half-hours scored.
  package private(set) var halfHours = 0
  private var actual = 0.0
  private var absoluteError = 0.0
  private var error = 0.0
  private var scaledError = 0.0
  private var pinballSum = 0.0
  private var inside = 0
  private var noise = 0.0
  private var dayActual = 0.0
  private var dayAbsoluteError = 0.0
  private var days = 0
  private var daysInside = 0

  package init() {}

  /// Σ|actual − mean| ÷ Σ actual over half-hours; nil where no calls were recorded, as for all that follow.
  package var wapeHalfHour: Double? { actual > 0 ? absoluteError / actual : nil }
  /// The same over the totals of the days recorded in full.
  package var wapeDay: Double? { dayActual > 0 ? dayAbsoluteError / dayActual : nil }
  /// Σ(mean − actual) ÷ Σ actual.
  package var bias: Double? { actual > 0 ? error / actual : nil }
  /// Mean absolute error in units of the weekly differences of the year before the origin.
  package var mase: Double? { halfHours > 0 && scaledError.isFinite ? scaledError / Double(halfHours) : nil }
  /// 2 × mean pinball loss of the 10, 50 and 90 % quantiles ÷ mean actual.
  package var pinball: Double? { actual > 0 ? 2 * pinballSum / actual : nil }
  /// Share of the actual counts between the 10 and the 90 % quantile, rounded outwards to whole calls.
  package var coverage80: Double? { halfHours > 0 ? Double(inside) / Double(halfHours) : nil }
  /// Share of daily totals between their 10 and 90 % quantile.
  package var coverage80Day: Double? { days > 0 ? Double(daysInside) / Double(days) : nil }
  /// Σ√(2·actual/π) ÷ Σ actual: the error that chance alone leaves to a perfect forecast.
  package var poissonFloor: Double? { actual > 0 ? noise / actual : nil }

  /// - Parameters:
  ///   - weeklyDifference: the scale of `mase`, see `weeklyDifference(in:before:)`.
  package init(of forecast: DetailedForecast, against history: CallHistory, weeklyDifference: Double?) {
    self.init()
    var rows: [HalfHour: Forecast.Row] = [:]
    for row in forecast.forecast.rows { rows[row.start] = row }
    var days: [CivilDate: (actual: Double, mean: Double, isComplete: Bool)] = [:]
    for record in history.records {
      guard let row = rows[record.start] else { continue }
      var day = days[record.start.date] ?? (0, 0, true)
      if let offered = record.offered {
        add(offered, row, weeklyDifference: weeklyDifference)
        day.actual += offered
        day.mean += row.mean
      } else {
        day.isComplete = false
      }
      days[record.start.date] = day
    }
    for day in forecast.days {
      guard let sums = days[day.date], sums.isComplete else { continue }
      dayActual += sums.actual
      dayAbsoluteError += abs(sums.mean - sums.actual)
      self.days += 1
      let low = day.quantiles[Accuracy.low].rounded(.down)
      let high = day.quantiles[Accuracy.high].rounded(.up)
      if sums.actual >= low, sums.actual <= high { daysInside += 1 }
    }
  }

  private static let low = Forecast.levels.firstIndex(of: 0.10) ?? 0
  private static let middle = Forecast.levels.firstIndex(of: 0.50) ?? 0
  private static let high = Forecast.levels.firstIndex(of: 0.90) ?? 0

  private mutating func add(_ offered: Double, _ row: Forecast.Row, weeklyDifference: Double?) {
    halfHours += 1
    actual += offered
    absoluteError += abs(row.mean - offered)
    error += row.mean - offered
    scaledError += abs(row.mean - offered) / (weeklyDifference ?? .nan)
    noise += (2 * offered / .pi).squareRoot()
    for index in [Accuracy.low, Accuracy.middle, Accuracy.high] {
      let level = Forecast.levels[index]
      let quantile = row.quantiles[index]
      pinballSum += max(level * (offered - quantile), (level - 1) * (offered - quantile)) / 3
    }
    if offered >= row.quantiles[Accuracy.low].rounded(.down), offered <= row.quantiles[Accuracy.high].rounded(.up) {
      inside += 1
    }
  }

  package static func += (left: inout Accuracy, right: Accuracy) {
    left.halfHours += right.halfHours
    left.actual += right.actual
    left.absoluteError += right.absoluteError
    left.error += right.error
    left.scaledError += right.scaledError
    left.pinballSum += right.pinballSum
    left.inside += right.inside
    left.noise += right.noise
    left.dayActual += right.dayActual
    left.dayAbsoluteError += right.dayAbsoluteError
    left.days += right.days
    left.daysInside += right.daysInside
  }

  /// Mean absolute difference to a week before, over the last 52 weeks known at the origin; nil where there is none.
  package static func weeklyDifference(in history: CallHistory, before origin: HalfHour) -> Double? {
    var counts: [HalfHour: Double] = [:]
    for record in history.records where record.start < origin { counts[record.start] = record.offered }
    let week = 7 * HalfHour.perDay
    let first = origin.adding(-52 * week)
    var sum = 0.0
    var count = 0
    for record in history.records where record.start < origin && record.start >= first {
      guard let offered = record.offered, let before = counts[record.start.adding(-week)] else { continue }
      sum += abs(offered - before)
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }
}
