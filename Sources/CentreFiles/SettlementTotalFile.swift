internal import Foundation
package import Vocabulary

/// `total.json` and `total.csv`: the statements of several centres side by side, and their sum.
package enum SettlementTotalFile {
  package static func json(_ total: SettlementTotal) -> JSONValue {
    func object(_ amounts: [(item: String, amount: Decimal)]) -> [(String, JSONValue)] {
      amounts.map { ($0.item, .text($0.amount.text(decimals: 2))) }
    }
    let centres = total.statements.map { statement in
      JSONValue.object(
        [("centre", .text(statement.centre)), ("coefficient", .text(statement.coefficient.description))]
          + object(SettlementTotal(month: total.month, statements: [statement]).amounts))
    }
    return .object([
      ("month", .text("\(total.month)")), ("centres", .array(centres)), ("total", .object(object(total.amounts))),
    ])
  }

  /// A row for each centre, and one for the total.
  package static func csv(_ total: SettlementTotal) -> String {
    let rows =
      total.statements.map { ($0.centre, SettlementTotal(month: total.month, statements: [$0]).amounts) }
      + [("total", total.amounts)]
    var text = "centre," + total.amounts.map(\.item).joined(separator: ",") + "\n"
    for (name, amounts) in rows {
      let figures = amounts.map { $0.amount.text(decimals: 2) }
      text += ([ResultTables.quoted(name)] + figures).joined(separator: ",") + "\n"
    }
    return text
  }
}
