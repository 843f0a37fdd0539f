internal import Foundation
package import Vocabulary

/// `total.html`: several centres' statements of a month side by side, and their sum; each centre's own page is a link away.
package struct TotalReport {
  private let total: SettlementTotal
  private let names: [String: String]
  private let language: Language

  /// - Parameter names: of centres by their codes.
  package init(_ total: SettlementTotal, names: [String: String], language: Language) {
    self.total = total
    self.names = names
    self.language = language
  }

  package func text() -> String {
    let month = total.month.name
    let count = total.statements.count
    return HTMLPage(
      kicker: Wording("结算汇总", "Settlement of several centres"),
      title: Wording("\(count) 个中心 \(month.chinese)结算", "\(count) centres, settlement of \(month.english)"),
      sections: [TotalSection(total: total, names: names)],
      footer: Wording(
        "各中心按各自的合同与目标结算，合计是各结算单之和；明细与追溯见各中心文件夹中的 settlement.html。",
        "Each centre is settled by its own contract and targets; the total is the sum of the statements. Lines and what they came from are in settlement.html of each centre's folder."
      ), language: language
    ).source
  }
}

/// The sums in large type, and the table.
struct TotalSection: ReportSection {
  let total: SettlementTotal
  let names: [String: String]

  let id = "total"
  let title = Wording("各中心与合计", "Centres and total")

  var body: Markup {
    let shown = TotalRows(total, names: names)
    return "<dl class=\"headline\">\(headline)</dl>\(table(shown))"
  }

  private var headline: [Markup] {
    let amounts = Dictionary(total.amounts.map { ($0.item, $0.amount) }, uniquingKeysWith: { first, _ in first })
    let note = Wording("\(total.statements.count) 个中心合计", "\(total.statements.count) centres")
    return [
      ("fee", Wording("结算费用", "Fee")), ("mobile.total", Wording("移动方总成本", "Mobile's total cost")),
      ("partner.margin", Wording("外包方毛利", "Partner's margin")),
    ].map { item, name in Piece.figure(NumberText.fen(amounts[item] ?? 0), name, note) }
  }

  private func table(_ shown: TotalRows) -> Markup {
    let links = zip(total.statements, shown.centres).map { statement, name -> Markup in
      "<a href=\"\(statement.centre)/settlement.html\">\(name)</a>"
    }
    func row(_ name: Wording, _ values: [Markup], _ sum: Markup) -> Table.Row {
      Table.Row(cells: ["\(name)"] + values + [sum])
    }
    let coefficients = shown.coefficients.map { value -> Markup in "× \(NumberText.plain(value))" }
    let amounts = shown.rows.map { amount -> Table.Row in
      let values = amount.values.map { value -> Markup in "\(NumberText.fen(value))" }
      return row(amount.name, values, "<b>\(NumberText.fen(amount.sum))</b>")
    }
    return Table(
      caption: Wording("金额（元）", "Money (yuan)"),
      columns: [.text(Wording("项目", "Item"))] + shown.centres.map { .number(Wording(same: $0)) }
        + [.number(Wording("合计", "Total"))],
      rows: [row(Wording("结算单", "Statement"), links, ""), row(Wording("考核系数", "Coefficient"), coefficients, "")]
        + amounts
    ).markup
  }
}
