internal import CXLSXWriter
internal import Foundation
internal import Vocabulary

/// A sheet of a workbook that is being written. Rows and columns count from 0.
struct SheetWriter {
  enum Paper: UInt8 {
    case a3 = 8
    case a4 = 9
  }

  let writer: WorkbookWriter
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let name: String

  func write(_ row: Int, _ column: Int, _ text: String, _ style: CellStyle = .plain) throws(WorkbookError) {
    try check(row, column) { () throws(WorkbookError) in
      worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, try writer.format(style))
    }
  }

  func write(_ row: Int, _ column: Int, _ number: Double, _ style: CellStyle = .plain) throws(WorkbookError) {
    try check(row, column) { () throws(WorkbookError) in
      worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, try writer.format(style))
    }
  }

  /// An exact amount as the nearest number a workbook can hold.
  func write(_ row: Int, _ column: Int, _ amount: Decimal, _ style: CellStyle = .plain) throws(WorkbookError) {
    try write(row, column, amount.nearestDouble, style)
  }

  /// A formula with the value it has now, for readers that do not calculate.
  func write(
    _ row: Int, _ column: Int, formula: String, value: Double, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    try check(row, column) { () throws(WorkbookError) in
      worksheet_write_formula_num(
        sheet, lxw_row_t(row), lxw_col_t(column), "=" + formula, try writer.format(style), value)
    }
  }

  func write(
    _ row: Int, _ column: Int, formula: String, value: Decimal, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    try write(row, column, formula: formula, value: value.nearestDouble, style)
  }

  func write(
    _ row: Int, _ column: Int, formula: String, text: String, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    try check(row, column) { () throws(WorkbookError) in
      worksheet_write_formula_str(
        sheet, lxw_row_t(row), lxw_col_t(column), "=" + formula, try writer.format(style), text)
    }
  }

  /// A row of headers from a column on.
  func header(_ row: Int, from column: Int = 0, _ names: [String]) throws(WorkbookError) {
    for (index, name) in names.enumerated() { try write(row, column + index, name, .header) }
  }

  func width(_ columns: ClosedRange<Int>, _ characters: Double) throws(WorkbookError) {
    try writer.check(
      worksheet_set_column(
        sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), characters, nil), place: name)
  }

  /// - Parameter points: 15 is a plain line.
  func height(_ row: Int, _ points: Double) throws(WorkbookError) {
    try writer.check(worksheet_set_row(sheet, lxw_row_t(row), points, nil), place: name)
  }

  /// The first rows and columns stay in sight.
  func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
  }

  func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(WorkbookError) {
    try writer.check(
      worksheet_autofilter(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
        lxw_col_t(columns.upperBound)), place: name)
  }

  /// A drop-down list of the texts in a range.
  func choice(_ row: Int, _ column: Int, from range: String) throws(WorkbookError) {
    var validation = lxw_data_validation()
    validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    let formula = strdup("=" + range)
    defer { free(formula) }
    validation.value_formula = formula
    try check(row, column) {
      worksheet_data_validation_cell(sheet, lxw_row_t(row), lxw_col_t(column), &validation)
    }
  }

  /// One page wide, with title rows on every page and page numbers below.
  ///
  /// Title columns have no place on a single page's width; with them, libxlsxwriter 1.1.4 would also cut the sheet's name
  /// off, since it keeps both references in 128 bytes.
  func print(_ paper: Paper, isAcross: Bool, repeatingRows rows: ClosedRange<Int>?) throws(WorkbookError) {
    if isAcross { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    worksheet_set_paper(sheet, paper.rawValue)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_fit_to_pages(sheet, 1, 0)
    try writer.check(worksheet_set_footer(sheet, "&L&F  &A&R&P / &N"), place: name)
    if let rows {
      try writer.check(
        worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)), place: name)
    }
  }

  /// No lines between cells on the screen: for sheets that draw their own.
  func hideGridLines() {
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  private func check(
    _ row: Int, _ column: Int, _ write: () throws(WorkbookError) -> lxw_error
  ) throws(WorkbookError) {
    try writer.check(try write(), place: "\(name)!\(CellReference.cell(row, column))")
  }
}
