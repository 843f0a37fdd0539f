internal import Vocabulary

/// A day of the month with its half-hours.
struct PlannedDay {
  let date: CivilDate
  let kind: DayKind
  /// The public holiday the day belongs to, or whose make-up workday it is.
  let holidayName: String?
  let isMakeUpWorkday: Bool
  let events: [CentreEvent]
  let forecast: [Forecast.Row]
  let coverage: [CoverageRow]

  /// - Parameter index: of the day in the month, from 0.
  init(_ index: Int, of plan: MonthPlan) {
    let date = plan.month.period.firstDay.adding(days: index)
    self.date = date
    kind = plan.centre.holidays.kind(of: date)
    holidayName = plan.centre.holidays[date]?.name
    isMakeUpWorkday = plan.centre.holidays.isMakeUpWorkday(date)
    events = plan.centre.events.filter { $0.from <= date && date <= $0.to }
    forecast = Array(plan.forecast.rows.dropFirst(index * HalfHour.perDay).prefix(HalfHour.perDay))
    coverage = Array(plan.coverage.dropFirst(index * HalfHour.perDay).prefix(HalfHour.perDay))
  }

  var isRestDay: Bool { kind != .workday }
  /// Calls offered to the partner, mean.
  var calls: Double { forecast.reduce(0) { $0 + $1.mean } }
  var totals: CoverageTotals { CoverageTotals(coverage, forecast: forecast) }
}

/// What coverage adds up to over some half-hours. Agent-hours.
struct CoverageTotals {
  private(set) var calls = 0.0
  private(set) var required = 0.0
  private(set) var effective = 0.0
  private(set) var under = 0.0
  private(set) var over = 0.0
  private var callsInTime = 0.0

  /// - Parameter forecast: of the same half-hours.
  init(_ coverage: some Sequence<CoverageRow>, forecast: some Sequence<Forecast.Row>) {
    for (row, volume) in zip(coverage, forecast) {
      calls += volume.mean
      callsInTime += volume.mean * row.serviceLevel
      required += row.required / 2
      effective += row.effective / 2
      under += row.under / 2
      over += row.over / 2
    }
  }

  /// Share of the required agent-hours that are there when they are needed.
  var coveredShare: Double { required > 0 ? 1 - under / required : 1 }

  /// Expected service level, weighted by calls; nil where none are expected.
  var serviceLevel: Double? { calls > 0 ? callsInTime / calls : nil }
}
