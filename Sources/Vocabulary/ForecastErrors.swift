/// How far forecasts were from what came: sums over half-hours, from which every measure follows.
package struct ForecastErrors: Sendable, Equatable {
  /// Half-hours compared.
  package private(set) var halfHours = 0
  package private(set) var actual = 0.0
  package private(set) var forecast = 0.0
  package private(set) var absoluteError = 0.0
  /// Half-hours whose calls lay inside the 50, 80 and 90 % interval, rounded outwards to whole calls.
  package private(set) var inside = [0, 0, 0]

  /// The intervals judged, in the order of `inside`.
  package static let intervals = [0.5, 0.8, 0.9]

  package init() {}

  /// Σ|actual − forecast| ÷ Σ actual; nil where no calls came, as for the next.
  package var wape: Double? { actual > 0 ? absoluteError / actual : nil }
  /// Σ(forecast − actual) ÷ Σ actual: above 0 where too much was forecast.
  package var bias: Double? { actual > 0 ? (forecast - actual) / actual : nil }

  /// Part of the half-hours inside an interval of `intervals`.
  package func coverage(_ interval: Int) -> Double? {
    halfHours > 0 ? Double(inside[interval]) / Double(halfHours) : nil
  }

  /// - Parameter quantiles: at `Forecast.levels`; empty where there are none.
  package mutating func add(actual: Double, forecast: Double, quantiles: [Double] = []) {
    halfHours += 1
    self.actual += actual
    self.forecast += forecast
    absoluteError += abs(forecast - actual)
    guard quantiles.count == Forecast.levels.count else { return }
    // A level and its mirror image bound an interval: p25 and p75 the one of 50 %.
    for (interval, low) in [2, 1, 0].enumerated() {
      let high = quantiles.count - 1 - low
      if actual >= quantiles[low].rounded(.down), actual <= quantiles[high].rounded(.up) { inside[interval] += 1 }
    }
  }
}
