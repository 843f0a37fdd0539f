internal import Foundation
package import Vocabulary

/// Forecasts the calls of a month, half-hour by half-hour, a week or more ahead.
///
/// Top-down: the total of each day by several simple models, averaged on the log scale with weights earned by their
/// errors at the same distance in the series' own past; times the profile of the day's class; quantiles from the errors
/// of the very same procedure in the past. Taylor, "A Comparison of Univariate Time Series Methods for Forecasting
/// Intraday Arrivals at a Call Center" (Management Science 54, 2008) shows why nothing more dynamic is worth its while
/// at this distance.
package struct Forecaster: Sendable {
  /// Recorded days below which the plain fallback is used: the mean of recent like weekdays.
  package static let leastDays = 42
  /// Recorded days below which no forecast is made.
  package static let fewestDays = 7

  package init() {}

  /// Every half-hour of the period in order, closed ones with 0.
  package func forecast(_ request: ForecastRequest) throws(ForecastingError) -> Forecast {
    try detailedForecast(request).forecast
  }

  package func detailedForecast(_ request: ForecastRequest) throws(ForecastingError) -> DetailedForecast {
    try check(request)
    let outageDays = Set(request.events.filter { $0.kind == .outage }.flatMap(\.days))
    let grid = DayGrid(records: request.history.records, before: request.origin, excluding: outageDays)
    let recordedDays = (0..<grid.dayCount).count { grid.isRecorded($0) }
    guard recordedDays >= Forecaster.fewestDays else {
      throw .historyTooShort(recordedDays: recordedDays, origin: request.origin.date)
    }
    let handlingTimes = HandlingTimeProfile(
      records: request.history.records, before: request.origin, excluding: outageDays, holidays: request.holidays,
      fallback: request.defaultAverageHandlingTime)
    let volume = VolumeForecast(grid: grid, request: request)
    return DetailedForecast(request: request, volume: volume, handlingTimes: handlingTimes)
  }

  private func check(_ request: ForecastRequest) throws(ForecastingError) {
    guard request.period.firstHalfHour >= request.origin else {
      throw .periodBeforeOrigin(firstDay: request.period.firstDay, origin: request.origin)
    }
    guard request.share >= 0, request.share.isFinite else { throw .notANumber(what: "share", at: nil) }
    guard request.defaultAverageHandlingTime >= 0, request.defaultAverageHandlingTime.isFinite else {
      throw .notANumber(what: "aht", at: nil)
    }
    for record in request.history.records where record.start < request.origin {
      for (what, value) in [
        ("offered", record.offered), ("answered", record.answered), ("aht", record.averageHandlingTime),
      ] {
        if let value, !(value >= 0 && value.isFinite) { throw .notANumber(what: what, at: record.start) }
      }
    }
  }
}

extension CentreEvent {
  var days: [CivilDate] { from <= to ? (0...(to - from)).map { from.adding(days: $0) } : [] }
}
