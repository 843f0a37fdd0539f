internal import Vocabulary

/// One team's month with everybody's meals, to be printed and hung up.
struct TeamSheet {
  private let context: SheetContext
  private let team: ReportedMonth.Team

  init(_ context: SheetContext, team: ReportedMonth.Team) {
    self.context = context
    self.team = team
  }

  private static let header = 4
  private static let firstDay = 3

  private var lastDay: Int { TeamSheet.firstDay + context.month.days.count - 1 }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    let name = context.month.plan.month.name
    let title = team.title
    try sheet.write(
      0, 0, context.text("\(title.chinese) \(name.chinese)班表", "\(title.english), roster of \(name.english)"), .title)
    try sheet.write(
      1, 0, context.text("每格上行为班次，下行为用餐开始时间。", "In each cell the shift, and below it when the meal starts."), .hint)
    try DayHeader(context: context).writeMarks(sheet, row: TeamSheet.header - 2, column: TeamSheet.firstDay)
    try sheet.header(
      TeamSheet.header,
      [context.text("工号", "Agent"), context.text("姓名", "Name"), context.text("级别", "Grade")]
        + context.month.dates.map { "\($0.day)" } + [context.text("天数", "Days"), context.text("工时", "Hours")])
    for (index, person) in team.people.enumerated() {
      try write(person, row: TeamSheet.header + 1 + index, to: sheet)
    }
    try writeLegend(sheet, row: TeamSheet.header + 2 + team.people.count)
    try lay(out: sheet)
  }

  private func write(_ person: PersonMonth, row: Int, to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.height(row, 27)
    try sheet.write(row, 0, person.agent.id)
    try sheet.write(row, 1, person.agent.name)
    try sheet.write(row, 2, context.text(person.grade.name), CellStyle.plain.with { $0.shrinks = true })
    for (index, cell) in person.cells.enumerated() {
      let colour = Palette.Cell(cell, isRestDay: context.month.days[index].isRestDay)
      let style = CellStyle.cell(colour).with {
        $0.wraps = true
        $0.size = 8.5
      }
      try sheet.write(row, TeamSheet.firstDay + index, text(cell), style)
    }
    try sheet.write(row, lastDay + 1, Double(person.totals.daysWorked), .count)
    try sheet.write(row, lastDay + 2, person.totals.hours, .oneDecimal)
  }

  private func text(_ cell: DayCell) -> String {
    switch cell {
    case .shift(let shift, let meal): meal.map { "\(shift.code)\n\($0)" } ?? shift.code
    case .off: context.offText
    case .leave: context.leaveText
    case .notEmployed: ""
    }
  }

  /// Two shifts a line: code, hours.
  private func writeLegend(_ sheet: SheetWriter, row: Int) throws(WorkbookError) {
    for (index, shift) in context.month.shifts.enumerated() {
      let column = TeamSheet.firstDay + index % 4 * 7
      try sheet.write(row + index / 4, column, shift.code, .cell(Palette.Cell(shift.shiftClass)))
      try sheet.write(row + index / 4, column + 1, shift.hoursText, .bare.with { $0.size = 9 })
    }
  }

  private func lay(out sheet: SheetWriter) throws(WorkbookError) {
    try sheet.width(0...1, 10)
    try sheet.width(2...2, 8)
    try sheet.width(TeamSheet.firstDay...lastDay, 5.4)
    try sheet.width((lastDay + 1)...(lastDay + 2), 6.5)
    try sheet.height(0, 24)
    sheet.freeze(rows: TeamSheet.header + 1, columns: TeamSheet.firstDay)
    try sheet.print(.a4, isAcross: true, repeatingRows: 0...TeamSheet.header)
  }
}
