internal import Vocabulary

/// A table of coloured cells, each with its number.
struct HeatMap {
  struct Cell {
    let level: HeatLevel
    /// Empty = nothing is printed.
    let text: String
  }

  struct Row {
    let label: Markup
    let className: String
    /// Nil = closed.
    let cells: [Cell?]
  }

  let title: Wording
  let rows: [Row]
  /// Labels above the columns, at the left edge of theirs.
  let columns: [(column: Int, label: String)]
  let columnCount: Int

  private static let left = 64.0
  private static let head = 18.0
  private static let height = 17.0
  private static let width = 1120.0

  private var cellWidth: Double { (HeatMap.width - HeatMap.left) / Double(max(1, columnCount)) }

  var markup: Markup {
    let total = HeatMap.head + HeatMap.height * Double(rows.count)
    return """
      <svg class="heat" viewBox="0 0 \(at: HeatMap.width) \(at: total)" role="img"><title>\(both: title)</title>\
      <g class="axis">\(columns.map(columnLabel))</g>\(HeatLevel.allCases.map(fill))\
      \(rows.enumerated().map { labels($1, top: top($0)) })</svg>

      """
  }

  private func top(_ row: Int) -> Double { HeatMap.head + HeatMap.height * Double(row) }
  private func left(_ column: Int) -> Double { HeatMap.left + cellWidth * Double(column) }

  private func columnLabel(_ column: (column: Int, label: String)) -> Markup {
    "<text x=\"\(at: left(column.column))\" y=\"12\">\(column.label)</text>"
  }

  /// All cells of a level in one path, which keeps the drawing small.
  private func fill(_ level: HeatLevel) -> Markup {
    var path = PathData()
    for (row, cells) in rows.map(\.cells).enumerated() {
      for (column, cell) in cells.enumerated() where cell?.level == level {
        path.rectangle(
          left(column) + 0.5, top(row) + 0.5, left(column + 1) - 0.5, top(row) + HeatMap.height - 0.5)
      }
    }
    return path.text.isEmpty ? "" : "<path class=\"\(level.className)\" d=\"\(path.text)\"/>"
  }

  private func labels(_ row: Row, top: Double) -> Markup {
    let baseline = top + HeatMap.height - 4.5
    let texts = row.cells.enumerated().compactMap { column, cell -> Markup? in
      guard let cell, !cell.text.isEmpty else { return nil }
      return """
        <text class="\(cell.level.className)" x="\(at: left(column) + cellWidth / 2)" y="\(at: baseline)">\
        \(cell.text)</text>
        """
    }
    return "<text class=\"\(row.className)\" x=\"0\" y=\"\(at: baseline)\">\(row.label)</text>\(texts)"
  }
}
