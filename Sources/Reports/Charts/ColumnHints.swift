/// Texts that show when a column of a chart is pointed at; needs no script.
struct ColumnHints: ChartPart {
  let hints: [String]
  /// The left edge of the first column.
  let start: Double

  func markup(in frame: ChartFrame) -> Markup {
    "<g class=\"hints\">\(hints.enumerated().map { column($0, $1, frame) })</g>"
  }

  private func column(_ index: Int, _ hint: String, _ frame: ChartFrame) -> Markup {
    let left = frame.x.position(start + Double(index))
    let right = frame.x.position(start + Double(index) + 1)
    return """
      <path d="M\(at: left) \(at: frame.y.range.end)H\(at: right)V\(at: frame.y.range.start)H\(at: left)Z">\
      <title>\(hint)</title></path>
      """
  }
}
