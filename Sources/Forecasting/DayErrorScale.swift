internal import Foundation

/// How large the logarithmic errors of days were, beyond the noise of counting.
///
/// Errors come in clusters: a month goes well or badly as a whole, and pooled over all origins the few bad months would
/// set the width for all. So it is the typical origin's errors that count: the median of the origins' own variances.
enum DayErrorScale {
  private static let leastVariance = 1e-4
  /// Judged days an origin needs to have a variance of its own, and origins needed to call one typical.
  private static let leastDays = 7
  private static let leastOrigins = 3

  /// - Parameter days: in order of their origins.
  static func variance(of days: [PastForecasts.Day]) -> Double {
    var origins: [(variance: Double, weight: Double)] = []
    var rest = days[...]
    while let origin = rest.first?.origin {
      let own = rest.prefix { $0.origin == origin }
      rest = rest.dropFirst(own.count)
      guard own.count >= leastDays else { continue }
      origins.append((pooledVariance(of: Array(own)), own.reduce(0) { $0 + $1.weight }))
    }
    guard origins.count >= leastOrigins else { return pooledVariance(of: days) }
    origins.sort { $0.variance < $1.variance }
    return weightedQuantile(0.5, of: origins.map(\.variance), weights: origins.map(\.weight))
  }

  /// The variance of a normal distribution whose central 80 % is as wide as that of the errors.
  static func pooledVariance(of days: [PastForecasts.Day]) -> Double {
    guard !days.isEmpty else { return leastVariance }
    let sorted = days.sorted { abs($0.error) < abs($1.error) }
    let end = weightedQuantile(0.8, of: sorted.map { abs($0.error) }, weights: sorted.map(\.weight))
    let deviation = end / standardNormalQuantile(0.9)
    let countNoise = median(of: days.map { 1 / max(1, $0.actual) })
    return max(leastVariance, deviation * deviation - countNoise)
  }

  /// The first of the rising values up to which more than this part of the weight lies.
  private static func weightedQuantile(_ level: Double, of values: [Double], weights: [Double]) -> Double {
    let total = weights.reduce(0, +)
    var below = 0.0
    for (value, weight) in zip(values, weights) {
      below += weight
      if below > level * total { return value }
    }
    return values[values.count - 1]
  }
}
