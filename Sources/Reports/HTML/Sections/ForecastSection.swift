internal import Vocabulary

/// The calls of the month, day by day.
struct ForecastSection: ReportSection {
  let month: ReportedMonth

  let id = "forecast"
  let title = Wording("话务预测", "Forecast")

  var body: Markup {
    """
    \(Piece.chart(Wording("每日话务量（均值，通）", "Calls by day (mean)"), chart, key: key))\
    \(Piece.note(
      Wording(
        "每天的区间不能由各半小时的分位数相加得到：一天之内的误差彼此相关。半小时的 50%、80%、90% 区间见下方“逐日详情”的任意一天。",
        "A day's interval is not the sum of its half-hours' quantiles: errors within a day go together. The 50%, 80% and 90% intervals of the half-hours of any day are under “Day by day”."
      )))\
    \(Piece.details(Wording("逐日数据", "The days in figures"), table))
    """
  }

  private var key: [Markup] {
    let names: [(DayKind, Wording)] = [
      (.workday, Wording("工作日", "workday")), (.restDay, Wording("休息日", "rest day")),
      (.statutoryHoliday, Wording("法定节假日", "public holiday")),
    ]
    return names.filter { kind, _ in month.days.contains { $0.kind == kind } }
      .map { Piece.areaKey(barClass($0), $1) }
  }

  private func barClass(_ kind: DayKind) -> String {
    switch kind {
    case .workday: "workday"
    case .restDay: "rest-day"
    case .statutoryHoliday: "holiday"
    }
  }

  private var chart: Markup {
    let ticks = Scale.ticks(to: month.days.map(\.calls).max() ?? 1)
    var margins = ChartMargins()
    margins.bottom = 42
    let frame = ChartFrame(
      width: 1120, height: 250, columns: 0...Double(max(1, month.days.count)), top: ticks.last ?? 1, margins: margins)
    return Chart(
      title: Wording("每日话务量", "Calls by day"), frame: frame,
      parts: [Axis.values(ticks), Bars(bars: month.days.map(bar)), dayLabels, weekdayLabels]
    ).markup
  }

  private func bar(_ day: PlannedDay) -> Bars.Bar {
    let notes = [day.mark?.chinese].compactMap { $0 } + day.events.map(\.name)
    return Bars.Bar(
      value: day.calls, className: barClass(day.kind),
      hint: (["\(day.date) \(NumberText.grouped(day.calls))"] + notes).joined(separator: " · "))
  }

  private var dayLabels: Axis {
    Axis(
      side: .bottom, ticks: month.days.enumerated().map { (Double($0) + 0.5, "\($1.date.day)") })
  }

  private var weekdayLabels: WeekdayLabels { WeekdayLabels(days: month.days) }

  private var table: Markup {
    Table(
      caption: Wording("每日预测", "Forecast by day"),
      columns: [
        .text(Wording("日期", "Date")), .text(Wording("星期", "Weekday")), .text(Wording("特殊日", "Special")),
        .number(Wording("话务量", "Calls")), .number(Wording("最忙半小时", "Busiest half-hour")),
        .number(Wording("其均值", "Its mean")), .number(Wording("平均处理时长（秒）", "Average handling time (s)")),
      ], rows: month.days.map(row)
    ).markup
  }

  private func row(_ day: PlannedDay) -> Table.Row {
    let busiest = day.forecast.max { $0.mean < $1.mean }
    let seconds = day.forecast.reduce(0) { $0 + $1.mean * $1.averageHandlingTime }
    let events = day.events.map { Wording(same: $0.name) }
    let special = ([day.mark].compactMap { $0 } + events).map { "\($0) " as Markup }
    return Table.Row(
      cells: [
        "\("\(day.date)")", "\(day.date.weekday.shortName)", "\(special)", "\(NumberText.grouped(day.calls))",
        "\(busiest.map { "\(TimeOfDay(minutes: $0.start.slot * HalfHour.minutes))" } ?? "–")",
        "\(NumberText.grouped(busiest?.mean ?? 0))",
        "\(day.calls > 0 ? NumberText.grouped(seconds / day.calls, decimals: 1) : "–")",
      ], className: day.isRestDay ? "rest" : "")
  }
}

/// Weekdays under the days of a chart, and the names of holidays.
struct WeekdayLabels: ChartPart {
  let days: [PlannedDay]

  func markup(in frame: ChartFrame) -> Markup {
    let labels = days.enumerated().map { index, day -> Markup in
      """
      <text class="\(day.isRestDay ? "rest" : "")" x="\(at: frame.x.position(Double(index) + 0.5))" \
      y="\(at: frame.y.range.start + 33)" text-anchor="middle">\(drawn: day.date.weekday.shortName)</text>
      """
    }
    return "<g class=\"axis\">\(labels)</g>"
  }
}
