internal import Vocabulary

/// Requirement against coverage of a day: the large chart and the small picture of it.
struct CoverageCharts {
  /// Of the whole day.
  private let rows: [CoverageRow]
  private let slots: Range<Int>

  init(coverage: [CoverageRow], slots: Range<Int>) {
    rows = coverage.filter { slots.contains($0.start.slot) }
    self.slots = slots
  }

  static let key = [
    Piece.lineKey("required", Wording("需求", "required")), Piece.lineKey("effective", Wording("有效在线", "effective")),
    Piece.areaKey("under", Wording("缺口", "short")), Piece.areaKey("over", Wording("富余", "over")),
    Piece.areaKey("meal", Wording("用餐人数", "at meals")), Piece.lineKey("seats", Wording("座席数", "seats")),
  ]

  func large(_ date: CivilDate) -> Markup {
    let busiest = rows.map { max($0.required, $0.effective, Double($0.onMeal)) }.max() ?? 1
    let seats = Double(rows.map(\.seats).max() ?? 0)
    // Seats far above everything else would flatten the picture; then a note says how many there are.
    let showsSeats = seats <= busiest * 1.5
    let ticks = Scale.ticks(to: showsSeats ? max(busiest, seats) : busiest)
    let frame = ChartFrame(
      width: 1120, height: 270, columns: Double(slots.lowerBound)...Double(slots.upperBound), top: ticks.last ?? 1)
    let limit: any ChartPart =
      showsSeats ? LineChart(values: rows.map { Double($0.seats) }, start: start, className: "seats") : SeatsNote(seats)
    return Chart(
      title: Wording("\(date) 需求与覆盖", "Requirement and coverage on \(date)"), frame: frame,
      parts: [
        Axis.values(ticks), Axis.hours(slots), over, under,
        BandChart(lower: rows.map { _ in 0 }, upper: rows.map { Double($0.onMeal) }, start: start, className: "meal"),
        limit, LineChart(values: rows.map(\.effective), start: start, className: "effective"),
        LineChart(values: rows.map(\.required), start: start, className: "required"),
        ColumnHints(hints: rows.map(hint), start: start),
      ]
    ).markup
  }

  /// - Parameter top: of the scale, the same for all days.
  func thumbnail(top: Double) -> Markup {
    let frame = ChartFrame(
      width: 150, height: 44, columns: Double(slots.lowerBound)...Double(slots.upperBound), top: top, margins: .none)
    let required = BandChart(
      lower: rows.map { _ in 0 }, upper: rows.map(\.required), start: start, className: "need-area")
    return """
      <svg class="thumbnail" viewBox="0 0 150 44" preserveAspectRatio="none" aria-hidden="true">\
      \(required.markup(in: frame))\(plainUnder.markup(in: frame))\
      \(LineChart(values: rows.map(\.effective), start: start, className: "effective").markup(in: frame))</svg>
      """
  }

  private var start: Double { Double(slots.lowerBound) }

  private var over: BandChart {
    BandChart(lower: rows.map(\.required), upper: rows.map(\.effective), start: start, className: "over")
  }

  private var under: BandChart {
    BandChart(lower: rows.map(\.effective), upper: rows.map(\.required), start: start, className: "under")
  }

  private var plainUnder: BandChart {
    BandChart(lower: rows.map(\.effective), upper: rows.map(\.required), start: start, className: "under-plain")
  }

  private func hint(_ row: CoverageRow) -> String {
    let difference = row.effective - row.required
    let sign = difference > 0 ? "+" : ""
    return "\(TimeOfDay(minutes: row.start.slot * HalfHour.minutes))"
      + "  需求 Required \(NumberText.grouped(row.required, decimals: 1))"
      + "  有效 Effective \(NumberText.grouped(row.effective, decimals: 1))"
      + "  (\(sign)\(NumberText.grouped(difference, decimals: 1)))  用餐 Meals \(row.onMeal)"
  }
}

/// The number of seats where they lie above the chart.
struct SeatsNote: ChartPart {
  private let seats: Double

  init(_ seats: Double) {
    self.seats = seats
  }

  func markup(in frame: ChartFrame) -> Markup {
    let text = Wording("座席 \(NumberText.grouped(seats))，在图外", "\(NumberText.grouped(seats)) seats, above the chart")
    return """
      <text class="seats-note" x="\(at: frame.x.range.end)" y="\(at: frame.y.range.end + 4)" text-anchor="end">\
      \(drawn: text)</text>
      """
  }
}
