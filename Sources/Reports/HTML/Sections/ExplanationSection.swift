internal import Vocabulary

/// The forecast as a product of named effects, day by day, and how a typical day's calls spread over its half-hours.
struct ExplanationSection: ReportSection {
  let month: ReportedMonth
  let explanation: ForecastExplanation

  let id = "explanation"
  let title = Wording("预测由何而来", "What the forecast is made of")

  var body: Markup {
    """
    \(Piece.note(
      Wording(
        "每天的话务 = 水平 × 各项系数。系数大于 1 抬高话务，小于 1 压低话务；—表示没有影响（差不到 0.05%）。每个半小时再乘以它在当天的占比；逐个半小时的乘积见 explain.csv。",
        "The calls of a day are its level times the factors. A factor above 1 raises them, below 1 lowers them; – is no effect (less than 0.05%). Each half-hour has its part of the day; explain.csv has the product of every half-hour."
      )))\
    \(example)\(table)\(profiles)
    """
  }

  // MARK: One half-hour, factor by factor

  private var example: Markup {
    guard let row = explanation.rows.max(by: { $0.mean < $1.mean }), row.mean > 0 else { return "" }
    let parts = row.factors.map { factor -> Markup in
      switch factor.name {
      case "level": "\(NumberText.grouped(factor.value)) \(factor.wording)"
      case "profile": " × \(NumberText.percent(factor.value, decimals: 2)) \(factor.wording)"
      default:
        abs(factor.value - 1) < 5e-4 ? "" : " × \(NumberText.grouped(factor.value, decimals: 3)) \(factor.wording)"
      }
    }
    return """
      <p>\(Wording("最忙的半小时 \(row.start)：", "The busiest half-hour, \(row.start): "))\(parts) = \
      <b>\(NumberText.grouped(row.mean, decimals: 1))</b> \(Wording("通", "calls"))</p>

      """
  }

  // MARK: Days

  private struct DayFactors {
    let day: PlannedDay
    let level: Double
    /// Trend to event in the order of the file.
    let factors: [Double]
    let adjustment: Double
  }

  private var days: [DayFactors] {
    month.days.compactMap { day in
      let rows = explanation.rows.filter { $0.start.date == day.date }
      guard let first = rows.first else { return nil }
      let model = rows.reduce(0) { $0 + $1.modelMean }
      return DayFactors(
        day: day, level: first.level,
        factors: [first.trend, first.weekday, first.season, first.holiday, first.monthDay, first.event],
        adjustment: model > 0 ? rows.reduce(0) { $0 + $1.mean } / model : 1)
    }
  }

  private var table: Markup {
    Table(
      caption: Wording("逐日的系数", "The factors of each day"),
      columns: [
        .text(Wording("日期", "Date")), .text(Wording("星期", "Weekday")), .text(Wording("特殊日", "Special")),
        .number(Wording("水平（通）", "Level (calls)")), .number(Wording("趋势", "Trend")),
        .number(Wording("星期", "Weekday")), .number(Wording("季节", "Season")),
        .number(Wording("节假日", "Holiday")), .number(Wording("月内日（账单）", "Day of month")),
        .number(Wording("活动", "Event")), .number(Wording("人工调整", "Planner")), .number(Wording("话务量", "Calls")),
      ], rows: days.map(row)
    ).markup
  }

  private func row(_ factors: DayFactors) -> Table.Row {
    let day = factors.day
    let special = ([day.mark].compactMap { $0 } + day.events.map { Wording(same: $0.name) }).map { "\($0) " as Markup }
    let cells: [Markup] =
      ["\("\(day.date)")", "\(day.date.weekday.shortName)", "\(special)", "\(NumberText.grouped(factors.level))"]
      + (factors.factors + [factors.adjustment]).map(cell) + ["\(NumberText.grouped(day.calls))"]
    return Table.Row(cells: cells, className: day.isRestDay ? "rest" : "")
  }

  /// A factor on the ground of its size: up in the colours of more, down in those of less.
  private func cell(_ factor: Double) -> Markup {
    guard abs(factor - 1) >= 5e-4 else { return "–" }
    let level = HeatLevel(difference: 100 * (factor - 1), required: 100)
    return "<span class=\"level \(level.className)\">×\(NumberText.grouped(factor, decimals: 3))</span>"
  }

  // MARK: Profiles

  private var profiles: Markup {
    let kinds: [(Bool, Wording, String)] = [
      (false, Wording("典型工作日", "typical working day"), "effective"),
      (true, Wording("典型休息日", "typical rest day"), "seats"),
    ]
    let shown = kinds.compactMap { isRest, name, className in
      typicalDay(isRest).map { (day: $0, name: name, className: className, values: profile(of: $0.date)) }
    }
    guard !shown.isEmpty else { return "" }
    let slots = month.shownSlots
    let ticks = Scale.ticks(to: shown.flatMap(\.values).max() ?? 1)
    let frame = ChartFrame(
      width: 1120, height: 200, columns: Double(slots.lowerBound)...Double(slots.upperBound), top: ticks.last ?? 1)
    let lines = shown.map { kind in
      LineChart(
        values: Array(kind.values[slots]), start: Double(slots.lowerBound), shape: .straight, className: kind.className)
    }
    let chart = Chart(
      title: Wording("一天之内的占比", "Parts of the day"), frame: frame,
      parts: [Axis.values(ticks), Axis.hours(slots)] + lines)
    let key = shown.map { kind in
      Piece.lineKey(
        kind.className,
        Wording("\(kind.name.chinese) \(kind.day.date)", "\(kind.name.english), \(kind.day.date)"))
    }
    return Piece.chart(Wording("每半小时占全天话务的百分比", "Each half-hour's part of the day (%)"), chart.markup, key: key)
  }

  /// The day of a kind whose calls are the middle ones.
  private func typicalDay(_ isRest: Bool) -> PlannedDay? {
    let alike = month.days.filter { $0.isRestDay == isRest && $0.calls > 0 }.sorted {
      ($0.calls, $0.date) < ($1.calls, $1.date)
    }
    return alike.isEmpty ? nil : alike[alike.count / 2]
  }

  /// Percent by half-hour of the day.
  private func profile(of date: CivilDate) -> [Double] {
    var values = [Double](repeating: 0, count: HalfHour.perDay)
    for row in explanation.rows where row.start.date == date { values[row.start.slot] = 100 * row.profile }
    return values
  }
}
