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

  private static let size = (width: 1000.0, height: 380.0)
  private static let margins = ChartMargins(left: 70, right: 56, top: 16, bottom: 40)

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
    let (x, y) = (scale(points.map(\.cost), isAcross: true), scale(points.map(\.service), isAcross: false))
    let best = frontier(points)
    var path = PathData()
    for (index, point) in best.enumerated() {
      if index == 0 {
        path.move(x.position(point.cost), y.position(point.service))
      } else {
        path.line(x.position(point.cost), y.position(point.service))
      }
    }
    let numbers = Set(best.map(\.number))
    let chart: Markup = """
      <svg class="chart" viewBox="0 0 \(at: FrontierSection.size.width) \(at: FrontierSection.size.height)" role="img">\
      <title>\(both: title)</title>\(axes(x, y))<path class="line effective" d="\(path.text)"/>\
      \(points.map { dot($0, x, y, isBest: numbers.contains($0.number)) })</svg>

      """
    return Piece.chart(
      Wording("横轴移动方总成本，纵轴服务水平；数字是方案序号", "Mobile's total across, service level up; numbers are the scenarios'"), chart,
      key: [Piece.lineKey("effective", Wording("没有方案两头都更好", "no scenario is better in both"))])
  }

  private func scale(_ values: [Double], isAcross: Bool) -> Scale {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = max((high - low) * 0.08, abs(high) * 1e-4)
    let (size, margins) = (FrontierSection.size, FrontierSection.margins)
    return Scale(
      domain: (low - room)...(high + room),
      range: isAcross
        ? (margins.left, size.width - margins.right) : (size.height - margins.bottom, margins.top))
  }

  private func axes(_ x: Scale, _ y: Scale) -> Markup {
    func ticks(_ scale: Scale) -> [Double] {
      (0...4).map { scale.domain.lowerBound + (scale.domain.upperBound - scale.domain.lowerBound) * Double($0) / 4 }
    }
    let left = ticks(y).map { value -> Markup in
      """
      <path d="M\(at: x.range.start) \(at: y.position(value))H\(at: x.range.end)"/>\
      <text x="\(at: x.range.start - 8)" y="\(at: y.position(value) + 4)" text-anchor="end">\
      \(NumberText.percent(value, decimals: 1))</text>
      """
    }
    let bottom = ticks(x).map { value -> Markup in
      """
      <text x="\(at: x.position(value))" y="\(at: y.range.start + 22)" text-anchor="middle">\(NumberText.yuan(value))</text>
      """
    }
    return "<g class=\"axis\">\(left)\(bottom)</g>"
  }

  private func dot(_ point: Point, _ x: Scale, _ y: Scale, isBest: Bool) -> Markup {
    let (across, up) = (x.position(point.cost), y.position(point.service))
    let name = study.results[point.number - 1].name
    return """
      <circle class="\(isBest ? "people" : "rest-day")" cx="\(at: across)" cy="\(at: up)" r="5"><title>\(name)</title></circle>\
      <text class="value" x="\(at: across)" y="\(at: up - 9)">\(point.number)</text>
      """
  }
}
