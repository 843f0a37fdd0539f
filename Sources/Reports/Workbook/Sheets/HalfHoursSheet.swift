internal import Vocabulary

/// Coverage of every half-hour of the month.
struct HalfHoursSheet {
  private let context: SheetContext

  init(_ context: SheetContext) {
    self.context = context
  }

  static let firstRow = 1

  /// A column beside date and time.
  struct Figure {
    let name: Wording
    let style: CellStyle
    let value: @Sendable (CoverageRow, Forecast.Row) -> Double
  }

  /// From the third column on.
  static let figures = [
    Figure(name: Wording("话务量", "Calls"), style: .oneDecimal) { $1.mean },
    Figure(name: Wording("需求", "Required"), style: .money) { row, _ in row.required },
    Figure(name: Wording("有效", "Effective"), style: .money) { row, _ in row.effective },
    Figure(name: Wording("在岗", "On duty"), style: .count) { row, _ in Double(row.onDuty) },
    Figure(name: Wording("用餐", "At meals"), style: .count) { row, _ in Double(row.onMeal) },
    Figure(name: Wording("占座", "Seated"), style: .count) { row, _ in Double(row.seated) },
    Figure(name: Wording("座席", "Seats"), style: .count) { row, _ in Double(row.seats) },
    Figure(name: Wording("班长", "Leads"), style: .count) { row, _ in Double(row.leads) },
    Figure(name: Wording("缺口", "Short"), style: .money) { row, _ in row.under },
    Figure(name: Wording("富余", "Over"), style: .money) { row, _ in row.over },
    Figure(name: Wording("服务水平", "Service level"), style: .percent) { row, _ in row.serviceLevel },
  ]

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      0,
      [context.text("日期", "Date"), context.text("时段", "From")] + HalfHoursSheet.figures.map { context.text($0.name) })
    let centred = CellStyle.plain.with { $0.alignment = .centre }
    for (index, row) in context.month.plan.coverage.enumerated() {
      let line = HalfHoursSheet.firstRow + index
      try sheet.write(line, 0, "\(row.start.date)", centred)
      try sheet.write(line, 1, "\(TimeOfDay(minutes: row.start.slot * HalfHour.minutes))", centred)
      let forecast = context.month.plan.forecast.rows[index]
      for (column, figure) in HalfHoursSheet.figures.enumerated() {
        try sheet.write(line, 2 + column, figure.value(row, forecast), figure.style)
      }
    }
    try sheet.width(0...0, 12)
    try sheet.width(1...(1 + HalfHoursSheet.figures.count), 9)
    sheet.freeze(rows: HalfHoursSheet.firstRow, columns: 2)
    try sheet.filter(
      rows: 0...max(1, context.month.plan.coverage.count), columns: 0...(1 + HalfHoursSheet.figures.count))
    try sheet.print(.a4, isAcross: false, repeatingRows: 0...0)
  }
}
