internal import Foundation
internal import Vocabulary

/// Every amount with its rule, numbers and contract keys.
struct WorkingSheet {
  private let content: StatementContent
  private let language: Language

  init(_ content: StatementContent, _ language: Language) {
    self.content = content
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    let contract = content.contract
    try sheet.write(0, 0, Wording("计算依据", "How each amount was made").text(language), .title)
    try sheet.write(
      1, 0,
      Wording(
        "合同 \(contract.version) SHA-256 \(contract.digest)", "contract \(contract.version) SHA-256 \(contract.digest)"
      ).text(language), .hint)
    try sheet.header(
      3,
      [
        Wording("项目", "Item"), Wording("数值", "Amount"), Wording("规则", "Rule"), Wording("算式", "Working"),
        Wording("合同键", "Contract keys"),
      ].map { $0.text(language) })
    for (index, item) in content.trace.items.enumerated() {
      let row = 4 + index
      try sheet.write(row, 0, item.key)
      try sheet.write(row, 1, item.amount.doubleValue, .numbers("#,##0.00##"))
      try sheet.write(row, 2, item.rule.text(language))
      try sheet.write(row, 3, item.working)
      try sheet.write(row, 4, item.contractKeys.joined(separator: ", "))
    }
    try sheet.width(0...0, 24)
    try sheet.width(1...1, 16)
    try sheet.width(2...3, 60)
    try sheet.width(4...4, 44)
    sheet.freeze(rows: 4, columns: 1)
    try sheet.print(.a4, isAcross: true, repeatingRows: 3...3)
  }
}

/// A row for each shift worked, which can be filtered; the hours add up to the lines.
struct PersonDaysSheet {
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
      try sheet.write(row, 7, day.paidOvertimeMinutes.doubleValue, .numbers("0.##"))
      try sheet.write(row, 8, day.regularHours.doubleValue, .money)
      try sheet.write(row, 9, day.overtimeHours.doubleValue, .money)
    }
    let last = max(1, content.trace.days.count)
    try sheet.filter(rows: 0...last, columns: 0...9)
    // Of the rows in sight, so that a filter on a person or grade shows its sum.
    for column in 8...9 {
      let values = content.trace.days.map { column == 8 ? $0.regularHours : $0.overtimeHours }
      let sum = values.reduce(Decimal(0), +)
      let formula = "SUBTOTAL(9,\(CellReference.range(1...last, column...column)))"
      try sheet.write(last + 1, column, formula: formula, value: sum.doubleValue, .total)
    }
    try sheet.width(0...2, 12)
    try sheet.width(3...9, 14)
    sheet.freeze(rows: 1, columns: 1)
    try sheet.print(.a4, isAcross: true, repeatingRows: 0...0)
  }
}

/// The parts between the projection and the actual statement; the last row is a formula over them.
struct VarianceSheet {
  private let variance: SettlementVariance
  private let language: Language

  init(_ variance: SettlementVariance, _ language: Language) {
    self.variance = variance
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      0,
      [
        Wording("原因", "Cause"), Wording("结算费用", "Fee"), Wording("外包方毛利", "Partner's margin"), Wording("含义", "Meaning"),
      ].map { $0.text(language) })
    try sheet.write(1, 0, Wording("预计", "Projected").text(language))
    try sheet.write(1, 1, variance.projectedFee.doubleValue, .money)
    try sheet.write(1, 2, variance.projectedMargin.doubleValue, .money)
    for (index, part) in variance.parts.enumerated() {
      try sheet.write(2 + index, 0, part.cause.name.text(language))
      try sheet.write(2 + index, 1, part.fee.doubleValue, .money)
      try sheet.write(2 + index, 2, part.margin.doubleValue, .money)
      try sheet.write(2 + index, 3, part.cause.how.text(language))
    }
    let last = 1 + variance.parts.count
    try sheet.write(last + 1, 0, Wording("实际", "Actual").text(language))
    for (column, amount) in [(1, variance.actualFee), (2, variance.actualMargin)] {
      let formula = "ROUND(SUM(\(CellReference.range(1...last, column...column))),2)"
      try sheet.write(last + 1, column, formula: formula, value: amount.doubleValue, .total)
    }
    try sheet.width(0...0, 26)
    try sheet.width(1...2, 18)
    try sheet.width(3...3, 60)
    try sheet.print(.a4, isAcross: true, repeatingRows: nil)
  }
}
