internal import Foundation
internal import Vocabulary

/// What several centres' statements say side by side: a row for each amount, a value for each centre, and the sum.
struct TotalRows {
  struct Row {
    let name: Wording
    /// By centre, in the total's order.
    let values: [Decimal]
    let sum: Decimal
  }

  let centres: [String]
  let coefficients: [Decimal]
  let rows: [Row]

  /// - Parameter names: of centres by their codes; a centre goes by its code where it has none, and by both where another has the same.
  init(_ total: SettlementTotal, names: [String: String]) {
    centres = total.statements.map { statement in
      guard let name = names[statement.centre], !name.isEmpty else { return statement.centre }
      return names.values.filter { $0 == name }.count > 1 ? "\(name) \(statement.centre)" : name
    }
    coefficients = total.statements.map(\.coefficient)
    let single = total.statements.map { SettlementTotal(month: total.month, statements: [$0]).amounts }
    rows = total.amounts.enumerated().map { index, amount in
      Row(name: TotalRows.name(amount.item), values: single.map { $0[index].amount }, sum: amount.amount)
    }
  }

  /// - Parameter item: of `SettlementTotal.amounts`.
  private static func name(_ item: String) -> Wording {
    switch item {
    case "seatsAmount": Wording("座席合计", "Seats in all")
    case "assessed": Wording("考核后金额", "Assessed amount")
    case "bonus": Wording("达标超量酬金", "Over-target bonus")
    case "deductions": Wording("事件扣罚", "Incident deductions")
    case "fee": Wording("结算费用", "Fee")
    case "carried": Wording("结转下月", "Carried to the next month")
    case "mobile.site": Wording("场地费用（移动方）", "Site (Mobile)")
    case "mobile.total": Wording("移动方总成本", "Mobile's total cost")
    case "partner.cost": Wording("外包方成本", "Partner's cost")
    case "partner.margin": Wording("外包方毛利", "Partner's margin")
    default: Wording(same: item)
    }
  }
}
