internal import Parallel
package import Vocabulary

/// Rolling-origin accuracy: each month is forecast from what was known a week before it began.
package struct Backtest: Sendable {
  package struct MonthResult: Sendable {
    package var month: Month
    /// The last day whose records were used.
    package var origin: CivilDate
    package var forecast: DetailedForecast
    package var accuracy: Accuracy
    /// As measured by the clock handed in.
    package var seconds: Double
  }

  package var months: [MonthResult]
  /// Over all months.
  package var overall: Accuracy

  /// Days between the last day known and the first of the month.
  package static let lead = 7

  /// - Parameters:
  ///   - months: nil = the last `defaultMonthCount` with history enough.
  ///   - threads: months forecast side by side; the result is the same for any number.
  ///   - clock: seconds since any fixed instant, to time each month's forecast.
  package init(
    history: CallHistory, holidays: HolidayCalendar, events: [CentreEvent] = [], months: [Month]? = nil,
    defaultAverageHandlingTime: Double = 150, threads: Int = 1, clock: @escaping @Sendable () -> Double = { 0 }
  ) throws(ForecastingError) {
    let months = months ?? Backtest.lastMonths(of: history)
    let results = ParallelTasks.map(count: months.count, threads: threads) { index in
      Result { () throws(ForecastingError) in
        let started = clock()
        var result = try Backtest.result(
          for: months[index], history: history, holidays: holidays, events: events,
          defaultAverageHandlingTime: defaultAverageHandlingTime)
        result.seconds = clock() - started
        return result
      }
    }
    self.months = []
    overall = Accuracy()
    for result in results {
      let month = try result.get()
      self.months.append(month)
      overall += month.accuracy
    }
  }

  private static func result(
    for month: Month, history: CallHistory, holidays: HolidayCalendar, events: [CentreEvent],
    defaultAverageHandlingTime: Double
  ) throws(ForecastingError) -> MonthResult {
    let period = month.period
    let origin = HalfHour(date: period.firstDay.adding(days: 1 - Backtest.lead), slot: 0)
    let open = history.records.lazy.map(\.start).filter { period.contains($0.date) }
    let request = ForecastRequest(
      history: history, period: period, openHalfHours: Array(open), holidays: holidays, events: events,
      defaultAverageHandlingTime: defaultAverageHandlingTime, origin: origin)
    let forecast = try Forecaster().detailedForecast(request)
    let accuracy = Accuracy(
      of: forecast, against: history, weeklyDifference: Accuracy.weeklyDifference(in: history, before: origin))
    return MonthResult(
      month: month, origin: period.firstDay.adding(days: -Backtest.lead), forecast: forecast, accuracy: accuracy,
      seconds: 0)
  }

  package static let defaultMonthCount = 6

  /// The last months with recorded calls before which at least `Forecaster.leastDays` days lie.
  package static func lastMonths(of history: CallHistory) -> [Month] {
    let recorded = history.records.filter { $0.offered != nil }
    guard let first = recorded.first?.start.date, let last = recorded.last?.start.date else { return [] }
    var months: [Month] = []
    var month = Month(containing: last)
    while months.count < defaultMonthCount,
      month.period.firstDay.adding(days: 1 - lead) - first >= Forecaster.leastDays
    {
      months.append(month)
      month = month.adding(months: -1)
    }
    return months.reversed()
  }
}
