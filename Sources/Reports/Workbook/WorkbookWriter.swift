internal import CXLSXWriter
internal import Foundation
internal import Vocabulary

/// libxlsxwriter behind Swift values: owns the workbook and its formats, and frees them.
///
/// The file comes into being with `close`; a writer that is dropped before writes nothing.
final class WorkbookWriter {
  let path: String
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var names: SheetNames
  private var isClosed = false

  /// - Parameters:
  ///   - created: stated as the day of creation, so that the same plan gives the same bytes.
  ///   - reserved: names of the other sheets, which no sheet with a title of its own may take.
  init(path: String, title: String, created: CivilDate, reserved: [String]) throws(WorkbookError) {
    guard let workbook = workbook_new(path) else { throw WorkbookError(path: path, reason: "out of memory") }
    self.path = path
    self.workbook = workbook
    names = SheetNames(reserved: reserved)
    var properties = lxw_doc_properties()
    properties.created = time_t(created.dayNumber * 86_400)
    let text = strdup(title)
    defer { free(text) }
    properties.title = text
    try check(workbook_set_properties(workbook, &properties), place: nil)
  }

  deinit {
    if !isClosed { lxw_workbook_free(workbook) }
  }

  /// - Parameter name: one of the reserved names.
  func sheet(_ name: String) throws(WorkbookError) -> SheetWriter {
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw WorkbookError(path: path, place: name, reason: "the sheet could not be added")
    }
    return SheetWriter(writer: self, sheet: sheet, name: name)
  }

  /// - Parameter title: any text, from which a permitted and unused name is made.
  func sheet(titled title: String) throws(WorkbookError) -> SheetWriter {
    try sheet(names.take(title))
  }

  /// Writes the file.
  func close() throws(WorkbookError) {
    // `workbook_close` frees the workbook whether it succeeds or not.
    isClosed = true
    try check(workbook_close(workbook), place: nil)
  }

  func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(workbook) else {
      throw WorkbookError(path: path, reason: "out of memory")
    }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  func chart(_ type: lxw_chart_type) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw WorkbookError(path: path, reason: "the chart could not be added")
    }
    return chart
  }

  func check(_ code: lxw_error, place: @autoclosure () -> String?) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "libxlsxwriter error \(code.rawValue)"
    throw WorkbookError(path: path, place: place(), reason: reason)
  }
}
