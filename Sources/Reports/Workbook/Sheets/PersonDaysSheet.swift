internal import Foundation
internal import Vocabulary

/// A row for each shift worked, which can be filtered; the hours add up to the lines.
struct PersonDaysSheet {
  /// The hours of a seat line as a sum of this sheet's rows.
  struct Hours {
    let sheetName: String
    let rows: Int
    let overtimeHours: Contract.OvertimeHours

    /// - Parameter name: the cell with the name of the line's kind, which is that of the grade.
    /// - Returns: nil where the line is no sum of days: shortfalls count against netted overtime.
    func formula(_ kind: SeatKind, name: String) -> String? {
      guard rows > 0, kind != .overtime || overtimeHours == .clipped else { return nil }
      func column(_ column: Int) -> String {
        CellReference.sheet(sheetName) + CellReference.range(1...rows, column...column, fixed: .both)
      }
      return kind == .overtime ? "SUM(\(column(9)))" : "SUMIFS(\(column(8)),\(column(3)),\(name))"
    }
  }

  private let content: StatementContent
  private let language: Language

  init(_ content: StatementContent, _ language: Language) {
    self.content = content
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      0,
      [
        Wording("工号", "Agent"), Wording("日期", "Date"), Wording("班次", "Shift"), Wording("岗位", "Grade"),
        Wording("日类", "Day"), Wording("计薪分钟", "Paid minutes"), Wording("出勤分钟", "Worked minutes"),
        Wording("加班分钟", "Overtime minutes"), Wording("正常工时", "Regular hours"),
        Wording("超出标准工时", "Hours beyond standard"),
      ].map { $0.text(language) })
    for (index, day) in content.trace.days.enumerated() {
      let row = index + 1
      try sheet.write(row, 0, day.agent)
      try sheet.write(row, 1, "\(day.date)")
      try sheet.write(row, 2, day.shift)
      try sheet.write(row, 3, day.grade.name.text(language))
      try sheet.write(row, 4, day.dayKind.name.text(language))
      try sheet.write(row, 5, Double(day.scheduledMinutes), .count)
      try sheet.write(row, 6, Double(day.workedMinutes), .count)
      try sheet.write(row, 7, day.paidOvertimeMinutes, .numbers("0.##"))
      try sheet.write(row, 8, day.regularHours, .money)
      try sheet.write(row, 9, day.overtimeHours, .money)
    }
    let last = max(1, content.trace.days.count)
    try sheet.filter(rows: 0...last, columns: 0...9)
    // Of the rows in sight, so that a filter on a person or grade shows its sum.
    for column in 8...9 {
      let values = content.trace.days.map { column == 8 ? $0.regularHours : $0.overtimeHours }
      let sum = values.reduce(Decimal(0), +)
      let formula = "SUBTOTAL(9,\(CellReference.range(1...last, column...column)))"
      try sheet.write(last + 1, column, formula: formula, value: sum, .total)
    }
    try sheet.width(0...2, 12)
    try sheet.width(3...9, 14)
    sheet.freeze(rows: 1, columns: 1)
    try sheet.print(.a4, isAcross: true, repeatingRows: 0...0)
  }
}
