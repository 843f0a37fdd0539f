internal import Foundation
internal import Vocabulary

/// A row for each amount, a column for each centre; the last column adds them up.
struct TotalSheet {
  private let shown: TotalRows
  private let month: Month
  private let language: Language

  init(_ shown: TotalRows, month: Month, _ language: Language) {
    self.shown = shown
    self.month = month
    self.language = language
  }

  private static let header = 2

  private func text(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(language) }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    let last = shown.centres.count
    let name = month.name
    try sheet.write(0, 0, text("\(name.chinese)结算汇总", "Settlement of \(name.english), all centres"), .title)
    try sheet.header(
      TotalSheet.header, [text("项目（元）", "Item (yuan)")] + shown.centres + [text("合计", "Total")])
    try sheet.write(TotalSheet.header + 1, 0, text("考核系数", "Coefficient"))
    for (index, coefficient) in shown.coefficients.enumerated() {
      try sheet.write(TotalSheet.header + 1, index + 1, coefficient, .seats)
    }
    for (index, row) in shown.rows.enumerated() {
      let place = TotalSheet.header + 2 + index
      try sheet.write(place, 0, row.name.text(language))
      for (column, value) in row.values.enumerated() { try sheet.write(place, column + 1, value, .money) }
      let formula = "ROUND(SUM(\(CellReference.range(place...place, 1...last))),2)"
      try sheet.write(place, last + 1, formula: formula, value: row.sum, .total)
    }
    try sheet.width(0...0, 28)
    try sheet.width(1...(last + 1), 18)
    sheet.freeze(rows: TotalSheet.header + 1, columns: 1)
    try sheet.print(.a4, isAcross: true, repeatingRows: nil)
  }
}
