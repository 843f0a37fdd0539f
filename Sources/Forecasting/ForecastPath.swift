internal import Foundation
internal import Vocabulary

/// One way the month could go: the rates and counts of all half-hours together, drawn from the forecast's distribution.
///
/// A month goes well or badly as a whole, and so does a day: the month's busyness, Gamma-distributed with mean 1, is shared by its
/// days, and a day's, which contains it, by its half-hours, as in Oreshkin, Régnard & L'Ecuyer,
/// "Rate-Based Daily Arrival Process Models with Application to Call Centers" (Operations Research 64, 2016); each half-hour
/// has a Gamma factor of its own besides, such that its rate has the forecast's variance, and Poisson counts around it.
package struct ForecastPath: Sendable, Equatable {
  /// Factor on each day's calls, by day of the forecast.
  package var busyness: [Double]
  /// Calls to expect of each half-hour on this path, by row of the forecast.
  package var rates: [Double]
  /// Calls that come.
  package var counts: [Int]

  /// - Parameter replication: each has a random stream of its own, so paths may be drawn in any order or at once.
  package init(of forecast: DetailedForecast, seed: UInt64, replication: Int) {
    var random = SeededRandom(seed: seed, stream: UInt64(truncatingIfNeeded: replication))
    let monthVariance = forecast.monthDeviation * forecast.monthDeviation
    let month = ForecastPath.factor(variance: monthVariance, &random)
    busyness = []
    rates = []
    rates.reserveCapacity(forecast.forecast.rows.count)
    for (index, row) in forecast.forecast.rows.enumerated() {
      let day = index / HalfHour.perDay
      let dayVariance = forecast.days[day].busynessDeviation * forecast.days[day].busynessDeviation
      if busyness.count <= day {
        let ofDay = (1 + dayVariance) / (1 + monthVariance) - 1
        busyness.append(month * ForecastPath.factor(variance: ofDay, &random))
      }
      let own = (1 + forecast.rateVariances[index]) / (1 + dayVariance) - 1
      rates.append(row.mean * busyness[day] * ForecastPath.factor(variance: own, &random))
    }
    // After all factors: they stay the same where only the volume differs, so that scenarios meet the same month.
    counts = rates.map { random.poisson(mean: $0) }
  }

  private static func factor(variance: Double, _ random: inout SeededRandom) -> Double {
    variance > 1e-9 ? random.gammaWithMeanOne(shape: 1 / variance) : 1
  }
}
