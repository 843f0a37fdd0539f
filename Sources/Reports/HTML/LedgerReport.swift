package import Foundation
package import Vocabulary

/// `ledger.html`: where a statement stands, who confirmed it when, and what was adjusted after closing.
package struct LedgerReport {
  private let ledger: SettlementLedger
  private let title: Wording
  /// Of the statement.
  private let fee: Decimal
  private let language: Language

  /// - Parameter place: the centre and month as the statement names them.
  package init(_ ledger: SettlementLedger, place: String, fee: Decimal, language: Language) {
    self.ledger = ledger
    title = Wording("\(place) 结算确认", "\(place): confirmation")
    self.fee = fee
    self.language = language
  }

  package func text() -> String {
    HTMLPage(
      kicker: Wording("结算单", "Settlement statement"), title: title,
      sections: [LedgerSection(ledger: ledger, fee: fee)],
      footer: Wording(
        "由 banbiao settle 追加，每行带链式摘要。", "Added to by banbiao settle; every row carries a chained digest."),
      language: language
    ).source
  }
}

/// The state, and every entry.
struct LedgerSection: ReportSection {
  let ledger: SettlementLedger
  let fee: Decimal

  let id = "ledger"
  let title = Wording("状态与记录", "State and entries")

  var body: Markup {
    let state = ledger.state.name
    let figures: [Markup] = [
      Piece.figure(
        NumberText.fen(fee), Wording("结算单费用", "Fee of the statement"), Wording("不因调整而改", "adjustments leave it")),
      Piece.figure(NumberText.fen(ledger.adjustments), Wording("调整", "Adjustments"), Wording("关账之后", "after closing")),
      Piece.figure(
        NumberText.fen(fee + ledger.adjustments), Wording("应付", "Payable"), Wording("费用 + 调整", "fee + adjustments")),
    ]
    let rows = ledger.entries.map { entry in
      Table.Row(cells: [
        "\(entry.at)", "\(entry.action.name)", "\(entry.who)", "\(entry.amount.map { NumberText.fen($0) } ?? "")",
        "\(entry.item)", "\(entry.note)", "\(String(entry.statement.prefix(12)))",
      ])
    }
    let table = Table(
      caption: Wording("只增不改", "Only ever added to"),
      columns: [
        .short(Wording("时间", "When")), .text(Wording("事项", "What")), .text(Wording("经手", "Who")),
        .number(Wording("金额", "Amount")), .text(Wording("项目", "Item")), .text(Wording("说明", "Note")),
        .text(Wording("结算单摘要", "Statement digest")),
      ], rows: rows, className: "prose")
    return
      "<p><b>\(Wording("状态：\(state.chinese)", "This statement is \(state.english)"))</b></p>\n<dl class=\"headline\">\(figures)</dl>\(table.markup)"
  }
}
