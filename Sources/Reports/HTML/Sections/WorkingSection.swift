internal import Foundation
internal import Vocabulary

/// Every amount with its rule, the rule's numbers, and the contract's keys.
struct WorkingSection: ReportSection {
  let items: [SettlementTrace.Item]
  let contract: ContractReference

  let id = "working"
  let title = Wording("计算依据", "How each amount was made")

  var body: Markup {
    let rows = items.map { item in
      Table.Row(cells: [
        "<code>\(item.key)</code>", "\(NumberText.atLeastTwoDecimals(item.amount.rounded(decimals: 4)))",
        "\(item.rule)",
        "\(item.working)", "\(item.contractKeys.joined(separator: ", "))",
      ])
    }
    return Table(
      caption: Wording(
        "项目名与 settlement.json 相同，合同键在 contract.yaml 中", "Items as in settlement.json, keys as in contract.yaml"),
      columns: [
        .text(Wording("项目", "Item")), .number(Wording("数值", "Amount")), .text(Wording("规则", "Rule")),
        .text(Wording("算式", "Working")), .text(Wording("合同键", "Contract keys")),
      ], rows: rows, className: "prose"
    ).markup
  }
}

/// The staff's part of the bonus, down to each person.
struct StaffBonusSection: ReportSection {
  let content: StatementContent

  let id = "staff"
  let title = Wording("员工酬金", "Staff bonus")

  var body: Markup {
    let bonus = content.statement.bonus
    guard !bonus.split.isEmpty else {
      return Piece.note(Wording("本月没有员工酬金。", "There is no staff bonus this month."))
    }
    let rows = bonus.split.map { Table.Row(cells: ["\($0.agent)", "\(NumberText.fen($0.amount))"]) }
    let total = Table.Row(cells: ["\(Wording("合计", "Total"))", "\(NumberText.fen(bonus.staff))"], className: "total")
    return Piece.details(
      Wording(
        "\(bonus.split.count) 人，合计 \(NumberText.fen(bonus.staff))",
        "\(bonus.split.count) people, \(NumberText.fen(bonus.staff)) in all"),
      Table(
        caption: Wording("按处理量分配，分用最大余额法", "By calls handled; fen by largest remainder"),
        columns: [.text(Wording("工号", "Agent")), .number(Wording("金额", "Amount"))], rows: rows + [total]
      ).markup)
  }
}
