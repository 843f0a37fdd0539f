internal import Vocabulary

/// Where in the month staff is short or over: a cell for each half-hour.
struct HeatMapSection: ReportSection {
  let month: ReportedMonth

  let id = "heat"
  let title = Wording("余缺热力图", "Short and over")

  var body: Markup {
    """
    \(Piece.note(
      Wording(
        "每格为该半小时的有效人力减需求，四舍五入到人：负数为缺，正数为余；不足半人不显示。颜色分档：需求的 10% 以内、25% 以内、25% 以上。",
        "Each cell is effective staff less the requirement of a half-hour, in whole agents: negative is short, positive is over, less than half an agent is left out. Shades: up to 10%, up to 25%, more than 25% of the requirement."
      )))<ul class="key levels">\(HeatLevel.allCases.map(level))</ul>
    <figure><div class="scroll">\(map.markup)</div></figure>

    """
  }

  private func level(_ level: HeatLevel) -> Markup {
    let names = [
      Wording("缺 >25%", "short >25%"), Wording("缺 10–25%", "short 10–25%"), Wording("缺 <10%", "short <10%"),
      Wording("持平", "even"), Wording("余 <10%", "over <10%"), Wording("余 10–25%", "over 10–25%"),
      Wording("余 >25%", "over >25%"),
    ]
    return "<li><span class=\"level \(level.className)\">\(names[level.rawValue + 3])</span></li>"
  }

  private var map: HeatMap {
    let slots = month.shownSlots
    let hours = stride(from: slots.lowerBound, to: slots.upperBound, by: 2).map {
      (column: $0 - slots.lowerBound, label: "\($0 / 2):00")
    }
    return HeatMap(
      title: Wording("全月每半小时的余缺", "Short and over by half-hour of the month"), rows: month.days.map(row),
      columns: hours, columnCount: slots.count)
  }

  private func row(_ day: PlannedDay) -> HeatMap.Row {
    let weekday = day.date.weekday.shortName
    return HeatMap.Row(
      label: "\(day.date.day) <tspan class=\"weekday\">\(drawn: weekday)</tspan>",
      className: day.isRestDay ? "day rest" : "day",
      cells: day.coverage.filter { month.shownSlots.contains($0.start.slot) }.map(cell))
  }

  private func cell(_ row: CoverageRow) -> HeatMap.Cell? {
    guard row.required > 0 || row.onDuty > 0 else { return nil }
    let difference = row.effective - row.required
    let level = HeatLevel(difference: difference, required: row.required)
    return HeatMap.Cell(level: level, text: level == .even ? "" : NumberText.grouped(difference))
  }
}
