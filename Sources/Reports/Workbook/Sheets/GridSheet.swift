internal import Vocabulary

/// The roster, people × days, with everybody's totals at the right and head-counts below.
struct GridSheet {
  private let context: SheetContext
  private let totals: [GridTotal]

  init(_ context: SheetContext) {
    self.context = context
    totals = GridTotal.allCases
  }

  static let header = 4
  static let firstPerson = 5
  static let firstDay = 4

  private var days: ClosedRange<Int> { GridSheet.firstDay...(GridSheet.firstDay + context.month.days.count - 1) }
  private var totalsColumn: Int { days.upperBound + 1 }
  private var lastPerson: Int { GridSheet.firstPerson + max(1, context.month.people.count) - 1 }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try writeTitle(sheet)
    try writeHeader(sheet)
    for (index, person) in context.month.people.enumerated() {
      try write(person, row: GridSheet.firstPerson + index, to: sheet)
    }
    try HeadcountRows(context: context, people: GridSheet.firstPerson...lastPerson, days: days)
      .write(to: sheet, from: lastPerson + 2)
    try lay(out: sheet)
  }

  private func writeTitle(_ sheet: SheetWriter) throws(WorkbookError) {
    try sheet.write(0, 0, context.text(RosterWorkbook.title(context.month.plan)), .title)
    try sheet.write(
      1, 0,
      context.text(
        "可直接修改班次代码（\(context.offText) = 休息，\(context.leaveText) = 批准的休假），合计随之更新；改后可用 banbiao check --roster 复核。",
        "Shift codes may be edited (\(context.offText) = day off, \(context.leaveText) = approved leave); totals follow. Recheck with banbiao check --roster."
      ), .hint)
  }

  private func writeHeader(_ sheet: SheetWriter) throws(WorkbookError) {
    try DayHeader(context: context).writeMarks(sheet, row: GridSheet.header - 2, column: GridSheet.firstDay)
    try sheet.header(
      GridSheet.header,
      [
        context.text("工号", "Agent"), context.text("姓名", "Name"), context.text("班组", "Team"),
        context.text("级别", "Grade"),
      ]
    )
    for (index, date) in context.month.dates.enumerated() {
      let style = CellStyle.header.with {
        $0.isVertical = true
        $0.wraps = false
      }
      try sheet.write(GridSheet.header, GridSheet.firstDay + index, "\(date)", style)
    }
    try sheet.header(GridSheet.header, from: totalsColumn, totals.map { context.text($0.name) })
  }

  private func write(_ person: PersonMonth, row: Int, to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.write(row, 0, person.agent.id)
    try sheet.write(row, 1, person.agent.name)
    try sheet.write(row, 2, person.agent.team)
    try sheet.write(row, 3, context.text(person.grade.name))
    for (index, cell) in person.cells.enumerated() {
      let colour = Palette.Cell(cell, isRestDay: context.month.days[index].isRestDay)
      try sheet.write(row, GridSheet.firstDay + index, text(cell), .cell(colour))
    }
    let range = CellReference.range(row...row, days)
    for (index, total) in totals.enumerated() {
      let value = total.value(person.totals)
      if let formula = total.formula(range: range, row: row, context) {
        try sheet.write(row, totalsColumn + index, formula: formula, value: value, total.style)
      } else {
        try sheet.write(row, totalsColumn + index, value, total.style)
      }
    }
  }

  private func text(_ cell: DayCell) -> String {
    switch cell {
    case .shift(let shift, _): shift.code
    case .off: context.offText
    case .leave: context.leaveText
    case .notEmployed: ""
    }
  }

  private func lay(out sheet: SheetWriter) throws(WorkbookError) {
    try sheet.width(0...0, 10)
    try sheet.width(1...3, 10)
    try sheet.width(days, 5)
    try sheet.width(totalsColumn...(totalsColumn + totals.count - 1), 7)
    try sheet.height(0, 24)
    try sheet.height(GridSheet.header, 66)
    sheet.freeze(rows: GridSheet.firstPerson, columns: GridSheet.firstDay)
    try sheet.filter(rows: GridSheet.header...lastPerson, columns: 0...(totalsColumn + totals.count - 1))
    try sheet.print(.a3, isAcross: true, repeatingRows: 0...GridSheet.header)
  }
}
