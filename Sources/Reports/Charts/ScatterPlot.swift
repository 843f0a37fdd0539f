internal import Vocabulary

/// Two quantities of several things against each other, some of them joined by a line.
struct ScatterPlot {
  struct Point {
    let across: Double
    let up: Double
    /// Beside the dot.
    let label: Markup
    /// Shown under the pointer.
    let name: Markup
    let className: String
  }

  let title: Wording
  let points: [Point]
  /// In the order of the line.
  let line: [Point]
  let acrossText: (Double) -> String
  let upText: (Double) -> String

  private static let size = (width: 1000.0, height: 380.0)
  private static let margins = ChartMargins(left: 96, right: 56, top: 16, bottom: 40)

  var markup: Markup {
    let all = points + line
    let (x, y) = (scale(all.map(\.across), isAcross: true), scale(all.map(\.up), isAcross: false))
    var path = PathData()
    for (index, point) in line.enumerated() {
      if index == 0 {
        path.move(x.position(point.across), y.position(point.up))
      } else {
        path.line(x.position(point.across), y.position(point.up))
      }
    }
    return """
      <svg class="chart" viewBox="0 0 \(at: ScatterPlot.size.width) \(at: ScatterPlot.size.height)" role="img">\
      <title>\(both: title)</title>\(axes(x, y))<path class="line effective" d="\(path.text)"/>\
      \(points.map { dot($0, x, y) })</svg>

      """
  }

  private func scale(_ values: [Double], isAcross: Bool) -> Scale {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = max((high - low) * 0.08, abs(high) * 1e-4)
    let (size, margins) = (ScatterPlot.size, ScatterPlot.margins)
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
      \(upText(value))</text>
      """
    }
    let bottom = ticks(x).map { value -> Markup in
      """
      <text x="\(at: x.position(value))" y="\(at: y.range.start + 22)" text-anchor="middle">\(acrossText(value))</text>
      """
    }
    return "<g class=\"axis\">\(left)\(bottom)</g>"
  }

  private func dot(_ point: Point, _ x: Scale, _ y: Scale) -> Markup {
    let (across, up) = (x.position(point.across), y.position(point.up))
    return """
      <circle class="\(point.className)" cx="\(at: across)" cy="\(at: up)" r="5"><title>\(point.name)</title></circle>\
      <text class="value" x="\(at: across)" y="\(at: up - 9)">\(point.label)</text>
      """
  }
}
