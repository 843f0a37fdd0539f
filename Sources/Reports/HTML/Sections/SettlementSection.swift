internal import Foundation
internal import Vocabulary

/// The settlement statement: from hours to the fee, and both parties' totals.
struct SettlementSection: ReportSection {
  let statement: SettlementStatement
  /// Of the contract, for targets and floors.
  let indicators: [Indicator]

  let id = "settlement"
  let title = Wording("结算单", "Settlement")

  var body: Markup {
    """
    \(Piece.note(basis))\(seats)\(assessment)\(fee)<div class="parties">\(mobile)\(partner)</div>

    """
  }

  private var basis: Wording {
    switch statement.basis {
    case .projected:
      Wording(
        "预计：按本班表的工时与预计的服务结果计算；班表无法得知的指标取合同中的假定值。",
        "Projected from this roster's hours and expected service; indicators a roster cannot tell take the contract's assumed values."
      )
    case .actual: Wording("实际：按考勤、得分与话务实绩计算。", "Actual: from attendance, scores and calls.")
    }
  }

  private var seats: Markup {
    let rows = statement.lines.map { line in
      Table.Row(cells: [
        "\(line.kind.name)", "\(NumberText.grouped(line.hours, decimals: 2))",
        "\(NumberText.grouped(line.quantity, decimals: 4))", "\(NumberText.fen(line.price))",
        "\(NumberText.fen(line.amount))",
      ])
    }
    let total = Table.Row(
      cells: ["\(Wording("合计", "Total"))", "", "", "", "\(NumberText.fen(statement.seatsAmount))"],
      className: "total")
    return Table(
      caption: Wording("座席费用", "Seats"),
      columns: [
        .text(Wording("座席类别", "Seat kind")), .number(Wording("工时", "Hours")),
        .number(Wording("结算座席", "Settlement seats")), .number(Wording("单价", "Price")),
        .number(Wording("金额", "Amount")),
      ], rows: rows + [total]
    ).markup
  }

