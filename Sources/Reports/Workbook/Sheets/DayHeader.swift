internal import Vocabulary

/// The rows above the days of a grid: holiday names, weekdays, dates.
struct DayHeader {
  let context: SheetContext

  /// Names of holidays and make-up workdays in a row, weekdays in the row below.
  func writeMarks(_ sheet: SheetWriter, row: Int, column: Int) throws(WorkbookError) {
    for (index, day) in context.month.days.enumerated() {
      let mark = day.isMakeUpWorkday ? context.text("调班", "work") : day.holidayName ?? ""
      try sheet.write(row, column + index, mark, style(day, isMark: true))
      try sheet.write(row + 1, column + index, context.text(day.date.weekday.shortName), style(day, isMark: false))
    }
  }

  private func style(_ day: PlannedDay, isMark: Bool) -> CellStyle {
    CellStyle.plain.with {
      $0.alignment = .centre
      $0.size = isMark ? 8 : 9
      $0.shrinks = isMark
      $0.fill = day.isRestDay ? Ink.restDay.colour(.light) : Ink.panel.colour(.light)
      if isMark || day.kind == .statutoryHoliday { $0.text = Ink.holiday.colour(.light) }
    }
  }
}
