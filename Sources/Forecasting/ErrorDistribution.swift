internal import Foundation
internal import Vocabulary

/// How far forecasts made at the same distance strayed in the past, for days and for half-hours.
///
/// Spreads are matched where they matter, at the ends of the 80 % interval, not by squared errors, which a single storm
/// would rule; recent errors count for more. A half-hour's relative variance holds the day's error and the profile's; the noise of counting is the
/// Poisson part of the negative binomial distribution and not contained.
struct ErrorDistribution: Sendable {
  /// Variance of a day's logarithmic error beyond the noise of counting.
  private let dayVariance: Double
  /// By half-hour of the day.
  private let halfHourVariances: [Double]
  /// Variance near holidays over that of other days.
  private let holidayFactor: Double
  /// Part of a day's variance that all days of a month share.
  private let sharedPart: Double

  /// What is assumed of a series without a past to judge by, and how many judged days that is worth.
  private static let priorDayVariance = 0.12 * 0.12
  private static let priorHalfHourVariance = 0.03
  private static let priorDays = 2.0
  private static let priorHalfHourDays = 5.0
  private static let priorHolidayFactor = 4.0
  private static let priorHolidays = 10.0
  private static let priorSharedPart = 0.3
  private static let priorOrigins = 3.0
  /// Half-hours are judged in blocks of three hours, each drawn towards all by this many days' worth.
  private static let blockLength = 6
  private static let priorBlockDays = 20.0
  /// Half-hours judged per block at most; more add nothing but time.
  private static let mostHalfHours = 2000

  init(past: PastForecasts) {
    let ordinary = past.days.filter { !$0.isNearHoliday }
    let special = past.days.filter(\.isNearHoliday)
    let priorDays = ErrorDistribution.priorDays
    let days = ordinary.reduce(0) { $0 + $1.weight }
    dayVariance = exp(
      (days * log(DayErrorScale.variance(of: ordinary)) + priorDays * log(ErrorDistribution.priorDayVariance))
        / (days + priorDays))
    let holidays = special.reduce(0) { $0 + $1.weight }
    let ratio = min(25, max(1, DayErrorScale.pooledVariance(of: special) / dayVariance))
    holidayFactor =
      (holidays * ratio + ErrorDistribution.priorHolidays * ErrorDistribution.priorHolidayFactor)
      / (holidays + ErrorDistribution.priorHolidays)

    sharedPart = ErrorDistribution.sharedPart(of: ordinary)

    let calibrated = ErrorDistribution.calibratedVariance(past.halfHours) ?? ErrorDistribution.priorHalfHourVariance
    let judged = past.halfHours.reduce(0) { $0 + $1.weight } / Double(HalfHour.perDay)
    let priorJudged = ErrorDistribution.priorHalfHourDays
    let overall = exp(
      (judged * log(calibrated) + priorJudged * log(ErrorDistribution.priorHalfHourVariance)) / (judged + priorJudged))
    halfHourVariances = ErrorDistribution.halfHourVariances(past.halfHours, overall: overall)
  }

  /// Standard deviation of a day's logarithmic error, which all its half-hours share.
  func dayDeviation(nearHoliday: Bool) -> Double {
    (dayVariance * (nearHoliday ? holidayFactor : 1)).squareRoot()
  }

  /// Standard deviation of the logarithmic error that all days of a month share: it is contained in each day's.
  var monthDeviation: Double { (sharedPart * dayVariance).squareRoot() }

  /// How much of the squared errors of an origin's days is their common mean: of n independent days it would be 1/n.
  ///
  /// Each origin speaks for itself, so that no bad month rules; drawn towards the prior.
  private static func sharedPart(of days: [PastForecasts.Day]) -> Double {
    var sum = priorOrigins * priorSharedPart
    var total = priorOrigins
    var rest = days[...]
    while let origin = rest.first?.origin {
      let own = rest.prefix { $0.origin == origin }
      rest = rest.dropFirst(own.count)
      let count = Double(own.count)
      let squares = own.reduce(0) { $0 + $1.error * $1.error } / count
      guard own.count >= 7, squares > 0 else { continue }
      let mean = own.reduce(0) { $0 + $1.error } / count
      let weight = own.reduce(0) { $0 + $1.weight } / count
      sum += weight * max(0, (count * mean * mean / squares - 1) / (count - 1))
      total += weight
    }
    return min(0.9, sum / total)
  }

  /// Relative variance of a half-hour's calls beyond the noise of counting.
  func halfHourVariance(slot: Int, nearHoliday: Bool) -> Double {
    halfHourVariances[slot] + (nearHoliday ? (holidayFactor - 1) * dayVariance : 0)
  }

  /// The mean over the median of a lognormal day: models average logarithms, plans need means.
  var meanOverMedian: Double { exp(dayVariance / 2) }

  /// Variances fitted by block, averaged on the log scale with the overall one, and interpolated along the day.
  private static func halfHourVariances(_ halfHours: [PastForecasts.HalfHourCount], overall: Double) -> [Double] {
    let blockCount = HalfHour.perDay / blockLength
    let blocks = (0..<blockCount).map { block in
      // Half-hours with hardly a call say nothing about their variance.
      let part = halfHours.filter { $0.slot / blockLength == block && $0.mean > 0.2 }
      guard let own = calibratedVariance(part) else { return log(overall) }
      let days = part.reduce(0) { $0 + $1.weight } / Double(blockLength)
      return (days * log(max(own, overall / 20)) + priorBlockDays * log(overall)) / (days + priorBlockDays)
    }
    return (0..<HalfHour.perDay).map { slot in
      let place = max(0, (Double(slot) + 0.5) / Double(blockLength) - 0.5)
      let low = min(blockCount - 1, Int(place))
      let high = min(blockCount - 1, low + 1)
      let fraction = place - Double(low)
      return exp((1 - fraction) * blocks[low] + fraction * blocks[high])
    }
  }

  /// The relative variance with which 80 % of the half-hours lie between their 10 % and 90 % quantiles; nil for none.
  private static func calibratedVariance(_ halfHours: [PastForecasts.HalfHourCount]) -> Double? {
    guard !halfHours.isEmpty else { return nil }
    let step = max(1, halfHours.count / mostHalfHours)
    let sample = stride(from: 0, to: halfHours.count, by: step).map { halfHours[$0] }
    let total = sample.reduce(0) { $0 + $1.weight }
    var low = log(1e-5)
    var high = log(10.0)
    for _ in 0..<10 {
      let middle = (low + high) / 2
      let inside = sample.reduce(0) { sum, past in
        let bounds = NegativeBinomial(mean: past.mean, relativeVariance: exp(middle)).quantiles(at: [0.1, 0.9])
        let isInside = past.actual >= bounds[0].rounded(.down) && past.actual <= bounds[1].rounded(.up)
        return isInside ? sum + past.weight : sum
      }
      if inside < 0.8 * total { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}
