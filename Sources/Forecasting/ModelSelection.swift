internal import Foundation

/// Weights of the candidate models by how well each forecast the series' own past at the same distance.
enum ModelSelection {
  /// How sharply a larger error lowers a weight.
  static let sharpness = 12.0
  /// Days after which a past forecast counts half.
  static let halfLife = 365.0

  /// - Returns: weights that sum to 1, by model.
  static func weights(of forecasts: RollingForecasts, series: DailySeries) -> [Double] {
    let errors = pastErrors(of: forecasts, series: series)
    guard let best = errors.min(), best > 0, best.isFinite else {
      return [Double](repeating: 1 / Double(max(1, errors.count)), count: errors.count)
    }
    let raw = errors.map { pow(best / $0, sharpness) }
    let total = raw.reduce(0, +)
    return raw.map { $0 / total }
  }

  /// Weighted mean over the past origins of Σ|actual − forecast| ÷ Σ actual, by model; each origin's error is taken
  /// relative to the models' median, so that months nobody could foresee do not decide.
  static func pastErrors(of forecasts: RollingForecasts, series: DailySeries) -> [Double] {
    var sums = [Double](repeating: 0, count: forecasts.models.count)
    let last = forecasts.origins.last?.day ?? 0
    for (index, origin) in forecasts.origins.dropLast().enumerated() {
      let targets = origin.targets.filter { $0 < series.dayCount && series.isTaught($0) }
      guard targets.count >= 7, !series.shifts(within: origin) else { continue }
      let errors = forecasts.models.indices.map { model in
        targets.reduce(0) { sum, day in
          sum
            + abs(
              series.levels[day]
                - DailySeries.calls(fromLog: forecasts.values[model][index][day - origin.targets.lowerBound]))
        } / max(1, targets.reduce(0) { $0 + series.levels[$1] })
      }
      let usual = max(median(of: errors), 1e-9)
      let weight = exp2(-Double(last - origin.day) / halfLife) * Double(targets.count)
      for model in sums.indices { sums[model] += weight * errors[model] / usual }
    }
    return sums
  }

  /// The models' forecasts averaged on the log scale, by origin and target.
  static func combined(_ forecasts: RollingForecasts, weights: [Double]) -> [[Double]] {
    forecasts.origins.indices.map { origin in
      (0..<forecasts.origins[origin].targets.count).map { target in
        weights.indices.reduce(0) { $0 + weights[$1] * forecasts.values[$1][origin][target] }
      }
    }
  }
}
