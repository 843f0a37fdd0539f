internal import Foundation
package import Vocabulary

/// What the terminal shows of statements: the same figures and names as the pages, a line each.
package enum StatementText {
  /// From the projection to the actual fee and margin, cause by cause.
  ///
  /// - Parameter centre: named where there are several; else empty.
  package static func lines(of variance: SettlementVariance, centre: String, _ language: Language) -> [String] {
    func line(_ name: Wording, _ fee: Decimal, _ margin: Decimal) -> String {
      "\(name.text(language))\t\(fee.text(decimals: 2))\t\(margin.text(decimals: 2))"
    }
    let title = Wording("原因\t结算费用\t外包方毛利", "cause\tfee\tpartner's margin").text(language)
    return [centre.isEmpty ? title : centre + " " + title]
      + [line(Wording("预计", "Projected"), variance.projectedFee, variance.projectedMargin)]
      + variance.parts.map { line($0.cause.name, $0.fee, $0.margin) }
      + [line(Wording("实际", "Actual"), variance.actualFee, variance.actualMargin)]
  }

  /// The sums of several centres.
  package static func lines(of total: SettlementTotal, _ language: Language) -> [String] {
    let title = Wording("\(total.statements.count) 个中心合计", "\(total.statements.count) centres in all").text(language)
    return [title] + TotalRows(total, names: [:]).rows.map { "\($0.name.text(language))\t\($0.sum.text(decimals: 2))" }
  }
}
