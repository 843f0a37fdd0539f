internal import Vocabulary

/// Values along the left side with grid lines, or labels along the bottom.
struct Axis: ChartPart {
  enum Side {
    case left, bottom
  }

  let side: Side
  /// Positions on the axis and what stands there.
  let ticks: [(value: Double, label: Markup)]
  var className = "axis"

  func markup(in frame: ChartFrame) -> Markup {
    "<g class=\"\(className)\">\(ticks.map { side == .left ? left($0, frame) : bottom($0, frame) })</g>"
  }

  private func left(_ tick: (value: Double, label: Markup), _ frame: ChartFrame) -> Markup {
    let height = frame.y.position(tick.value)
    let (from, to) = frame.x.range
    return """
      <path d="M\(at: from) \(at: height)H\(at: to)"/>\
      <text x="\(at: from - 8)" y="\(at: height + 4)" text-anchor="end">\(tick.label)</text>
      """
  }

  private func bottom(_ tick: (value: Double, label: Markup), _ frame: ChartFrame) -> Markup {
    """
    <text x="\(at: frame.x.position(tick.value))" y="\(at: frame.y.range.start + 17)" text-anchor="middle">\
    \(tick.label)</text>
    """
  }
}

extension Axis {
  /// Round values from 0; the last one is the top a frame should have.
  static func values(_ ticks: [Double]) -> Axis {
    let isWhole = ticks.allSatisfy { $0 == $0.rounded() }
    return Axis(
      side: .left, ticks: ticks.map { ($0, "\(NumberText.grouped($0, decimals: isWhole ? 0 : 1))") })
  }

  /// The hours of a day along half-hours, every second one.
  static func hours(_ slots: Range<Int>) -> Axis {
    let step = slots.count > 24 ? 4 : 2
    let marks = stride(from: (slots.lowerBound + step - 1) / step * step, through: slots.upperBound, by: step)
    return Axis(side: .bottom, ticks: marks.map { (Double($0), "\($0 / 2):00") })
  }
}
