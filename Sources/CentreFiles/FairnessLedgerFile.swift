internal import Foundation
package import Vocabulary

/// `ledger.csv` of a plan: what everybody carries of each burden at the end of a month.
package enum FairnessLedgerFile {
  package static let name = "ledger.csv"
  private static let header = [
    "month", "agent", "kind", "carried", "exposure", "worked", "share", "balance", "totalExposure", "totalWorked",
  ]
  private static let most: Decimal = 1_000_000

  package static func text(_ ledger: FairnessLedger) -> String {
    header.joined(separator: ",") + "\n"
      + ledger.entries.map { entry in
        [
          "\(ledger.month)", ResultTables.quoted(entry.agent), entry.kind.rawValue, decimal(entry.carried),
          "\(entry.exposure)", "\(entry.worked)", decimal(entry.share), decimal(entry.balance),
          "\(entry.totalExposure)", "\(entry.totalWorked)",
        ].joined(separator: ",") + "\n"
      }.joined()
  }

  private static func decimal(_ value: Decimal) -> String { value.text(decimals: FairnessLedger.decimals) }

  /// A ledger on its own, as `check` holds it against the recomputation.
  package static func read(path: String, centre: Centre) throws -> FairnessLedger? {
    try InputFile.table(path) { read($0, agents: Set(centre.agents.map(\.id)), problems: $1) }
  }

  /// - Returns: nil where there are no rows.
  static func read(_ table: Table, agents: Set<String>, problems: ProblemList) -> FairnessLedger? {
    let required = ["month", "agent", "kind", "balance"]
    guard
      let rows = TableRows(
        table, required: required, optional: header.filter { !required.contains($0) }, problems: problems)
    else { return nil }
    var month: Month?
    var seen: Set<FairnessLedger.Key> = []
    var left: Set<String> = []
    let entries = rows.rows.compactMap { row -> FairnessLedger.Entry? in
      guard let rowMonth = self.month(row), let agent = row.requiredText("agent"),
        let kind = row.choice("kind", FairnessKind.self), row.requiredText("balance") != nil,
        let balance = row.decimal("balance", -most...most, decimals: FairnessLedger.decimals)
      else { return nil }
      if let month, month != rowMonth {
        return row.fail(
          "month", Wording("\(rowMonth) 与第一行的 \(month) 不同", "\(rowMonth) is not the \(month) of the first row"),
          Wording("一个台账只应有一个月", "expected one month in a ledger"))
      }
      month = rowMonth
      guard seen.insert(FairnessLedger.Key(agent, kind)).inserted else {
        return row.fail(
          "kind", Wording("\(agent) 的 \(kind.rawValue) 已有一行", "\(agent) has another row of \(kind.rawValue)"),
          Wording("每人每项一行", "expected one row for a person and kind"))
      }
      guard agents.contains(agent) else {
        if left.insert(agent).inserted {
          row.warn(
            "agent",
            Wording("agents.csv 中没有 \(agent)，其结转不再使用", "\(agent) is not in agents.csv, the balance is dropped"),
            Wording("离职者可以如此；若为笔误请改正", "right for people who left; a misspelt agent should be corrected"))
        }
        return nil
      }
      return FairnessLedger.Entry(
        agent: agent, kind: kind,
        carried: row.decimal("carried", -most...most, decimals: FairnessLedger.decimals) ?? 0,
        exposure: row.whole("exposure", 0...1_000_000) ?? 0, worked: row.whole("worked", 0...1_000_000) ?? 0,
        share: row.decimal("share", 0...most, decimals: FairnessLedger.decimals) ?? 0, balance: balance,
        totalExposure: row.whole("totalExposure", 0...1_000_000) ?? 0,
        totalWorked: row.whole("totalWorked", 0...1_000_000) ?? 0)
    }
    return month.map { FairnessLedger(month: $0, entries: entries) }
  }

  private static func month(_ row: TableRow) -> Month? {
    guard let text = row.requiredText("month") else { return nil }
    return Month(text)
      ?? row.fail(
        "month", Wording("不是月份：\(text)", "no month: \(text)"), Wording("应如 2026-11", "expected as 2026-11"))
  }
}

extension CentreInput {
  /// Takes the centre's ledger for what people carry into a month; without one, the counts of the year in `agents.csv`.
  ///
  /// - Throws: `InputProblems` where the ledger closes any month but the one before.
  package mutating func openLedger(for month: Month) throws(InputProblems) {
    guard let ledger = centre.ledger else {
      centre.ledger = .opening(centre.agents, before: month)
      return
    }
    let before = month.adding(months: -1)
    guard ledger.month == before else {
      throw InputProblems([
        InputProblem(
          file: FairnessLedgerFile.name, line: 2, column: 1,
          found: Wording("这是 \(ledger.month) 的台账", "this is the ledger of \(ledger.month)"),
          expected: Wording(
            "排 \(month) 应用 \(before) 的台账：取自该月的结果文件夹，或移走此文件从头开始",
            "\(month) is planned from the ledger of \(before): take it from that month's results, or remove the file to begin anew"
          ))
      ])
    }
  }
}
