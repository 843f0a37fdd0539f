internal import CXLSXWriter
internal import Foundation
internal import Vocabulary

/// The workbook could not be written: libxlsxwriter's own words.
package struct WorkbookError: Error, Sendable, Equatable {
  package var message: String
}

/// libxlsxwriter behind Swift values: owns the workbook and its formats until `close`.
final class WorkbookWriter {
  /// How a cell looks.
  struct Look: Hashable {
    var background: UInt32?
    var text: UInt32?
    var isBold = false
    var isCentred = false
    var hasBorder = true
    /// An Excel number format.
    var number: String?
    var size: Double = 10
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Look: UnsafeMutablePointer<lxw_format>] = [:]
  private let language: Language
  private var teamNames: TeamSheetNames

  /// - Parameter created: stated as the time of creation, so that the same plan gives the same bytes.
  init(path: String, title: String, created: CivilDate, language: Language) throws(WorkbookError) {
    self.language = language
    teamNames = TeamSheetNames(others: SheetKind.allCases.map { $0.name.text(language) })
    guard let workbook = workbook_new(path) else { throw WorkbookError(message: path) }
    self.workbook = workbook
    var properties = lxw_doc_properties()
    properties.created = time_t(created.dayNumber * 86_400)
    title.withCString { text in
      properties.title = UnsafeMutablePointer(mutating: text)
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  func sheet(_ kind: SheetKind) -> Sheet { sheet(named: kind.name.text(language)) }

  func sheet(team: String) -> Sheet { sheet(named: teamNames.take(team)) }

  private func sheet(named name: String) -> Sheet {
    let sheet = workbook_add_worksheet(workbook, name) ?? workbook_add_worksheet(workbook, nil)
    return Sheet(writer: self, sheet: sheet!, name: name)
  }

  /// A chart of several columns of a sheet against its first one.
  func lineChart(
    _ sheet: Sheet, columns: [(column: Int, name: String)], rows: ClosedRange<Int>, title: String,
    at cell: (row: Int, column: Int)
  ) {
    guard let chart = workbook_add_chart(workbook, UInt8(LXW_CHART_LINE.rawValue)) else { return }
    for column in columns {
      guard let series = chart_add_series(chart, nil, nil) else { continue }
      chart_series_set_categories(series, sheet.name, lxw_row_t(rows.lowerBound), 0, lxw_row_t(rows.upperBound), 0)
      chart_series_set_values(
        series, sheet.name, lxw_row_t(rows.lowerBound), lxw_col_t(column.column), lxw_row_t(rows.upperBound),
        lxw_col_t(column.column))
      chart_series_set_name(series, column.name)
    }
    chart_title_set_name(chart, title)
    var options = lxw_chart_options()
    options.x_scale = 2.4
    options.y_scale = 1.3
    worksheet_insert_chart_opt(sheet.sheet, lxw_row_t(cell.row), lxw_col_t(cell.column), chart, &options)
  }

  func close() throws(WorkbookError) {
    let code = workbook_close(workbook)
    if code != LXW_NO_ERROR {
      throw WorkbookError(message: lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
    }
  }

  fileprivate func format(_ look: Look?) -> UnsafeMutablePointer<lxw_format>? {
    guard let look else { return nil }
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    format_set_font_size(format, look.size)
    if let background = look.background {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, background)
    }
    if let text = look.text { format_set_font_color(format, text) }
    if look.isBold { format_set_bold(format) }
    if look.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if look.hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xC9D0D9)
    }
    if let number = look.number { format_set_num_format(format, number) }
    formats[look] = format
    return format
  }

  /// One sheet of the workbook.
  struct Sheet {
    fileprivate let writer: WorkbookWriter
    fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
    let name: String

    func write(_ row: Int, _ column: Int, _ text: String, _ look: Look? = nil) {
      worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, writer.format(look))
    }

    func write(_ row: Int, _ column: Int, _ number: Double, _ look: Look? = nil) {
      worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, writer.format(look))
    }

    /// A formula with the value it has now, for readers that do not calculate.
    func write(_ row: Int, _ column: Int, formula: String, value: Double, _ look: Look? = nil) {
      worksheet_write_formula_num(sheet, lxw_row_t(row), lxw_col_t(column), formula, writer.format(look), value)
    }

    func width(_ columns: ClosedRange<Int>, _ characters: Double) {
      worksheet_set_column(sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), characters, nil)
    }

    func freeze(rows: Int, columns: Int) {
      worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
    }

    func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      worksheet_autofilter(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
        lxw_col_t(columns.upperBound))
    }

    /// Landscape A3, one page wide, the first rows repeated.
    func printWide(repeating rows: ClosedRange<Int>) {
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 8)
      worksheet_fit_to_pages(sheet, 1, 0)
      worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    }

    /// `B7`
    static func reference(_ row: Int, _ column: Int) -> String {
      var letters = ""
      var rest = column + 1
      while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
      }
      return letters + "\(row + 1)"
    }
  }
}
