internal import Vocabulary

/// The space of a chart: its size, the plot within, and the two scales.
struct ChartFrame {
  let width: Double
  let height: Double
  let x: Scale
  let y: Scale

  /// - Parameters:
  ///   - columns: the domain of the horizontal axis.
  ///   - top: the upper end of the vertical axis, which begins with 0 or `bottom`.
  init(
    width: Double, height: Double, columns: ClosedRange<Double>, bottom: Double = 0, top: Double,
    margins: ChartMargins = ChartMargins()
  ) {
    self.width = width
    self.height = height
    x = Scale(domain: columns, range: (margins.left, width - margins.right))
    y = Scale(domain: bottom...max(top, bottom + .leastNormalMagnitude), range: (height - margins.bottom, margins.top))
  }
}

/// The room beside the plot, for axes.
struct ChartMargins {
  var left = 56.0
  var right = 22.0
  var top = 12.0
  var bottom = 26.0

  static let none = ChartMargins(left: 0, right: 0, top: 1, bottom: 0)
}

/// Something drawn into a chart.
protocol ChartPart {
  func markup(in frame: ChartFrame) -> Markup
}

/// A drawing put together from parts, later ones over earlier ones.
struct Chart {
  /// What is shown, for those who do not see it.
  let title: Wording
  let frame: ChartFrame
  let parts: [any ChartPart]
  var className = "chart"

  var markup: Markup {
    """
    <svg class="\(className)" viewBox="0 0 \(at: frame.width) \(at: frame.height)" role="img">\
    <title>\(both: title)</title>\(parts.map { $0.markup(in: frame) })</svg>

    """
  }
}
