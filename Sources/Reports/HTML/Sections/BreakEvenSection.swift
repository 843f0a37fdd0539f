internal import Foundation
internal import Vocabulary

/// Break-even points: what was found, what a plan says of it, and the curves they lie on.
struct BreakEvenSection: ReportSection {
  let study: StudyResults

  let id = "breakevens"
  let title = Wording("盈亏点与边际价值", "Break-evens and marginal values")

  var body: Markup {
    guard !study.breakEvens.isEmpty else {
      return Piece.note(Wording("本研究没有要求盈亏点。", "This study asks for none."))
    }
    let table = Table(
      caption: Wording(
        "在基准计划或其对偶价格上求得，再以重新排班核实", "Found on the base plan or by its dual prices, then confirmed by planning anew"),
      columns: [
        .text(Wording("问题", "Question")), .text(Wording("估计", "Estimate")), .text(Wording("核实", "Confirmed")),
      ], rows: study.breakEvens.map { Table.Row(cells: ["\($0.name)", "\($0.estimate)", "\($0.confirmed)"]) },
      className: "prose")
    let charts = study.breakEvens.compactMap { point in point.curve.map { chart($0, point.name) } }
    return "\(table.markup)\(charts)"
  }

  private func chart(_ curve: BreakEvenCurve, _ name: Wording) -> Markup {
    func factor(_ value: Double) -> String { "× " + NumberText.grouped(value, decimals: 2) }
    func dot(_ point: BreakEvenCurve.Point) -> ScatterPlot.Point {
      let isPresent = point.factor == 1
      let label = isPresent ? "× 1" : "× " + NumberText.grouped(point.factor, decimals: 4)
      return ScatterPlot.Point(
        across: point.factor, up: point.margin, label: isPresent ? "" : "\(label)",
        name: "\(label): \(NumberText.yuan(point.margin))", className: isPresent ? "rest-day" : "people")
    }
    let plot = ScatterPlot(
      title: name, points: curve.marks.map(dot), line: curve.points.map(dot), acrossText: factor,
      upText: NumberText.yuan)
    return Piece.chart(
      Wording(
        "横轴\(curve.across.chinese)，纵轴班表不变时的外包方毛利",
        "\(curve.across.english) across, the partner's margin with this roster up"), plot.markup,
      key: [
        Piece.lineKey("effective", Wording("外包方毛利", "partner's margin")),
        Piece.areaKey("rest-day", Wording("现状", "as it is")),
        Piece.areaKey("people", Wording("所求之点", "the point found")),
      ])
  }
}
