internal import Foundation
internal import Vocabulary

/// The forecast: totals by day, and the half-hours of any day with their bands.
struct ForecastSection {
  let plan: MonthPlan

  func html() -> String {
    HTML.section(
      "forecast", Wording("话务预测", "Forecast"),
      daily()
        + DayPicker(plan: plan, name: "f").html { day in panel(day) }
        + "<p class=\"key\"><i style=\"background:var(--b50)\"></i>50 %<i style=\"background:var(--b80)\"></i>80 %<i style=\"background:var(--b90)\"></i>90 % "
        + HTML.text(
          "区间；线为均值。每个半小时的分位数不能相加成全天的分位数。",
          "intervals; the line is the mean. Quantiles of half-hours do not add up to those of a day.") + "</p>\n")
  }

  private func daily() -> String {
    let days = plan.month.period.days
    let totals = days.indices.map { day in
      plan.forecast.rows[(day * HalfHour.perDay)..<((day + 1) * HalfHour.perDay)].reduce(0) { $0 + $1.mean }
    }
    var chart = Chart(height: 200, xCount: days.count, top: totals.max() ?? 1)
    chart.bars(totals, { plan.centre.holidays.kind(of: days[$0]) == .workday ? "day" : "rest" }) {
      "\(days[$0]): \(Figures.grouped(totals[$0]))"
    }
    let labels = days.indices.map { (position: Double($0) + 0.5, text: "\(days[$0].day)") }
    return "<h3>" + HTML.text("每日话务（均值；休息日、节假日为浅黄）", "Calls by day (mean; rest days and holidays in yellow)")
      + "</h3>\n"
      + chart.svg(title: "\(plan.month)", labels: labels)
  }

  private func panel(_ day: Int) -> String {
    let rows = Array(plan.forecast.rows[(day * HalfHour.perDay)..<((day + 1) * HalfHour.perDay)])
    var chart = Chart(xCount: HalfHour.perDay, top: rows.map { $0.quantiles.last ?? $0.mean }.max() ?? 1)
    if rows.allSatisfy({ $0.quantiles.count == Forecast.levels.count }) {
      chart.band(rows.map { $0.quantiles[0] }, rows.map { $0.quantiles[6] }, "b90")
      chart.band(rows.map { $0.quantiles[1] }, rows.map { $0.quantiles[5] }, "b80")
      chart.band(rows.map { $0.quantiles[2] }, rows.map { $0.quantiles[4] }, "b50")
    }
    chart.stepLine(rows.map(\.mean), "mean")
    return chart.svg(title: "\(rows[0].start.date)", labels: DayPicker.hours)
  }
}

/// A row of days to choose from, without a script: radio buttons and their labels.
struct DayPicker {
  let plan: MonthPlan
  let name: String

  static let hours = stride(from: 0, through: 24, by: 3).map { (position: Double($0 * 2), text: "\($0):00") }

  func html(_ panel: (Int) -> String) -> String {
    let days = plan.month.period.days
    var result = "<div class=\"picker\">"
    for index in days.indices {
      result +=
        "<input class=\"switch\" type=\"radio\" name=\"\(name)\" id=\"\(name)\(index + 1)\"\(index == 0 ? " checked" : "")>"
    }
    result += "\n<div class=\"tabs\">"
    for (index, date) in days.enumerated() {
      let isRest = plan.centre.holidays.kind(of: date) != .workday
      result += "<label for=\"\(name)\(index + 1)\"\(isRest ? " class=\"w\"" : "")>\(date.day)</label>"
    }
    result += "</div>\n<div class=\"panels\">"
    for (index, date) in days.enumerated() {
      let holiday = plan.centre.holidays[date].map { "　" + $0.name } ?? ""
      result +=
        "<div class=\"\(name)\(index + 1)\"><h3>\(date) \(HTML.text(PlanFacts.weekdayName(date)))\(HTML.escaped(holiday))</h3>\(panel(index))</div>\n"
    }
    return result + "</div></div>\n"
  }
}
