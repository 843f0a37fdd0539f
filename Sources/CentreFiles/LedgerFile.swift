internal import Foundation
package import Vocabulary

/// `ledger.csv` beside a statement. Every row ends in a digest over the row and the one before, so that a row that was changed
/// or taken out shows.
package enum LedgerFile {
  package static let name = "ledger.csv"
  private static let header = "at,action,who,amount,item,note,statement,chain"

  /// The ledger of a statement's folder, empty where nothing has happened yet.
  ///
  /// - Throws: `InputProblems` where the chain is broken, a row is not one, or the statement is not the one confirmed.
  package static func read(folder: String) throws -> SettlementLedger {
    let path = folder + "/" + name
    var ledger = SettlementLedger()
    guard FileManager.default.fileExists(atPath: path) else { return ledger }
    try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: header.split(separator: ",").map(String.init), problems: problems)
      else { return }
      var chain = ""
      for row in rows.rows {
        guard let entry = entry(row) else { continue }
        chain = link(chain, entry)
        if row.text("chain") != chain {
          row.fail(
            "chain", Wording("此行或其前的行被改动", "this row or one before it was changed"),
            Wording("ledger.csv 只可由 banbiao settle 追加", "expected ledger.csv as banbiao settle wrote it")) as Void?
          return
        }
        if let refusal = ledger.add(entry) {
          row.fail("action", refusal, Wording("应按确认次序", "expected the order of confirmation")) as Void?
        }
      }
    }
    return ledger
  }

  /// SHA-256 of a folder's `settlement.json`.
  package static func statementDigest(folder: String) throws -> String {
    let problems = ProblemList()
    guard let bytes = try InputFile.bytes(folder + "/settlement.json", name: "settlement.json", problems: problems)
    else { throw InputProblems(problems.problems) }
    return SHA256.hex(bytes)
  }

  /// The digest the last row ends in, which stands for the whole ledger; empty where nothing has happened yet.
  ///
  /// Whoever keeps it elsewhere can tell that rows were cut off at the end, which the file by itself does not show.
  package static func head(_ ledger: SettlementLedger) -> String { ledger.entries.reduce("", link) }

  package static func text(_ ledger: SettlementLedger) -> String {
    var text = header + "\n"
    var chain = ""
    for entry in ledger.entries {
      chain = link(chain, entry)
      text += fields(entry).map(ResultTables.quoted).joined(separator: ",") + "," + chain + "\n"
    }
    return text
  }

  /// Puts the ledger, with an entry added, in the place of the old one, at once.
  package static func write(_ ledger: SettlementLedger, page: String, folder: String) throws {
    do {
      try Data(text(ledger).utf8).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
      try Data(page.utf8).write(to: URL(fileURLWithPath: folder + "/ledger.html"), options: .atomic)
    } catch {
      throw CannotWrite(path: folder + "/" + name, reason: "\(error.localizedDescription)")
    }
  }

  private static func fields(_ entry: SettlementLedger.Entry) -> [String] {
    [
      entry.at, entry.action.rawValue, entry.who, entry.amount.map { $0.text(decimals: 2) } ?? "", entry.item,
      entry.note, entry.statement,
    ]
  }

  private static func link(_ chain: String, _ entry: SettlementLedger.Entry) -> String {
    SHA256.hex(Array((chain + "\u{0}" + fields(entry).joined(separator: "\u{0}")).utf8))
  }

  private static func entry(_ row: TableRow) -> SettlementLedger.Entry? {
    guard let at = row.requiredText("at"), let action = row.choice("action", SettlementLedger.Action.self),
      let who = row.requiredText("who"), let statement = row.requiredText("statement")
    else { return nil }
    let most = SettlementLedger.largestAdjustment
    let amount = row.decimal("amount", -most...most, decimals: 2)
    return SettlementLedger.Entry(
      at: at, action: action, who: who, amount: amount, item: row.text("item") ?? "", note: row.text("note") ?? "",
      statement: statement)
  }
}