  private var assessment: Markup {
    let terms = Dictionary(
      indicators.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = statement.indicators.map { indicator in
      let gate: Markup = indicator.gate ? "\(Wording("门槛", "gate"))" : ""
      let met: Markup =
        indicator.met
        ? "<span class=\"good\">✓ \(Wording("达标", "met"))</span>"
        : "<span class=\"bad\">✗ \(Wording("未达标", "not met"))</span>"
      return Table.Row(cells: [
        "\(KeyNames.indicator(indicator.name))", "\(KeyNames.dimension(indicator.dimension))",
        "\(terms[indicator.name].map { IndicatorText.value($0.target) } ?? "–")",
        "\(terms[indicator.name].map { IndicatorText.value($0.floor) } ?? "–")",
        "\(IndicatorText.value(indicator.actual))", "\(indicator.score.text(decimals: 2))",
        "\(NumberText.plain(indicator.weight))", gate, met,
      ])
    }
    return Table(
      caption: Wording("考核指标", "Assessment"),
      columns: [
        .text(Wording("指标", "Indicator")), .text(Wording("维度", "Dimension")), .number(Wording("目标", "Target")),
        .number(Wording("底线", "Floor")), .number(Wording("结果", "Result")), .number(Wording("得分", "Score")),
        .number(Wording("权重", "Weight")), .text(Wording("酬金门槛", "Bonus gate")), .text(Wording("是否达标", "Met")),
      ], rows: rows
    ).markup
  }

  private var fee: Markup {
    let (scores, bonus) = (statement.scores, statement.bonus)
    let excess = bonus.handled - bonus.target
    var rows: [(Wording, Wording, String)] = [
      (
        Wording("考核系数", "Coefficient"),
        Wording(
          "质量 \(scores.quality.text(decimals: 2))、业务 \(scores.business.text(decimals: 2))、总分 \(scores.total.text(decimals: 2))，取最低 \(scores.lowest.text(decimals: 2))",
          "lowest of quality \(scores.quality.text(decimals: 2)), business \(scores.business.text(decimals: 2)), total \(scores.total.text(decimals: 2)): \(scores.lowest.text(decimals: 2))"
        ), "× " + NumberText.plain(statement.coefficient)
      ),
      (
        Wording("考核后金额", "Assessed amount"), Wording("座席合计 × 系数", "seats × coefficient"),
        NumberText.fen(statement.assessed)
      ),
      (
        Wording("达标超量酬金", "Over-target bonus"),
        Wording(
          "处理 \(NumberText.grouped(bonus.handled, decimals: 0))，目标 \(NumberText.grouped(bonus.target, decimals: 0))，\(bonus.gate ? "门槛达标" : "门槛未达标")\(excess > 0 ? "" : "，未超量")；上限 \(NumberText.fen(bonus.cap))；外包方 \(NumberText.fen(bonus.partner))，员工 \(NumberText.fen(bonus.staff))",
          "\(NumberText.grouped(bonus.handled, decimals: 0)) handled, target \(NumberText.grouped(bonus.target, decimals: 0)), gate \(bonus.gate ? "met" : "not met")\(excess > 0 ? "" : ", not exceeded"); cap \(NumberText.fen(bonus.cap)); partner \(NumberText.fen(bonus.partner)), staff \(NumberText.fen(bonus.staff))"
        ), "+ " + NumberText.fen(bonus.amount)
      ),
    ]
    for incident in statement.incidents {
      rows.append(
        (
          Wording("事件扣罚", "Incident"), Wording(same: "\(incident.date) \(incident.category)"),
          NumberText.fen(-incident.amount)
        ))
    }
    var table = rows.map { Table.Row(cells: ["\($0.0)", "\($0.1)", "\($0.2)"]) }
    table.append(
      Table.Row(
        cells: ["\(Wording("结算费用", "Fee"))", "", "\(NumberText.fen(statement.fee))"], className: "total"))
    if statement.carried != 0 {
      table.append(
        Table.Row(cells: [
          "\(Wording("结转下月", "Carried to the next month"))", "\(Wording("费用低于零的部分", "what lies below zero"))",
          "\(NumberText.fen(statement.carried))",
        ]))
    }
    return Table(
      caption: Wording("费用", "The fee"),
      columns: [.text(Wording("项目", "Item")), .text(Wording("说明", "How")), .number(Wording("金额", "Amount"))],
      rows: table, className: "prose"
    ).markup
  }

  private var mobile: Markup {
    let totals = statement.mobile
    return account(
      Wording("移动方", "Mobile"),
      [
        (Wording("结算费用", "Fee"), totals.fee),
        (
          Wording(
            "场地费用（\(NumberText.plain(totals.siteSeats)) 座席）", "Site (\(NumberText.plain(totals.siteSeats)) seats)"),
          totals.site
        ),
      ], (Wording("总成本", "Total cost"), totals.total))
  }

  private var partner: Markup {
    let totals = statement.partner
    return account(
      Wording("外包方", "Partner"),
      [
        (Wording("结算费用", "Fee"), totals.fee), (Wording("工资", "Wages"), -totals.wages),
        (Wording("加班工资", "Overtime pay"), -totals.overtime), (Wording("班次补贴", "Per shift"), -totals.shifts),
        (Wording("夜班津贴", "Night allowance"), -totals.nights), (Wording("员工酬金", "Staff bonus"), -totals.staffBonus),
        (Wording("成本合计", "Cost in all"), -totals.cost),
      ], (Wording("毛利", "Margin"), totals.margin))
  }

  private func account(_ title: Wording, _ items: [(Wording, Decimal)], _ total: (Wording, Decimal)) -> Markup {
    let rows = items.map { Table.Row(cells: ["\($0.0)", "\(NumberText.fen($0.1))"]) }
    let sum = Table.Row(cells: ["\(total.0)", "\(NumberText.fen(total.1))"], className: "total")
    return Table(
      caption: title, columns: [.text(Wording("项目", "Item")), .number(Wording("金额", "Amount"))], rows: rows + [sum]
    ).markup
  }
}
