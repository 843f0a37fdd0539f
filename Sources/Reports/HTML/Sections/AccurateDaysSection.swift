internal import Vocabulary

/// Forecast and actual calls of every day.
struct AccurateDaysSection: ReportSection {
  let review: ForecastReview

  let id = "days"
  let title = Wording("逐日", "Day by day")

  private static let key = [
    Piece.areaKey("workday", Wording("实际", "came")), Piece.lineKey("required", Wording("预测", "forecast")),
  ]

  var body: Markup {
    """
    \(Piece.chart(Wording("每日话务量（通）", "Calls by day"), chart, key: AccurateDaysSection.key))\(table)
    """
  }

  private var chart: Markup {
    let days = review.byDay
    let ticks = Scale.ticks(to: days.map { max($0.errors.actual, $0.errors.forecast) }.max() ?? 1)
    let frame = ChartFrame(
      width: 1120, height: 250, columns: 0...Double(max(1, days.count)), top: ticks.last ?? 1)
    let bars = days.map { date, errors in
      Bars.Bar(
        value: errors.actual, className: date.weekday >= .saturday ? "rest-day" : "workday",
        hint: "\(date) \(NumberText.grouped(errors.actual)) / \(NumberText.grouped(errors.forecast))")
    }
    let labels = Axis(side: .bottom, ticks: days.enumerated().map { (Double($0) + 0.5, "\($1.date.day)") })
    return Chart(
      title: Wording("每日实际与预测话务量", "Calls that came and calls forecast by day"), frame: frame,
      parts: [
        Axis.values(ticks), Bars(bars: bars),
        LineChart(values: days.map(\.errors.forecast), start: 0, className: "required"), labels,
      ]
    ).markup
  }

  private var table: Markup {
    ErrorTable(
      caption: Wording("每日误差", "Errors by day"), key: Wording("日期", "Date"),
      rows: review.byDay.map { date, errors in
        ErrorTable.Row(
          name: Wording("\(date) \(date.weekday.shortName.chinese)", "\(date) \(date.weekday.shortName.english)"),
          errors: errors, isRest: date.weekday >= .saturday)
      }
    ).markup
  }
}

/// Errors of several groups of half-hours, a row each; groups without half-hours are left out.
struct ErrorTable {
  struct Row {
    let name: Wording
    let errors: ForecastErrors
    var isRest = false
  }

  let caption: Wording
  let key: Wording
  let rows: [Row]

  var markup: Markup {
    Table(
      caption: caption,
      columns: [
        .text(key), .number(Wording("实际", "Came")), .number(Wording("预测", "Forecast")),
        .number(Wording("偏差", "Bias")), .number(Wording("半小时误差", "Error by half-hour")),
        .number(Wording("落在 80% 区间内", "Inside 80%")),
      ], rows: rows.filter { $0.errors.halfHours > 0 }.map(row)
    ).markup
  }

  private func row(_ row: Row) -> Table.Row {
    func percent(_ share: Double?) -> String { share.map { NumberText.percent($0) } ?? "–" }
    let errors = row.errors
    return Table.Row(
      cells: [
        "\(row.name)", "\(NumberText.grouped(errors.actual))", "\(NumberText.grouped(errors.forecast))",
        "\(bias(errors.bias))", "\(percent(errors.wape))", "\(percent(errors.coverage(1)))",
      ], className: row.isRest ? "rest" : "")
  }

  /// In the colours of staffing: too little forecast leaves a centre short.
  private func bias(_ bias: Double?) -> Markup {
    guard let bias else { return "–" }
    let level = HeatLevel(difference: 100 * bias, required: 100)
    let sign = bias > 0 ? "+" : ""
    return "<span class=\"level \(level.className)\">\(sign + NumberText.percent(bias))</span>"
  }
}
