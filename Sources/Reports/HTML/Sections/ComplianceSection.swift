internal import Vocabulary

/// The rules one by one: the limit, and what was found.
struct ComplianceSection: ReportSection {
  let month: ReportedMonth

  let id = "rules"
  let title = Wording("规则遵守", "Rules")

  var body: Markup {
    """
    \(Piece.note(
      Wording(
        "由与排班程序无关的代码从输入重新计算。硬性规则不得违反；软性规则按权重计入成本，“次数”为发生次数。",
        "Recomputed from the inputs by code that shares nothing with the optimizer. Hard rules may not be broken; soft ones cost their weight, and are counted as they occur."
      )))\
    \(table)
    """
  }

  private var table: Markup {
    Table(
      caption: Wording("规则、限值与实际", "Rules, limits, findings"),
      columns: [
        .text(Wording("编号", "Rule")), .text(Wording("规则", "Name")), .short(Wording("性质", "Kind")),
        .text(Wording("限值", "Limit")), .text(Wording("实际", "Found")), .short(Wording("结果", "Result")),
      ], rows: month.plan.compliance.map(row), className: "prose"
    ).markup
  }

  private func row(_ rule: RuleCompliance) -> Table.Row {
    Table.Row(cells: [
      "\(rule.rule)", "\(rule.name)", "\(rule.isHard ? Wording("硬性", "hard") : Wording("软性", "soft"))",
      "\(rule.limit)", "\(rule.found)", result(rule),
    ])
  }

  private func result(_ rule: RuleCompliance) -> Markup {
    let count = NumberText.grouped(rule.count)
    if !rule.isHard { return "\(Wording("\(count) 次", "\(count)×"))" }
    return rule.count == 0
      ? "<span class=\"good\">✓ \(Wording("满足", "kept"))</span>"
      : "<span class=\"bad\">✗ \(Wording("违反 \(count) 处", "\(count) broken"))</span>"
  }
}
