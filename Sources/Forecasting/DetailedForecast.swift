internal import Foundation
package import Vocabulary

/// A forecast with what stands behind it: daily totals with their own quantiles, and the uncertainty all half-hours of
/// a day share.
package struct DetailedForecast: Sendable {
  package struct Day: Sendable, Equatable {
    package var date: CivilDate
    package var mean: Double
    /// Quantiles of the day's total at `Forecast.levels`.
    package var quantiles: [Double]
    /// Standard deviation of the day's busyness: the logarithmic error that all half-hours of the day share.
    package var busynessDeviation: Double

    package init(date: CivilDate, mean: Double, quantiles: [Double], busynessDeviation: Double) {
      self.date = date
      self.mean = mean
      self.quantiles = quantiles
      self.busynessDeviation = busynessDeviation
    }
  }

  package var forecast: Forecast
  package var days: [Day]
  /// Standard deviation of the logarithmic error that all days share; each day's busyness contains it.
  package var monthDeviation = 0.0
  /// By row of the forecast: variance of the half-hour's rate relative to its squared mean, the day's busyness included,
  /// the noise of counting not.
  package var rateVariances: [Double]
  /// The forecast as a product of named effects.
  package var explanation: ForecastExplanation

  package init(
    forecast: Forecast, days: [Day], rateVariances: [Double],
    explanation: ForecastExplanation = ForecastExplanation(rows: [])
  ) {
    self.forecast = forecast
    self.days = days
    self.rateVariances = rateVariances
    self.explanation = explanation
  }

  init(request: ForecastRequest, volume: VolumeForecast, handlingTimes: HandlingTimeProfile) {
    let open = Set(request.openHalfHours)
    var rows: [Forecast.Row] = []
    var rateVariances: [Double] = []
    var explained: [ForecastExplanation.Row] = []
    var days: [Day] = []
    for day in volume.days {
      var total = 0.0
      for slot in 0..<HalfHour.perDay {
        let start = HalfHour(date: day.date, slot: slot)
        guard open.contains(start) else {
          rows.append(
            Forecast.Row(start: start, mean: 0, quantiles: Forecast.levels.map { _ in 0 }, averageHandlingTime: 0))
          rateVariances.append(0)
          explained.append(ForecastExplanation.Row(day, start: start, profile: 0, share: request.share))
          continue
        }
        let mean = day.level * day.shares[slot] * request.share
        let variance = volume.errors.halfHourVariance(slot: slot, nearHoliday: day.isNearHoliday)
        let count = NegativeBinomial(mean: mean, relativeVariance: variance)
        rows.append(
          Forecast.Row(
            start: start, mean: mean, quantiles: count.quantiles(at: Forecast.levels),
            averageHandlingTime: handlingTimes.value(at: start, dayClass: day.dayClass)))
        rateVariances.append(variance)
        explained.append(ForecastExplanation.Row(day, start: start, profile: day.shares[slot], share: request.share))
        total += mean
      }
      let deviation = volume.errors.dayDeviation(nearHoliday: day.isNearHoliday)
      let count = NegativeBinomial(mean: total, relativeVariance: deviation * deviation)
      days.append(
        Day(date: day.date, mean: total, quantiles: count.quantiles(at: Forecast.levels), busynessDeviation: deviation))
    }
    forecast = Forecast(rows: rows)
    self.days = days
    monthDeviation = volume.errors.monthDeviation
    self.rateVariances = rateVariances
    explanation = ForecastExplanation(rows: explained)
  }
}

extension ForecastExplanation.Row {
  /// The level takes what turns the models' typical day into a mean, so that the product is the mean.
  fileprivate init(_ day: VolumeForecast.Day, start: HalfHour, profile: Double, share: Double) {
    let effects = day.effects
    self.init(
      start: start, level: day.level * exp(effects.level - effects.sum) * share, trend: exp(effects.trend),
      weekday: exp(effects.weekday), season: exp(effects.season), holiday: exp(effects.holiday),
      monthDay: exp(effects.monthDay), event: exp(effects.event), profile: profile, adjustment: 1,
      mean: day.level * profile * share)
  }
}
