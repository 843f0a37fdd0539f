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
    if solution.lowerBound > solution.objective + PublishedCheck.tolerance {
      result.append(
        Discrepancy(
          file: "solution.json", item: "lowerBound", stated: "\(solution.lowerBound)",
          recomputed: "≤ \(check.objective.text(decimals: 4))"))
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
