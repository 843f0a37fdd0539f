internal import Vocabulary

/// A table with column and row headers.
struct Table {
  struct Column {
    let title: Wording
    var isNumeric = false
    /// A word or two that stay on one line.
    var isShort = false

    static func short(_ title: Wording) -> Column { Column(title: title, isShort: true) }
    static func text(_ title: Wording) -> Column { Column(title: title) }
    static func number(_ title: Wording) -> Column { Column(title: title, isNumeric: true) }
  }

  struct Row {
    /// The first is the row's header.
    let cells: [Markup]
    /// Of the row's element; empty = none.
    var className = ""
  }

  let caption: Wording
  let columns: [Column]
  let rows: [Row]
  var className = "figures"

  var markup: Markup {
    """
    <div class="scroll"><table class="\(className)"><caption>\(caption)</caption>
    <thead><tr>\(columns.map(header))</tr></thead>
    <tbody>
    \(rows.map(row))</tbody></table></div>

    """
  }

  private func header(_ column: Column) -> Markup {
    "<th scope=\"col\"\(className(column))>\(column.title)</th>"
  }

  private func className(_ column: Column) -> Markup {
    column.isNumeric ? " class=\"n\"" : column.isShort ? " class=\"s\"" : ""
  }

  private func row(_ row: Row) -> Markup {
    let attribute: Markup = row.className.isEmpty ? "" : " class=\"\(row.className)\""
    let cells = row.cells.enumerated().map { index, cell -> Markup in
      if index == 0 { return "<th scope=\"row\">\(cell)</th>" }
      return index < columns.count ? "<td\(className(columns[index]))>\(cell)</td>" : "<td>\(cell)</td>"
    }
    return "<tr\(attribute)>\(cells)</tr>\n"
  }
}
