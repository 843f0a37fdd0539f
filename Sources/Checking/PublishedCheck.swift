internal import Foundation
package import Vocabulary

/// Holds what the written files state against the recomputation.
package struct PublishedCheck: Sendable {
  package let check: RosterCheck

  /// Yuan by which a stated amount may differ: the last decimal written.
  private static let tolerance = 0.01

  package init(check: RosterCheck) {
    self.check = check
  }

  /// `solution.json`: objective, terms, base pay, and a bound that is none.
  package func discrepancies(_ solution: Solution) -> [Discrepancy] {
    var result: [Discrepancy] = []
    func compare(_ item: String, _ stated: Double, _ recomputed: Decimal) {
      let value = (recomputed as NSDecimalNumber).doubleValue
      if !(abs(stated - value) <= PublishedCheck.tolerance) {
        result.append(
          Discrepancy(file: "solution.json", item: item, stated: "\(stated)", recomputed: recomputed.text(decimals: 4)))
      }
    }
    compare("objective", solution.objective, check.objective)
    compare("basePay", solution.basePay, check.basePay)
    for term in check.terms {
      guard let stated = solution.terms.first(where: { $0.name == term.name }) else {
        result.append(
          Discrepancy(
            file: "solution.json", item: "terms.\(term.name)", stated: "–", recomputed: term.yuan.text(decimals: 4)))
        continue
      }
      compare("terms.\(term.name)", stated.yuan, term.yuan)
    }
    for term in solution.terms where term.yuan != 0 && !check.terms.contains(where: { $0.name == term.name }) {
      result.append(
        Discrepancy(file: "solution.json", item: "terms.\(term.name)", stated: "\(term.yuan)", recomputed: "–"))
    }
    if solution.lowerBound > solution.objective + PublishedCheck.tolerance {
      result.append(
        Discrepancy(
          file: "solution.json", item: "lowerBound", stated: "\(solution.lowerBound)",
          recomputed: "≤ \(check.objective.text(decimals: 4))"))
    }
    return result
  }

  /// `ledger.csv`, person by person.
  package func discrepancies(_ stated: FairnessLedger) -> [Discrepancy] {
    let ledger = check.fairnessReview.ledger
    func text(_ entry: FairnessLedger.Entry) -> String {
      "\(entry.carried) + \(entry.worked) − \(entry.share) = \(entry.balance), \(entry.exposure), \(entry.totalWorked)/\(entry.totalExposure)"
    }
    func differs(_ item: String, _ stated: String, _ recomputed: String) -> Discrepancy {
      Discrepancy(file: "ledger.csv", item: item, stated: stated, recomputed: recomputed)
    }
    guard stated.month == ledger.month else {
      return [differs("month", "\(stated.month)", "\(ledger.month)")]
    }
    let (there, expected) = (stated.byKey, ledger.byKey)
    let extra = stated.entries.filter { expected[FairnessLedger.Key($0.agent, $0.kind)] == nil }
    return ledger.entries.compactMap { entry in
      let found = there[FairnessLedger.Key(entry.agent, entry.kind)]
      guard found != entry else { return nil }
      return differs("\(entry.agent) \(entry.kind.rawValue)", found.map(text) ?? "–", text(entry))
    } + extra.map { differs("\($0.agent) \($0.kind.rawValue)", text($0), "–") }
  }

  /// `fairness` of `solution.json`: the figures by their names, and the price as far as it can be known without planning anew.
  package func discrepancies(
    _ stated: [(item: String, value: Double?)], of figures: [(item: String, value: Double?)],
    price: FairnessReview.Price?
  ) -> [Discrepancy] {
    var result: [Discrepancy] = []
    func compare(_ item: String, _ stated: Double?, _ value: Double?, _ tolerance: Double) {
      let isSame = stated == nil && value == nil || abs((stated ?? .infinity) - (value ?? .infinity)) <= tolerance
      guard !isSame else { return }
      result.append(
        Discrepancy(
          file: "solution.json", item: "fairness.\(item)", stated: stated.map { "\($0)" } ?? "–",
          recomputed: value.map { "\($0)" } ?? "–"))
    }
    for (item, value) in figures {
      compare(item, stated.first { $0.item == item }?.value, value, item.hasSuffix(".yuan") ? 0.01 : 0.00011)
    }
    if let price {
      let own = (check.objective - check.fairnessReview.yuan as NSDecimalNumber).doubleValue
      compare("price.yuan", price.yuan, own - price.objective, 0.01)
    }
    return result
  }

  /// `coverage.csv`, column by column.
  package func discrepancies(_ stated: [CoverageRow]) -> [Discrepancy] {
    var result: [Discrepancy] = []
    if stated.count != check.coverage.count {
      result.append(
        Discrepancy(
          file: "coverage.csv", item: "rows", stated: "\(stated.count)", recomputed: "\(check.coverage.count)"))
    }
    for (row, expected) in zip(stated, check.coverage) {
      func compare(_ column: String, _ stated: Double, _ recomputed: Double) {
        if !(abs(stated - recomputed) <= 0.00011) {
          result.append(
            Discrepancy(
              file: "coverage.csv", item: "\(expected.start) \(column)", stated: "\(stated)",
              recomputed: "\(recomputed)"))
        }
      }
      compare("required", row.required, expected.required)
      compare("onDuty", Double(row.onDuty), Double(expected.onDuty))
      compare("onMeal", Double(row.onMeal), Double(expected.onMeal))
      compare("effective", row.effective, expected.effective)
      compare("seated", Double(row.seated), Double(expected.seated))
      compare("seats", Double(row.seats), Double(expected.seats))
      compare("leads", Double(row.leads), Double(expected.leads))
      compare("under", row.under, expected.under)
      compare("over", row.over, expected.over)
    }
    return result
  }
}
