/// A small chart in SVG: a plot area with a scale, grid lines and whatever is drawn into it.
struct Chart {
  let width: Double
  let height: Double
  let xCount: Int
  let top: Double
  private let left = 44.0
  private let right = 20.0
  private let upper = 10.0
  private let lower = 24.0
  private var marks = ""

  /// - Parameters:
  ///   - xCount: slots along the horizontal axis.
  ///   - top: the largest value to be shown.
  init(width: Double = 960, height: Double = 260, xCount: Int, top: Double) {
    self.width = width
    self.height = height
    self.xCount = max(1, xCount)
    self.top = Chart.niceTop(top)
  }

  func x(_ position: Double) -> Double { left + position / Double(xCount) * (width - left - right) }
  func y(_ value: Double) -> Double { upper + (1 - value / top) * (height - upper - lower) }

  /// A filled band between two series, constant over each slot.
  mutating func band(_ low: [Double], _ high: [Double], _ name: String) {
    marks += "<path class=\"\(name)\" d=\"M\(steps(high))L\(steps(low, reversed: true))Z\"/>\n"
  }

  /// A line that is constant over each slot.
  mutating func stepLine(_ values: [Double], _ name: String) {
    marks += "<path class=\"line \(name)\" d=\"M\(steps(values))\"/>\n"
  }

  mutating func bars(_ values: [Double], _ name: (Int) -> String, title: (Int) -> String) {
    for (index, value) in values.enumerated() {
      let from = x(Double(index) + 0.12)
      let barWidth = x(Double(index) + 0.88) - from
      marks +=
        "<rect class=\"\(name(index))\" x=\"\(Figures.short(from))\" y=\"\(Figures.short(y(value)))\" width=\"\(Figures.short(barWidth))\" height=\"\(Figures.short(max(0, y(0) - y(value))))\"><title>\(title(index))</title></rect>\n"
    }
  }

  /// The whole picture.
  ///
  /// - Parameter labels: text under the horizontal axis, by position.
  func svg(title: String, labels: [(position: Double, text: String)]) -> String {
    var result =
      "<svg viewBox=\"0 0 \(Figures.short(width)) \(Figures.short(height))\" role=\"img\" preserveAspectRatio=\"xMidYMid meet\"><title>\(title)</title>\n"
    for step in 0...4 {
      let value = top * Double(step) / 4
      let at = Figures.short(y(value))
      result +=
        "<line class=\"grid\" x1=\"\(Figures.short(left))\" x2=\"\(Figures.short(width - right))\" y1=\"\(at)\" y2=\"\(at)\"/>"
      result +=
        "<text class=\"axis\" x=\"\(Figures.short(left - 5))\" y=\"\(at)\" dy=\"4\" text-anchor=\"end\">\(Figures.grouped(value, decimals: top < 8 ? 1 : 0))</text>\n"
    }
    result += marks
    for label in labels {
      result +=
        "<text class=\"axis\" x=\"\(Figures.short(x(label.position)))\" y=\"\(Figures.short(height - 7))\" text-anchor=\"middle\">\(label.text)</text>"
    }
    return result + "</svg>\n"
  }

  private func steps(_ values: [Double], reversed: Bool = false) -> String {
    var points: [String] = []
    for (index, value) in values.enumerated() {
      let at = Figures.short(y(max(0, min(top, value))))
      points.append("\(Figures.short(x(Double(index)))) \(at)")
      points.append("\(Figures.short(x(Double(index + 1)))) \(at)")
    }
    return (reversed ? points.reversed() : points).joined(separator: "L")
  }

  /// The next 1, 2, 2.5, 4, 5 or 8 × a power of ten.
  private static func niceTop(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return ([1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= value }) ?? value
  }
}
