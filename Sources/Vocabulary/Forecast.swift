/// The forecast of the calls offered to the partner, half-hour by half-hour.
package struct Forecast: Sendable, Equatable {
  /// The levels of the quantiles, in the order of the columns p05…p95.
  package static let levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

  package struct Row: Sendable, Equatable {
    package var start: HalfHour
    package var mean: Double
    /// Quantiles of the count in this half-hour at `Forecast.levels`, rising, not negative.
    package var quantiles: [Double]
    /// Average handling time in seconds.
    package var averageHandlingTime: Double

    package init(start: HalfHour, mean: Double, quantiles: [Double], averageHandlingTime: Double) {
      self.start = start
      self.mean = mean
      self.quantiles = quantiles
      self.averageHandlingTime = averageHandlingTime
    }
  }

  /// Every half-hour of the period in order, closed ones with 0.
  package var rows: [Row]

  package init(rows: [Row]) {
    self.rows = rows
  }
}
