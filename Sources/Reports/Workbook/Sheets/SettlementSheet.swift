internal import Foundation
internal import Vocabulary

/// The settlement statement, with the sums as formulas.
struct SettlementSheet {
  private let statement: SettlementStatement
  private let language: Language
  private let hours: PersonDaysSheet.Hours?

  /// - Parameter hours: the workbook's person-days, where hours are sums of them; nil = hours are figures.
  init(_ statement: SettlementStatement, hours: PersonDaysSheet.Hours? = nil, _ language: Language) {
    self.statement = statement
    self.hours = hours
    self.language = language
  }

  /// Row of the first seat line.
  private static let firstLine = 3

  private func text(_ wording: Wording) -> String { wording.text(language) }
  private func text(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(language) }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    let month = statement.month.name
    let title =
      statement.basis == .projected
      ? Wording("\(month.chinese)结算（预计）", "Settlement of \(month.english), projected")
      : Wording("\(month.chinese)结算（实际）", "Settlement of \(month.english), actual")
    try sheet.write(0, 0, text(title), .title)
    var row = try writeSeats(sheet, row: SettlementSheet.firstLine - 1)
    row = try writeIndicators(sheet, row: row + 1)
    row = try writeAmounts(sheet, row: row + 1)
    try writeSplit(sheet, row: row + 1)
    try sheet.width(0...0, 30)
    try sheet.width(1...7, 15)
    try sheet.print(.a4, isAcross: false, repeatingRows: nil)
  }

  private func writeSeats(_ sheet: SheetWriter, row: Int) throws(WorkbookError) -> Int {
    try sheet.header(
      row,
      [
        text("座席类别", "Seat kind"), text("工时", "Hours"), text("结算座席", "Settlement seats"),
        text("单价（元）", "Price (yuan)"), text("金额（元）", "Amount (yuan)"),
      ])
    for (index, line) in statement.lines.enumerated() {
      let place = row + 1 + index
      try sheet.write(place, 0, text(line.kind.name))
      if let sum = hours?.formula(line.kind, name: CellReference.cell(place, 0)) {
        try sheet.write(place, 1, formula: sum, value: line.hours, .money)
      } else {
        try sheet.write(place, 1, line.hours, .money)
      }
      try sheet.write(place, 2, line.quantity, .seats)
      try sheet.write(place, 3, line.price, .money)
      let product = "ROUND(\(CellReference.cell(place, 2))*\(CellReference.cell(place, 3)),2)"
      try sheet.write(place, 4, formula: product, value: line.amount, .money)
    }
    let last = row + statement.lines.count
    try sheet.write(last + 1, 0, text("座席合计", "Seats in all"), CellStyle.plain.with { $0.isBold = true })
    let sum = "SUM(\(CellReference.range((row + 1)...max(row + 1, last), 4...4)))"
    try sheet.write(last + 1, 4, formula: sum, value: statement.seatsAmount, .total)
    return last + 2
  }

  private func writeIndicators(_ sheet: SheetWriter, row: Int) throws(WorkbookError) -> Int {
    try sheet.header(
      row,
      [
        text("指标", "Indicator"), text("维度", "Dimension"), text("结果", "Result"),
        text("得分", "Score"), text("权重", "Weight"), text("酬金门槛", "Bonus gate"),
        text("达标", "Met"),
      ])
    for (index, indicator) in statement.indicators.enumerated() {
      let place = row + 1 + index
      try sheet.write(place, 0, text(KeyNames.indicator(indicator.name)))
      try sheet.write(place, 1, text(KeyNames.dimension(indicator.dimension)))
      try sheet.write(
        place, 2, indicator.actual, abs(indicator.actual) <= 1 ? .numbers("0.00##%") : .money)
      try sheet.write(place, 3, indicator.score, .money)
      try sheet.write(place, 4, indicator.weight, .numbers("0.##"))
      try sheet.write(place, 5, indicator.gate ? text("是", "yes") : "", .count)
      try sheet.write(
        place, 6, indicator.met ? "✓" : "✗",
        CellStyle.count.with { $0.text = (indicator.met ? Ink.good : Ink.bad).colour(.light) })
    }
    return row + 1 + statement.indicators.count
  }

  /// The sum of the seat lines, below the last of them.
  private var seatLines: String { CellReference.cell(SettlementSheet.firstLine + statement.lines.count, 4) }

  private func writeAmounts(_ sheet: SheetWriter, row: Int) throws(WorkbookError) -> Int {
    try sheet.header(row, [text("项目", "Item"), text("金额（元）", "Amount (yuan)")])
    let amounts = SettlementAmounts(statement).all
    // Where each stands, for the formulas of others.
    var cells = ["seatLines": seatLines]
    for (index, amount) in amounts.enumerated() { cells[amount.key] = CellReference.cell(row + 1 + index, 1) }
    for (index, amount) in amounts.enumerated() {
      let place = row + 1 + index
      let name = amount.isTotal ? CellStyle.plain.with { $0.isBold = true } : .plain
      try sheet.write(place, 0, text(amount.name), name)
      let style: CellStyle = amount.isTotal ? .total : amount.isFactor ? .seats : .money
      guard var formula = amount.formula else {
        try sheet.write(place, 1, amount.value, style)
        continue
      }
      for (key, cell) in cells { formula = formula.replacingOccurrences(of: "[\(key)]", with: cell) }
      try sheet.write(place, 1, formula: formula, value: amount.value, style)
    }
    return row + 1 + amounts.count
  }

  private func writeSplit(_ sheet: SheetWriter, row: Int) throws(WorkbookError) {
    guard !statement.bonus.split.isEmpty else { return }
    try sheet.header(row, [text("员工酬金：工号", "Staff bonus: agent"), text("金额（元）", "Amount (yuan)")])
    for (index, part) in statement.bonus.split.enumerated() {
      try sheet.write(row + 1 + index, 0, part.agent)
      try sheet.write(row + 1 + index, 1, part.amount, .money)
    }
  }
}
