internal import Vocabulary

/// Any day in full: calls with their intervals, requirement against coverage.
///
/// The month's small pictures are the labels of radio buttons; the one that is chosen shows its panel.
struct DaySection: ReportSection {
  let month: ReportedMonth

  let id = "days"
  let title = Wording("逐日详情", "Day by day")

  var body: Markup {
    let scale = month.days.flatMap(\.coverage).map { max($0.required, $0.effective) }.max() ?? 1
    return """
      \(Piece.note(Wording("点选一天，下方显示其详情；也可用方向键逐日切换。", "Choose a day to see it in full below; the arrow keys step through the days.")))\
      <div class="picker">
      \(month.days.indices.map(input))<div class="month">
      \(weekdays)\(month.days.enumerated().map { label($0, $1, top: scale) })</div>
      <div class="panels">
      \(month.days.map { DayPanel(day: $0, slots: month.shownSlots).markup })</div>
      </div>

      """
  }

  private func input(_ index: Int) -> Markup {
    let checked: Markup = index == 0 ? " checked=\"checked\"" : ""
    return """
      <input type="radio" class="switch" name="day" id="day-\(index + 1)" autocomplete="off"\(checked)/>
      """
  }

  private var weekdays: [Markup] {
    Weekday.allCases.map { "<span class=\"weekday\">\($0.shortName)</span>\n" }
  }

  private func label(_ index: Int, _ day: PlannedDay, top: Double) -> Markup {
    // The first day stands under its weekday; the others follow.
    let column: Markup = index == 0 ? " style=\"grid-column:\(day.date.weekday.rawValue + 1)\"" : ""
    let event: Markup = day.events.isEmpty ? "" : "<em>\(day.events.map(\.name).joined(separator: "、"))</em>"
    let mark: Markup = day.mark.map { "<i>\($0)</i>" } ?? ""
    let totals = day.totals
    return """
      <label for="day-\(index + 1)" class="day\(day.isRestDay ? " rest" : "")"\(column)>\
      <span class="name"><b>\(day.date.day)</b>\(mark)\(event)</span>\
      \(CoverageCharts(coverage: day.coverage, slots: month.shownSlots).thumbnail(top: top))\
      <small>\(Wording("缺 \(NumberText.grouped(totals.under, decimals: 1))", "short \(NumberText.grouped(totals.under, decimals: 1))")) \
      <span class="surplus">\(Wording("余 \(NumberText.grouped(totals.over, decimals: 1))", "over \(NumberText.grouped(totals.over, decimals: 1))"))</span></small></label>

      """
  }
}
