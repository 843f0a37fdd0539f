package import Foundation

/// The statements of several centres in one month, added up.
package struct SettlementTotal: Sendable, Equatable {
  package var month: Month
  package var statements: [SettlementStatement]

  package init(month: Month, statements: [SettlementStatement]) {
    self.month = month
    self.statements = statements
  }

  /// By the names of `settlement.json`, in its order.
  package var amounts: [(item: String, amount: Decimal)] {
    let items: [(String, (SettlementStatement) -> Decimal)] = [
      ("seatsAmount", { $0.seatsAmount }), ("assessed", { $0.assessed }), ("bonus", { $0.bonus.amount }),
      ("deductions", { $0.deductions }), ("fee", { $0.fee }), ("carried", { $0.carried }),
      ("mobile.site", { $0.mobile.site }), ("mobile.total", { $0.mobile.total }),
      ("partner.cost", { $0.partner.cost }), ("partner.margin", { $0.partner.margin }),
    ]
    return items.map { item, amount in (item, statements.reduce(Decimal(0)) { $0 + amount($1) }) }
  }
}
