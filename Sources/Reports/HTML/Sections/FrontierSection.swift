internal import Foundation
internal import Vocabulary

/// Cost against service: the scenarios that no other beats in both lie on the frontier.
struct FrontierSection: ReportSection {
  let study: StudyResults

  let id = "frontier"
  let title = Wording("成本与服务", "Cost against service")

  private struct Point {
    let number: Int
    let cost: Double
    let service: Double
  }

  private var points: [Point] {
    study.results.enumerated().compactMap { index, result in
      result.figures.map {
        Point(number: index + 1, cost: $0[money: "mobileTotal"].doubleValue, service: $0[number: "serviceLevel"])
      }
    }
  }

  /// Cheapest for their service, in order of cost.
  private func frontier(_ points: [Point]) -> [Point] {
    var best = -Double.infinity
    return points.sorted { ($0.cost, -$0.service) < ($1.cost, -$1.service) }.filter { point in
      guard point.service > best else { return false }
      best = point.service
      return true
    }
  }

  var body: Markup {
    let points = points
    guard points.count > 1 else { return Piece.note(Wording("至少要有两个方案。", "It takes two scenarios.")) }
    let best = frontier(points)
    let numbers = Set(best.map(\.number))
    func dot(_ point: Point) -> ScatterPlot.Point {
      ScatterPlot.Point(
        across: point.cost, up: point.service, label: "\(point.number)",
        name: "\(study.results[point.number - 1].name)",
        className: numbers.contains(point.number) ? "people" : "rest-day")
    }
    // So many that neighbouring marks of the scale differ.
    let span = (points.map(\.service).max() ?? 0) - (points.map(\.service).min() ?? 0)
    let decimals = span < 0.0005 ? 3 : span < 0.005 ? 2 : 1
    let chart = ScatterPlot(
      title: title, points: points.map(dot), line: best.map(dot), acrossText: NumberText.yuan,
      upText: { NumberText.percent($0, decimals: decimals) }
    ).markup
    return Piece.chart(
      Wording("横轴移动方总成本，纵轴服务水平；数字是方案序号", "Mobile's total across, service level up; numbers are the scenarios'"), chart,
      key: [Piece.lineKey("effective", Wording("没有方案两头都更好", "no scenario is better in both"))])
  }
}
