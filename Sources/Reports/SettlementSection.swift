internal import Foundation
internal import Vocabulary

/// The settlement and both parties' totals.
struct SettlementSection {
  let plan: MonthPlan

  func html() -> String {
    let title =
      plan.settlement.basis == .projected
      ? Wording("预计结算", "Projected settlement") : Wording("结算", "Settlement")
    return HTML.section(
      "settlement", title,
      seats() + "<div class=\"columns\"><div>\(indicators())</div><div>\(totals())</div></div>\n")
  }

  static func kindName(_ kind: SeatKind) -> Wording {
    switch kind {
    case .trainee: Wording("实习话务员座席", "trainee seats")
    case .agent: Wording("客服代表座席", "agent seats")
    case .lead: Wording("班长座席", "team lead seats")
    case .overtime: Wording("加班座席", "overtime seats")
    }
  }

  private func seats() -> String {
    let statement = plan.settlement
    var rows = statement.lines.map { line in
      [
        HTML.text(SettlementSection.kindName(line.kind)), Figures.grouped(line.hours, decimals: 2),
        Figures.grouped(line.quantity, decimals: 4), Figures.yuan(line.price), Figures.yuan(line.amount),
      ]
    }
    rows.append([
      "<b>" + HTML.text("合计", "total") + "</b>", "", "", "", "<b>\(Figures.yuan(statement.seatsAmount))</b>",
    ])
    return HTML.table(
      [
        HTML.text("座席", "seats"), HTML.text("工时", "hours"), HTML.text("结算座席", "quantity"), HTML.text("单价", "price"),
        HTML.text("金额", "amount"),
      ],
      rows, numeric: [1, 2, 3, 4])
  }

  private func indicators() -> String {
    let statement = plan.settlement
    var rows = statement.indicators.map { indicator in
      [
        HTML.escaped(indicator.name) + (indicator.gate ? " ⚑" : ""), "\(indicator.actual)",
        Figures.grouped(indicator.score, decimals: 2),
        "\(indicator.weight)", indicator.met ? "<span class=\"ok\">✓</span>" : "<span class=\"bad\">✗</span>",
      ]
    }
    let scores = statement.scores
    for (name, score) in [
      (Wording("质量得分", "quality"), scores.quality), (Wording("业务得分", "business"), scores.business),
      (Wording("总得分", "total"), scores.total),
      (Wording("最低得分 → 系数 \(statement.coefficient)", "lowest → coefficient \(statement.coefficient)"), scores.lowest),
    ] {
      rows.append(["<b>\(HTML.text(name))</b>", "", "<b>\(Figures.grouped(score, decimals: 2))</b>", "", ""])
    }
    return HTML.table(
      [
        HTML.text("指标（⚑ 奖励门槛）", "indicator (⚑ gates the bonus)"), HTML.text("值", "value"), HTML.text("得分", "score"),
        HTML.text("权重", "weight"), HTML.text("达标", "met"),
      ],
      rows, numeric: [1, 2, 3])
  }

  private func totals() -> String {
    let statement = plan.settlement
    let partner = statement.partner
    let rows: [(Wording, Decimal)] = [
      (Wording("座席金额 × 系数", "seats × coefficient"), statement.assessed),
      (Wording("超量酬金", "over-target bonus"), statement.bonus.amount),
      (Wording("重大事件扣罚", "incident deductions"), -statement.deductions),
      (Wording("结算费用", "fee"), statement.fee),
      (Wording("移动方：场地费用", "Mobile: site"), statement.mobile.site),
      (Wording("移动方：总成本", "Mobile: total"), statement.mobile.total),
      (Wording("外包方：工资", "partner: wages"), partner.wages),
      (Wording("外包方：加班工资", "partner: overtime"), partner.overtime),
      (Wording("外包方：餐补等（每班）", "partner: per shift"), partner.shifts),
      (Wording("外包方：夜班津贴", "partner: night allowance"), partner.nights),
      (Wording("外包方：员工酬金", "partner: staff's bonus"), partner.staffBonus),
      (Wording("外包方：毛利", "partner: margin"), partner.margin),
    ]
    return HTML.table(
      [HTML.text("金额", "amounts"), ""], rows.map { [HTML.text($0.0), Figures.yuan($0.1)] }, numeric: [1])
  }
}
