internal import Vocabulary

/// A day in full.
struct DayPanel {
  let day: PlannedDay
  /// The half-hours shown.
  let slots: Range<Int>

  var markup: Markup {
    """
    <article class="panel"><h3>\(heading)</h3>
    <dl class="headline small">\(figures)</dl>
    \(Piece.chart(Wording("话务量：均值与区间（通/半小时）", "Calls: mean and intervals (per half-hour)"), calls.markup, key: CallsChart.key))\
    \(Piece.chart(Wording("人力：需求与覆盖（人）", "Staff: requirement and coverage (agents)"), staff.large(day.date), key: CoverageCharts.key))\
    \(Piece.details(Wording("每半小时数据", "The half-hours in figures"), table))</article>

    """
  }

  private var heading: Markup {
    let mark: Markup = day.mark.map { " <i>\($0)</i>" } ?? ""
    let events = day.events.map { event -> Markup in " <em>\(event.kind.name): \(event.name)</em>" }
    return "\("\(day.date)") \(day.date.weekday.name)\(mark)\(events)"
  }

  private var calls: CallsChart { CallsChart(date: day.date, rows: day.forecast, slots: slots) }
  private var staff: CoverageCharts { CoverageCharts(coverage: day.coverage, slots: slots) }

  private var figures: [Markup] {
    let totals = day.totals
    let most = day.coverage.map(\.onDuty).max() ?? 0
    return [
      Piece.figure(
        NumberText.grouped(totals.calls), Wording("话务量", "Calls"),
        Wording(
          "最忙半小时 \(NumberText.grouped(day.forecast.map(\.mean).max() ?? 0))",
          "\(NumberText.grouped(day.forecast.map(\.mean).max() ?? 0)) in the busiest half-hour")),
      Piece.figure(
        totals.serviceLevel.map { NumberText.percent($0) } ?? "–", Wording("预计服务水平", "Expected service level"),
        Wording("按话务量加权", "weighted by calls")),
      Piece.figure(
        NumberText.grouped(totals.required, decimals: 1), Wording("需求人时", "Agent-hours required"),
        Wording(
          "有效人时 \(NumberText.grouped(totals.effective, decimals: 1))",
          "\(NumberText.grouped(totals.effective, decimals: 1)) effective")),
      Piece.figure(
        NumberText.grouped(totals.under, decimals: 1), Wording("缺口人时", "Agent-hours short"),
        Wording(
          "富余 \(NumberText.grouped(totals.over, decimals: 1))", "\(NumberText.grouped(totals.over, decimals: 1)) over")),
      Piece.figure(
        NumberText.grouped(most), Wording("最多同时在岗", "Most on duty at once"),
        Wording(
          "座席 \(NumberText.grouped(day.coverage.first?.seats ?? 0))",
          "of \(NumberText.grouped(day.coverage.first?.seats ?? 0)) seats")),
    ]
  }

  private var table: Markup {
    Table(
      caption: Wording("\(day.date) 每半小时", "\(day.date) by half-hour"),
      columns: [
        .text(Wording("时段", "From")), .number(Wording("话务量", "Calls")), .number(Wording("90% 区间", "90% interval")),
        .number(Wording("需求", "Required")), .number(Wording("有效", "Effective")), .number(Wording("在岗", "On duty")),
        .number(Wording("用餐", "At meals")), .number(Wording("占座", "Seated")), .number(Wording("班长", "Leads")),
        .number(Wording("缺口", "Short")), .number(Wording("富余", "Over")), .number(Wording("服务水平", "Service level")),
      ], rows: zip(day.coverage, day.forecast).filter { slots.contains($0.0.start.slot) }.map(row)
    ).markup
  }

  private func row(_ coverage: CoverageRow, _ forecast: Forecast.Row) -> Table.Row {
    let interval =
      forecast.quantiles.count == Forecast.levels.count
      ? NumberText.grouped(forecast.quantiles[0]) + "–" + NumberText.grouped(forecast.quantiles[6]) : "–"
    return Table.Row(cells: [
      "\("\(TimeOfDay(minutes: coverage.start.slot * HalfHour.minutes))")",
      "\(NumberText.grouped(forecast.mean, decimals: 1))", "\(interval)",
      "\(NumberText.grouped(coverage.required, decimals: 1))", "\(NumberText.grouped(coverage.effective, decimals: 1))",
      "\(coverage.onDuty)", "\(coverage.onMeal)", "\(coverage.seated)", "\(coverage.leads)",
      "\(NumberText.grouped(coverage.under, decimals: 1))", "\(NumberText.grouped(coverage.over, decimals: 1))",
      "\(forecast.mean > 0 ? NumberText.percent(coverage.serviceLevel) : "–")",
    ])
  }
}
