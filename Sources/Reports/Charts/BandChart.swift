/// The area between two values for each column; columns in which the upper one is not above the lower one stay empty.
struct BandChart: ChartPart {
  let lower: [Double]
  let upper: [Double]
  /// The left edge of the first column.
  let start: Double
  var shape = LineChart.Shape.steps
  let className: String

  func markup(in frame: ChartFrame) -> Markup {
    let path = shape == .steps ? steps(in: frame) : straight(in: frame)
    return path.isEmpty ? "" : "<path class=\"\(className)\" d=\"\(path)\"/>"
  }

  private func steps(in frame: ChartFrame) -> String {
    var path = PathData()
    for (index, (low, high)) in zip(lower, upper).enumerated() where high > low {
      let left = start + Double(index)
      path.rectangle(
        frame.x.position(left), frame.y.position(high), frame.x.position(left + 1), frame.y.position(low))
    }
    return path.text
  }

  private func straight(in frame: ChartFrame) -> String {
    var path = PathData()
    let columns = Array(zip(lower, upper).enumerated())
    for (index, column) in columns {
      let x = frame.x.position(start + Double(index) + 0.5)
      if index == 0 { path.move(x, frame.y.position(column.1)) } else { path.line(x, frame.y.position(column.1)) }
    }
    for (index, column) in columns.reversed() {
      path.line(frame.x.position(start + Double(index) + 0.5), frame.y.position(column.0))
    }
    if !columns.isEmpty { path.close() }
    return path.text
  }
}
