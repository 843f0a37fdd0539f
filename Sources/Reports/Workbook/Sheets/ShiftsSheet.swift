internal import Vocabulary

/// The legend of shifts, to which the totals of the other sheets refer.
struct ShiftsSheet {
  private let context: SheetContext

  init(_ context: SheetContext) {
    self.context = context
  }

  static let firstRow = 4
  private static let hoursColumn = 6

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.write(0, 0, context.text("班次", "Shifts"), .title)
    try sheet.write(
      1, 0,
      context.text(
        "总表的合计按本表的代码与计薪小时计算；24:00 以后的时刻属于次日凌晨。",
        "The totals of the grid use the codes and paid hours of this sheet; times from 24:00 on are of the night after."
      ),
      .hint)
    try sheet.header(
      ShiftsSheet.firstRow - 1,
      [
        context.text("代码", "Code"), context.text("类别", "Class"), context.text("开始", "Start"),
        context.text("结束", "End"), context.text("第二段开始", "Second start"), context.text("第二段结束", "Second end"),
        context.text("计薪小时", "Paid hours"), context.text("用餐分钟", "Meal minutes"),
        context.text("用餐最早开始", "Meal from"), context.text("用餐最晚开始", "Meal to"), context.text("本月班数", "This month"),
      ])
    for (index, shift) in context.month.shifts.enumerated() {
      try write(shift, row: ShiftsSheet.firstRow + index, to: sheet)
    }
    try sheet.height(ShiftsSheet.firstRow - 1, 30)
    try sheet.width(0...0, 10)
    try sheet.width(1...10, 12)
    sheet.freeze(rows: ShiftsSheet.firstRow, columns: 1)
    try sheet.print(.a4, isAcross: true, repeatingRows: 0...(ShiftsSheet.firstRow - 1))
  }

  private func write(_ shift: Shift, row: Int, to sheet: SheetWriter) throws(WorkbookError) {
    let count = context.month.people.reduce(0) { $0 + $1.cells.count { $0.shift?.code == shift.code } }
    let centred = CellStyle.plain.with { $0.alignment = .centre }
    try sheet.write(row, 0, shift.code, .cell(Palette.Cell(shift.shiftClass)))
    try sheet.write(row, 1, context.text(shift.shiftClass.name), centred)
    let times = [shift.start, shift.end, shift.secondStart, shift.secondEnd]
    for (column, time) in times.enumerated() { try sheet.write(row, 2 + column, text(time), centred) }
    try sheet.write(row, ShiftsSheet.hoursColumn, Double(shift.paidMinutes) / 60, .numbers("0.00"))
    try sheet.write(row, 7, Double(shift.mealMinutes), .count)
    try sheet.write(row, 8, text(shift.mealFrom), centred)
    try sheet.write(row, 9, text(shift.mealTo), centred)
    try sheet.write(row, 10, Double(count), .count)
  }

  private func text(_ time: TimeOfDay?) -> String { time.map { "\($0)" } ?? "" }

  /// Where the codes of some classes stand, which lie together; nil where there is no such shift.
  static func codes(_ classes: [ShiftClass], _ context: SheetContext) -> String? {
    let indices = context.month.shifts.indices.filter { classes.contains(context.month.shifts[$0].shiftClass) }
    guard let first = indices.first, let last = indices.last else { return nil }
    return CellReference.sheet(context.names.shifts)
      + CellReference.range((firstRow + first)...(firstRow + last), 0...0, fixed: .both)
  }

  /// Where the paid hours of all shifts stand.
  static func paidHours(_ context: SheetContext) -> String {
    CellReference.sheet(context.names.shifts)
      + CellReference.range(
        firstRow...(firstRow + max(0, context.month.shifts.count - 1)), hoursColumn...hoursColumn, fixed: .both)
  }
}
