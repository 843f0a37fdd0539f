internal import Foundation
internal import Vocabulary

/// How far forecasts made at the same distance strayed in the past, for days and for half-hours.
struct ErrorDistribution: Sendable {
  /// Standard deviation of a day's logarithmic error beyond the noise of counting.
  let dayDeviation: Double
  /// Relative variance of a half-hour's calls beyond the noise of counting, the day's error included.
  let halfHourVariance: Double

  /// What is assumed of a series without a past to judge by, worth `priorDays` judged days.
  private static let priorDayDeviation = 0.12
  private static let priorHalfHourVariance = 0.03
  private static let priorDays = 30.0
  /// Half-hours judged at most; more add nothing but time.
  private static let mostHalfHours = 6000

  /// A half-hour forecast in the past, and what came.
  struct PastHalfHour: Sendable {
    var mean: Double
    var actual: Double
  }

  /// - Parameters:
  ///   - dayErrors: logarithm of actual over forecast, with the actual, of past days.
  init(dayErrors: [(error: Double, actual: Double)], halfHours: [PastHalfHour]) {
    let count = Double(dayErrors.count)
    let magnitudes = dayErrors.map { abs($0.error) }.sorted()
    var variance = 0.0
    if !magnitudes.isEmpty {
      // The 80 % point of the absolute error, where the intervals asked for end; 1.2816 for a normal distribution.
      let point = magnitudes[min(magnitudes.count - 1, Int(0.8 * count))]
      let countNoise = median(of: dayErrors.map { 1 / max(1, $0.actual) })
      variance = max(0, point * point / (1.2816 * 1.2816) - countNoise)
    }
    let prior = ErrorDistribution.priorDayDeviation * ErrorDistribution.priorDayDeviation
    let weight = ErrorDistribution.priorDays
    dayDeviation = max(1e-4, (count * variance + weight * prior) / (count + weight)).squareRoot()
    let stride = max(1, halfHours.count / ErrorDistribution.mostHalfHours)
    let sample = Swift.stride(from: 0, to: halfHours.count, by: stride).map { halfHours[$0] }
    let judged = Double(halfHours.count) / Double(HalfHour.perDay)
    let calibrated = sample.isEmpty ? 0 : ErrorDistribution.calibratedVariance(sample)
    halfHourVariance =
      (judged * calibrated + weight * ErrorDistribution.priorHalfHourVariance) / (judged + weight)
  }

  /// The relative variance with which 80 % of the past half-hours lie between their 10 % and 90 % quantiles.
  private static func calibratedVariance(_ sample: [PastHalfHour]) -> Double {
    var low = -14.0
    var high = 2.0
    for _ in 0..<10 {
      let middle = (low + high) / 2
      let inside = sample.count { past in
        let bounds = NegativeBinomial(mean: past.mean, relativeVariance: exp(middle)).quantiles(at: [0.1, 0.9])
        return past.actual >= bounds[0].rounded(.down) && past.actual <= bounds[1].rounded(.up)
      }
      if Double(inside) < 0.8 * Double(sample.count) { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}
