internal import Vocabulary

/// Below the grid: how many work each shift on each day. Nothing stands in the first column, so that nobody takes these
/// rows for people.
struct HeadcountRows {
  let context: SheetContext
  /// Rows of the people, columns of the days.
  let people: ClosedRange<Int>
  let days: ClosedRange<Int>

  func write(to sheet: SheetWriter, from first: Int) throws(WorkbookError) {
    let shifts = context.month.shifts
    try sheet.write(first, 1, context.text("每日人数", "Head-count"), CellStyle.bare.with { $0.isBold = true })
    for (index, shift) in shifts.enumerated() {
      try write(shift, row: first + 1 + index, to: sheet)
    }
    let last = first + shifts.count
    let style = CellStyle.count.with {
      $0.isBold = true
      $0.fill = Ink.panel.colour(.light)
    }
    try sheet.write(last + 1, 3, context.text("合计", "Total"), style)
    for (index, column) in days.enumerated() {
      let value = context.month.people.count { $0.cells[index].shift != nil }
      let formula = "SUM(\(CellReference.range((first + 1)...max(first + 1, last), column...column)))"
      try sheet.write(last + 1, column, formula: formula, value: Double(value), style)
    }
  }

  private func write(_ shift: Shift, row: Int, to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.write(row, 1, context.text(shift.shiftClass.name), .plain)
    try sheet.write(row, 2, shift.hoursText, CellStyle.plain.with { $0.shrinks = true })
    try sheet.write(row, 3, shift.code, .cell(Palette.Cell(shift.shiftClass)))
    for (index, column) in days.enumerated() {
      let value = context.month.people.count { $0.cells[index].shift?.code == shift.code }
      let range = CellReference.range(people, column...column, fixed: .row)
      let code = CellReference.cell(row, 3, fixed: .column)
      try sheet.write(row, column, formula: "COUNTIF(\(range),\(code))", value: Double(value), .count)
    }
  }
}
