internal import Vocabulary

/// Requirement against coverage: any day, chosen from a list, and all days of the month, both as charts.
struct CoverageSheet {
  private let context: SheetContext

  init(_ context: SheetContext) {
    self.context = context
  }

  private static let choice = (row: 2, column: 1)
  private static let firstRow = 5
  /// Where the table of days begins, under the charts.
  private static let dayTable = (row: 43, column: 13)

  private var firstDate: CivilDate { context.month.dates[0] }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.write(0, 0, context.text("需求与覆盖", "Requirement and coverage"), .title)
    try writeChoice(sheet)
    try writeChosenDay(sheet)
    try writeDays(sheet)
    try insertCharts(sheet)
    try sheet.width(0...11, 9.5)
    try sheet.width(12...12, 3)
    try sheet.width(13...21, 10)
    sheet.hideGridLines()
    sheet.freeze(rows: CoverageSheet.firstRow, columns: 0)
    try sheet.print(.a3, isAcross: true, repeatingRows: nil)
  }

  private func writeChoice(_ sheet: SheetWriter) throws(WorkbookError) {
    let (row, column) = CoverageSheet.choice
    try sheet.write(row, 0, context.text("日期", "Day"), CellStyle.plain.with { $0.isBold = true })
    let style = CellStyle.plain.with {
      $0.isBold = true
      $0.alignment = .centre
      $0.fill = 0xFFF7D6
    }
    try sheet.write(row, column, "\(firstDate)", style)
    try sheet.choice(row, column, from: dates)
    try sheet.write(
      row, 2, context.text("← 选择日期，下表与图随之更新", "← choose a day; table and chart follow"), .hint)
  }

  /// The dates of the table of days.
  private var dates: String {
    let (row, column) = CoverageSheet.dayTable
    return CellReference.range((row + 1)...(row + context.month.days.count), column...column, fixed: .both)
  }

  /// Looks the chosen day's half-hours up in the sheet of half-hours.
  private func writeChosenDay(_ sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      CoverageSheet.firstRow - 1,
      [context.text("时段", "From")] + HalfHoursSheet.figures.map { context.text($0.name) })
    let source = CellReference.sheet(context.names.halfHours)
    let last = HalfHoursSheet.firstRow + max(1, context.month.plan.coverage.count) - 1
    let chosen = CellReference.cell(CoverageSheet.choice.row, CoverageSheet.choice.column, fixed: .both)
    let day = context.month.days[0]
    for (slot, row) in zip(day.coverage, day.forecast).enumerated() {
      let line = CoverageSheet.firstRow + slot
      let time = "\(TimeOfDay(minutes: slot * HalfHour.minutes))"
      try sheet.write(line, 0, time, CellStyle.plain.with { $0.alignment = .centre })
      for (index, figure) in HalfHoursSheet.figures.enumerated() {
        let column = CellReference.range(HalfHoursSheet.firstRow...last, (2 + index)...(2 + index), fixed: .both)
        let place = "(MATCH(\(chosen),\(dates),0)-1)*\(HalfHour.perDay)+\(slot + 1)"
        try sheet.write(
          line, 1 + index, formula: "INDEX(\(source)\(column),\(place))", value: figure.value(row.0, row.1),
          figure.style)
      }
    }
  }

  private func writeDays(_ sheet: SheetWriter) throws(WorkbookError) {
    let (row, column) = CoverageSheet.dayTable
    try sheet.header(
      row, from: column,
      [
        context.text("日期", "Date"), context.text("日", "Day"), context.text("星期", "Weekday"),
        context.text("话务量", "Calls"),
        context.text("需求人时", "Required hours"), context.text("有效人时", "Effective hours"),
        context.text("缺口人时", "Hours short"), context.text("富余人时", "Hours over"), context.text("服务水平", "Service level"),
      ])
    let centred = CellStyle.plain.with { $0.alignment = .centre }
    for (index, day) in context.month.days.enumerated() {
      let (line, totals) = (row + 1 + index, day.totals)
      let style = day.isRestDay ? centred.with { $0.fill = Ink.restDay.colour(.light) } : centred
      try sheet.write(line, column, "\(day.date)", style)
      try sheet.write(line, column + 1, "\(day.date.day)", style)
      try sheet.write(line, column + 2, context.text(day.date.weekday.shortName), style)
      try sheet.write(line, column + 3, totals.calls, .numbers("#,##0"))
      let hours = [totals.required, totals.effective, totals.under, totals.over]
      for (offset, value) in hours.enumerated() {
        try sheet.write(line, column + 4 + offset, value, .oneDecimal)
      }
      try sheet.write(line, column + 8, totals.serviceLevel ?? 0, .percent)
    }
  }

  private func insertCharts(_ sheet: SheetWriter) throws(WorkbookError) {
    func colour(_ ink: Ink) -> RGB { ink.colour(.light) }
    let first = CoverageSheet.firstRow
    try SheetChart(
      title: context.text("所选日期：需求与覆盖（人）", "Chosen day: requirement and coverage (agents)"), kind: .lines,
      rows: first...(first + HalfHour.perDay - 1), categories: 0,
      series: [
        SheetChart.Series(name: context.text("需求", "Required"), column: 2, colour: colour(.required)),
        SheetChart.Series(name: context.text("有效", "Effective"), column: 3, colour: colour(.effective)),
        SheetChart.Series(name: context.text("用餐", "At meals"), column: 5, colour: colour(.meal)),
        SheetChart.Series(name: context.text("座席", "Seats"), column: 7, colour: colour(.seats), isDashed: true),
      ], labelEvery: 4
    ).insert(into: sheet, row: 4, column: 13)
    let (row, column) = CoverageSheet.dayTable
    try SheetChart(
      title: context.text("全月：每日需求与有效人时", "The month: agent-hours required and effective by day"), kind: .columns,
      rows: (row + 1)...(row + context.month.days.count), categories: column + 1,
      series: [
        SheetChart.Series(name: context.text("需求", "Required"), column: column + 4, colour: colour(.seats)),
        SheetChart.Series(name: context.text("有效", "Effective"), column: column + 5, colour: colour(.effective)),
        SheetChart.Series(name: context.text("缺口", "Short"), column: column + 6, colour: colour(.under)),
      ], labelEvery: 1
    ).insert(into: sheet, row: 24, column: 13)
  }
}
