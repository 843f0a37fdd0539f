internal import Foundation
internal import Vocabulary

/// Requirement against coverage: any day in large, and the month as a heat map.
struct CoverageSection {
  let plan: MonthPlan

  func html() -> String {
    let under = plan.coverage.reduce(0) { $0 + $1.under } / 2
    let over = plan.coverage.reduce(0) { $0 + $1.over } / 2
    return HTML.section(
      "coverage", Wording("需求与覆盖", "Requirement and coverage"),
      "<p>"
        + HTML.text(
          "全月缺口 \(Figures.grouped(under, decimals: 1)) 人时，超出 \(Figures.grouped(over, decimals: 1)) 人时。",
          "Short by \(Figures.grouped(under, decimals: 1)) agent-hours in the month, over by \(Figures.grouped(over, decimals: 1))."
        ) + "</p>\n"
        + DayPicker(plan: plan, name: "c").html { day in panel(day) } + key + heatMap())
  }

  private var key: String {
    "<p class=\"key\"><i style=\"background:var(--need)\"></i>" + HTML.text("需求", "required")
      + "<i style=\"background:var(--accent)\"></i>"
      + HTML.text("有效在线", "effective") + "<i style=\"background:var(--over)\"></i>" + HTML.text("超出", "over")
      + "<i style=\"background:var(--need);opacity:.4\"></i>" + HTML.text("缺口", "short")
      + "<i style=\"background:var(--meal)\"></i>" + HTML.text("用餐", "at meals")
      + "<i style=\"background:var(--soft)\"></i>" + HTML.text("座席（虚线）", "seats (dashed)") + "</p>\n"
  }

  private func panel(_ day: Int) -> String {
    let rows = Array(plan.coverage[(day * HalfHour.perDay)..<((day + 1) * HalfHour.perDay)])
    let busiest = rows.map { max($0.required, $0.effective, Double($0.seated)) }.max() ?? 1
    let seats = rows.map { Double($0.seats) }
    // Seats far above anything would flatten the picture.
    let showsSeats = (seats.max() ?? 0) <= busiest * 1.6
    var chart = Chart(xCount: HalfHour.perDay, top: showsSeats ? max(busiest, seats.max() ?? 0) : busiest)
    chart.band(rows.map(\.required), rows.map { max($0.required, $0.effective) }, "spare")
    chart.band(rows.map { min($0.required, $0.effective) }, rows.map(\.required), "short")
    chart.band(rows.map { _ in 0 }, rows.map { Double($0.onMeal) }, "meal")
    if showsSeats { chart.stepLine(seats, "seat") }
    chart.stepLine(rows.map(\.effective), "have")
    chart.stepLine(rows.map(\.required), "need")
    return chart.svg(title: "\(rows[0].start.date)", labels: DayPicker.hours)
  }

  /// Effective less required, rounded, coloured from short (red) to over (blue); the number is in the cell.
  private func heatMap() -> String {
    var result =
      "<h3>" + HTML.text("每半小时的余缺（人）", "Over and short by half-hour (agents)")
      + "</h3><div class=\"scroll\"><table class=\"heat\"><thead><tr><th></th>"
    for hour in 0..<24 { result += "<th colspan=\"2\">\(hour)</th>" }
    result += "</tr></thead><tbody>\n"
    for (day, date) in plan.month.period.days.enumerated() {
      result += "<tr><th>\(date.day)</th>"
      for row in plan.coverage[(day * HalfHour.perDay)..<((day + 1) * HalfHour.perDay)] {
        let difference = row.over - row.under
        let strength = min(1, abs(difference) / max(3, row.required * 0.25))
        let colour = difference < 0 ? "179,38,30" : "47,110,180"
        let opacity = Figures.grouped(strength * 0.8, decimals: 2)
        let text = abs(difference) < 0.5 ? "" : Figures.grouped(difference)
        result +=
          abs(difference) < 0.05 ? "<td></td>" : "<td style=\"background:rgba(\(colour),\(opacity))\">\(text)</td>"
      }
      result += "</tr>\n"
    }
    return result + "</tbody></table></div>\n"
  }
}
