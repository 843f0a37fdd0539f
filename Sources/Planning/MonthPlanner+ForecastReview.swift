internal import Forecasting
internal import Staffing
package import Vocabulary

extension MonthPlanner {
  /// Holds a forecast against the month as it was.
  ///
  /// Agents needed are those of the requirement's own rules at the mean, for the calls and handling times forecast and for those
  /// recorded: what differs is the forecast's error alone, not the reserve an uncertain forecast asks for.
  ///
  /// - Parameters:
  ///   - actual: the whole centre's calls of the month; half-hours of other months are left out.
  ///   - model: by half-hour, the forecast without the planner's adjustments; nil where it is not known.
  package func review(
    _ forecast: Forecast, model: [HalfHour: Double]?, against actual: CallHistory, source: ForecastReview.Source
  ) -> ForecastReview {
    let share = centre.settings.share
    var recorded: [HalfHour: CallRecord] = [:]
    for record in actual.records where month.period.contains(record.start.date) { recorded[record.start] = record }
    let naive = SeasonalNaive.calls(
      centre.calls, period: month.period, origin: HalfHour(date: origin.adding(days: 1), slot: 0))
    let compared = forecast.rows.map { row in
      centre.settings.isOpen(row.start, holidays: centre.holidays) ? recorded[row.start]?.offered : nil
    }
    let needed = agentsNeeded(
      zip(forecast.rows, compared).map { row, calls in (calls == nil ? 0 : row.mean, row.averageHandlingTime) },
      forecast)
    let needAfterwards = agentsNeeded(
      zip(forecast.rows, compared).map { row, calls in
        ((calls ?? 0) * share, recorded[row.start]?.averageHandlingTime ?? row.averageHandlingTime)
      }, forecast)
    var rows: [ForecastReview.Row] = []
    var incomplete: Set<CivilDate> = []
    for (index, row) in forecast.rows.enumerated() {
      guard let calls = compared[index] else {
        if centre.settings.isOpen(row.start, holidays: centre.holidays) { incomplete.insert(row.start.date) }
        continue
      }
      rows.append(
        ForecastReview.Row(
          start: row.start, actual: calls * share, forecast: row.mean, quantiles: row.quantiles,
          model: model.map { $0[row.start] ?? row.mean }, seasonalNaive: (naive[row.start] ?? 0) * share,
          neededForForecast: needed[index], neededForActual: needAfterwards[index]))
    }
    return ForecastReview(month: month, source: source, rows: rows, incompleteDays: incomplete)
  }

  /// The last day whose calls the month's forecast may use: a week before it begins, or the last day recorded.
  package var origin: CivilDate {
    let publication = month.period.firstDay.adding(days: -Backtest.lead)
    return centre.calls.records.last.map { min(publication, $0.start.date) } ?? publication
  }

  private func agentsNeeded(
    _ volumes: [(calls: Double, handlingTime: Double)], _ forecast: Forecast
  ) -> [Double] {
    var settings = centre.settings
    settings.service.uncertainty = .mean
    // What the target needs, however the roster was made.
    settings.service.inRoster = false
    let rows = zip(forecast.rows, volumes).map { row, volume in
      Forecast.Row(
        start: row.start, mean: volume.calls,
        quantiles: [Double](repeating: volume.calls, count: Forecast.levels.count),
        averageHandlingTime: volume.handlingTime)
    }
    return RequirementPlanner(settings: settings, holidays: centre.holidays)
      .requirement(forecast: Forecast(rows: rows)).rows.map(\.required)
  }
}
