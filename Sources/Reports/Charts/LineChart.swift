/// A line through a value for each column.
struct LineChart: ChartPart {
  enum Shape {
    /// Constant over each column: a quantity that holds for the whole half-hour.
    case steps
    /// Straight from the middle of one column to the next.
    case straight
  }

  let values: [Double]
  /// The left edge of the first column.
  let start: Double
  var shape = Shape.steps
  let className: String

  func markup(in frame: ChartFrame) -> Markup {
    guard !values.isEmpty else { return "" }
    return "<path class=\"line \(className)\" d=\"\(path(in: frame))\"/>"
  }

  private func path(in frame: ChartFrame) -> String {
    var path = PathData()
    for (index, value) in values.enumerated() {
      let left = start + Double(index)
      let height = frame.y.position(value)
      switch (shape, index) {
      case (.straight, 0): path.move(frame.x.position(left + 0.5), height)
      case (.straight, _): path.line(frame.x.position(left + 0.5), height)
      case (.steps, 0): path.move(frame.x.position(left), height)
      // A step of the same height draws nothing new.
      case (.steps, _) where value != values[index - 1]: path.vertical(to: height)
      case (.steps, _): break
      }
      if shape == .steps, index + 1 == values.count || values[index + 1] != value {
        path.horizontal(to: frame.x.position(left + 1))
      }
    }
    return path.text
  }
}
