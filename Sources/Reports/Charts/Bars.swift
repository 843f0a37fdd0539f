/// Bars that stand on 0, one for each column.
struct Bars: ChartPart {
  struct Bar {
    let value: Double
    let className: String
    /// Shown over the bar; empty = nothing.
    var label = ""
    /// Shown when the bar is pointed at; empty = nothing.
    var hint = ""
  }

  /// From the column that begins at 0.
  let bars: [Bar]
  /// Part of a column that is left free between two bars.
  var spacing = 0.24

  func markup(in frame: ChartFrame) -> Markup {
    "\(bars.enumerated().map { markup($1, column: Double($0), frame) })"
  }

  private func markup(_ bar: Bar, column: Double, _ frame: ChartFrame) -> Markup {
    let left = frame.x.position(column + spacing / 2)
    let right = frame.x.position(column + 1 - spacing / 2)
    let (top, base) = (frame.y.position(bar.value), frame.y.range.start)
    let label: Markup =
      bar.label.isEmpty
      ? "" : "<text class=\"value\" x=\"\(at: (left + right) / 2)\" y=\"\(at: top - 4)\">\(bar.label)</text>"
    let hint: Markup = bar.hint.isEmpty ? "" : "<title>\(bar.hint)</title>"
    return """
      <rect class="\(bar.className)" x="\(at: left)" y="\(at: top)" width="\(at: right - left)" \
      height="\(at: max(0, base - top))">\(hint)</rect>\(label)
      """
  }
}
