internal import Vocabulary

/// The rules with limits and findings, and the terms of the objective.
struct RulesSheet {
  private let context: SheetContext

  init(_ context: SheetContext) {
    self.context = context
  }

  /// Characters in a line of the wide columns.
  private static let wide = 52

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.write(0, 0, context.text("规则遵守", "Rules"), .title)
    try sheet.header(
      2,
      [
        context.text("编号", "Rule"), context.text("规则", "Name"), context.text("性质", "Kind"),
        context.text("限值", "Limit"), context.text("实际", "Found"), context.text("违反/次数", "Broken, times"),
      ])
    let rules = context.month.plan.compliance
    for (index, rule) in rules.enumerated() { try write(rule, row: 3 + index, to: sheet) }
    try writeTerms(sheet, row: 3 + rules.count + 2)
    try sheet.width(0...0, 10)
    try sheet.width(1...1, 24)
    try sheet.width(2...2, 12)
    try sheet.width(3...4, Double(RulesSheet.wide) + 4)
    try sheet.width(5...5, 12)
    try sheet.print(.a4, isAcross: true, repeatingRows: 2...2)
  }

  private func write(_ rule: RuleCompliance, row: Int, to sheet: SheetWriter) throws(WorkbookError) {
    let wrapped = CellStyle.plain.with { $0.wraps = true }
    let isBroken = rule.isHard && rule.count > 0
    let (limit, found) = (context.text(rule.limit), context.text(rule.found))
    let lines = max(1, (max(displayWidth(limit), displayWidth(found)) + RulesSheet.wide - 1) / RulesSheet.wide)
    try sheet.height(row, 5 + 14 * Double(lines))
    try sheet.write(row, 0, rule.rule, CellStyle.plain.with { $0.isBold = true })
    try sheet.write(row, 1, context.text(rule.name), wrapped)
    try sheet.write(row, 2, rule.isHard ? context.text("硬性", "hard") : context.text("软性", "soft"), wrapped)
    try sheet.write(row, 3, limit, wrapped)
    try sheet.write(row, 4, found, wrapped)
    try sheet.write(
      row, 5, Double(rule.count), isBroken ? CellStyle.count.with { $0.text = Ink.bad.colour(.light) } : .count)
  }

  /// In characters of a Latin letter's width; Chinese ones are twice as wide.
  private func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }

  private func writeTerms(_ sheet: SheetWriter, row: Int) throws(WorkbookError) {
    let solution = context.month.plan.solution
    try sheet.write(row, 0, context.text("目标成本", "Objective"), .title)
    try sheet.write(row + 1, 0, context.text(OptimalityProof(solution).wording), .hint)
    try sheet.header(row + 2, from: 1, [context.text("项目", "Term"), context.text("金额（元）", "Yuan")])
    for (index, term) in solution.terms.enumerated() {
      try sheet.write(row + 3 + index, 1, context.text(KeyNames.costTerm(term.name)))
      try sheet.write(row + 3 + index, 2, term.yuan, .money)
    }
    let last = row + 3 + solution.terms.count
    let sum = solution.terms.reduce(0) { $0 + $1.yuan }
    try sheet.write(last, 1, context.text("合计", "Total"), CellStyle.plain.with { $0.isBold = true })
    if solution.terms.isEmpty {
      try sheet.write(last, 2, sum, .total)
    } else {
      let range = CellReference.range((row + 3)...(last - 1), 2...2)
      try sheet.write(last, 2, formula: "SUM(\(range))", value: sum, .total)
    }
    try sheet.write(last + 1, 1, context.text("已证明下界", "Proved lower bound"))
    try sheet.write(last + 1, 2, solution.lowerBound, .money)
  }
}
