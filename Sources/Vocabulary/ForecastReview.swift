/// A forecast held against the month as it was.
///
/// Calls are the partner's: those recorded times the share. Half-hours without a recorded count are left out everywhere.
package struct ForecastReview: Sendable, Equatable {
  /// Where the forecast held against the month came from.
  package enum Source: Sendable, Equatable {
    /// A folder of results or a frozen forecast.
    case file(String)
    /// None was kept: made once more from what was known a week before the month.
    case madeAgain
  }

  package struct Row: Sendable, Equatable {
    package var start: HalfHour
    package var actual: Double
    package var forecast: Double
    /// At `Forecast.levels`.
    package var quantiles: [Double]
    /// Without the planner's adjustments; nil where it is not known.
    package var model: Double?
    /// The last like weekday's half-hour known when the forecast was made.
    package var seasonalNaive: Double
    /// Agents needed, at the mean, for the calls and handling times forecast and for those that came.
    package var neededForForecast: Double
    package var neededForActual: Double

    package init(
      start: HalfHour, actual: Double, forecast: Double, quantiles: [Double], model: Double?, seasonalNaive: Double,
      neededForForecast: Double, neededForActual: Double
    ) {
      self.start = start
      self.actual = actual
      self.forecast = forecast
      self.quantiles = quantiles
      self.model = model
      self.seasonalNaive = seasonalNaive
      self.neededForForecast = neededForForecast
      self.neededForActual = neededForActual
    }
  }

  /// Errors by half-hours and by the totals of days recorded in full.
  package struct Comparison: Sendable, Equatable {
    package var halfHours: ForecastErrors
    package var days: ForecastErrors
  }

  package let month: Month
  package let source: Source
  /// Half-hours open and recorded, in order.
  package let rows: [Row]
  /// Days of the month with an open half-hour that was not recorded.
  package let incompleteDays: Set<CivilDate>

  package init(month: Month, source: Source, rows: [Row], incompleteDays: Set<CivilDate>) {
    self.month = month
    self.source = source
    self.rows = rows
    self.incompleteDays = incompleteDays
  }

  // MARK: Errors

  package var forecast: Comparison { comparison(hasIntervals: true) { $0.forecast } }
  package var seasonalNaive: Comparison { comparison { $0.seasonalNaive } }
  /// Nil where the model's own numbers are not known.
  package var model: Comparison? {
    rows.contains { $0.model == nil } ? nil : comparison { $0.model ?? $0.forecast }
  }

  /// The half-hours the planner adjusted: with and without the adjustment; nil where there are none.
  package var adjusted: (planner: ForecastErrors, model: ForecastErrors)? {
    let changed = rows.filter { row in row.model.map { abs($0 - row.forecast) > 1e-3 } ?? false }
    guard !changed.isEmpty else { return nil }
    return (errors(changed) { $0.forecast }, errors(changed) { $0.model ?? $0.forecast })
  }

  package var byDay: [(date: CivilDate, errors: ForecastErrors)] {
    month.period.days.compactMap { date in
      let errors = errors(rows.filter { $0.start.date == date })
      return errors.halfHours > 0 ? (date, errors) : nil
    }
  }

  /// Monday to Sunday.
  package var byWeekday: [ForecastErrors] { group(7) { $0.date.weekday.rawValue } }
  package var byHour: [ForecastErrors] { group(24) { $0.slot / 2 } }
  /// By half-hour of the day.
  package var bySlot: [ForecastErrors] { group(HalfHour.perDay) { $0.slot } }

  // MARK: What the error cost

  /// Agent-hours that a staffing for the forecast has beyond the need of the calls that came, half-hour by half-hour.
  package var hoursOver: Double { rows.reduce(0) { $0 + max(0, $1.neededForForecast - $1.neededForActual) / 2 } }
  /// Agent-hours it lacks.
  package var hoursUnder: Double { rows.reduce(0) { $0 + max(0, $1.neededForActual - $1.neededForForecast) / 2 } }
  package var hoursNeeded: Double { rows.reduce(0) { $0 + $1.neededForActual / 2 } }

  // MARK: Sums

  private func errors(_ rows: [Row], _ value: (Row) -> Double) -> ForecastErrors {
    rows.reduce(into: ForecastErrors()) { $0.add(actual: $1.actual, forecast: value($1)) }
  }

  private func errors(_ rows: [Row]) -> ForecastErrors {
    rows.reduce(into: ForecastErrors()) { $0.add(actual: $1.actual, forecast: $1.forecast, quantiles: $1.quantiles) }
  }

  private func group(_ count: Int, _ key: (HalfHour) -> Int) -> [ForecastErrors] {
    var groups = [ForecastErrors](repeating: ForecastErrors(), count: count)
    for row in rows {
      groups[key(row.start)].add(actual: row.actual, forecast: row.forecast, quantiles: row.quantiles)
    }
    return groups
  }

  private func comparison(hasIntervals: Bool = false, _ value: (Row) -> Double) -> Comparison {
    var halfHours = ForecastErrors()
    var totals: [CivilDate: (actual: Double, forecast: Double)] = [:]
    for row in rows {
      halfHours.add(actual: row.actual, forecast: value(row), quantiles: hasIntervals ? row.quantiles : [])
      totals[row.start.date, default: (0, 0)].actual += row.actual
      totals[row.start.date, default: (0, 0)].forecast += value(row)
    }
    var days = ForecastErrors()
    for (date, total) in totals.sorted(by: { $0.key < $1.key }) where !incompleteDays.contains(date) {
      days.add(actual: total.actual, forecast: total.forecast)
    }
    return Comparison(halfHours: halfHours, days: days)
  }
}
