internal import Foundation
package import Vocabulary

extension InHouseComparison {
  /// - Returns: nil where the month has no `inhouse.csv`.
  package init?(_ statement: SettlementStatement, _ actuals: MonthActuals) {
    guard !actuals.inHouse.isEmpty else { return nil }
    let own = Dictionary(actuals.inHouse.map { ($0.measure, $0.value) }, uniquingKeysWith: { first, _ in first })
    var rows = statement.indicators.map { Row(measure: $0.name, partner: $0.actual, inHouse: own[$0.name]) }
    rows.append(Row(measure: "answered", partner: statement.bonus.handled, inHouse: own["answered"]))
    func each(_ cost: Decimal?, _ calls: Decimal?) -> Decimal? {
      guard let cost, let calls, calls > 0 else { return nil }
      return (cost / calls).rounded(decimals: 4)
    }
    rows.append(
      Row(
        measure: "costPerAnswered", partner: each(statement.mobile.total, statement.bonus.handled),
        inHouse: each(own["cost"], own["answered"])))
    self.init(rows: rows)
  }
}
