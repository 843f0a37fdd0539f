internal import Vocabulary

/// The calls of a day with their intervals, half-hour by half-hour.
struct CallsChart {
  let date: CivilDate
  /// Of the whole day.
  let rows: [Forecast.Row]
  /// The half-hours shown.
  let slots: Range<Int>

  static let key = [
    Piece.lineKey("mean", Wording("均值", "mean")), Piece.areaKey("band50", Wording("50% 区间", "50% interval")),
    Piece.areaKey("band80", Wording("80% 区间", "80% interval")),
    Piece.areaKey("band90", Wording("90% 区间", "90% interval")),
  ]

  var markup: Markup {
    let shown = rows.filter { slots.contains($0.start.slot) }
    let hasQuantiles = shown.allSatisfy { $0.quantiles.count == Forecast.levels.count }
    let ticks = Scale.ticks(to: shown.map { max($0.mean, $0.quantiles.last ?? 0) }.max() ?? 1)
    let frame = ChartFrame(
      width: 1120, height: 230, columns: Double(slots.lowerBound)...Double(slots.upperBound), top: ticks.last ?? 1)
    // The level at an index and its mirror image bound an interval: p05 and p95 the one of 90 %.
    let bands = hasQuantiles ? ["band90", "band80", "band50"].enumerated().map { band(shown, $0, $1) } : []
    return Chart(
      title: Wording("\(date) 话务量", "Calls on \(date)"), frame: frame,
      parts: [Axis.values(ticks), Axis.hours(slots)] + bands + [
        LineChart(values: shown.map(\.mean), start: start, shape: .straight, className: "mean"),
        ColumnHints(hints: shown.map(hint), start: start),
      ]
    ).markup
  }

  private var start: Double { Double(slots.lowerBound) }

  private func band(_ shown: [Forecast.Row], _ level: Int, _ className: String) -> any ChartPart {
    BandChart(
      lower: shown.map { $0.quantiles[level] }, upper: shown.map { $0.quantiles[Forecast.levels.count - 1 - level] },
      start: start, shape: .straight, className: className)
  }

  private func hint(_ row: Forecast.Row) -> String {
    let time = TimeOfDay(minutes: row.start.slot * HalfHour.minutes)
    guard row.quantiles.count == Forecast.levels.count else { return "\(time)  \(NumberText.grouped(row.mean))" }
    let (low, high) = (NumberText.grouped(row.quantiles[1]), NumberText.grouped(row.quantiles[5]))
    return "\(time)  \(NumberText.grouped(row.mean))  [80%: \(low)–\(high)]"
  }
}
