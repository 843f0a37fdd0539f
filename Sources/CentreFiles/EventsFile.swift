internal import Foundation
package import Vocabulary

/// `events.csv`.
package enum EventsFile {
  /// Reads an events file on its own, as the backtest does.
  package static func read(path: String) throws -> [CentreEvent] {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = try InputFile.bytes(path, name: name, problems: problems),
      let table = CSVReader.read(bytes, file: name, problems: problems)
    else { throw InputProblems(problems.problems) }
    let events = read(table, problems: problems)
    try problems.throwIfAny()
    return events
  }

  static func read(_ table: Table, problems: ProblemList) -> [CentreEvent] {
    guard
      let rows = TableRows(table, required: ["from", "to", "kind"], optional: ["name", "factor"], problems: problems)
    else { return [] }
    return rows.rows.compactMap { row in
      guard let from = row.requiredDate("from"), let to = row.requiredDate("to"),
        let kind = row.choice("kind", CentreEvent.Kind.self)
      else { return nil }
      guard from <= to else {
        return row.fail(
          "to", Wording("结束 \(to) 早于开始 \(from)", "to \(to) lies before from \(from)"),
          Wording("to 不应早于 from", "expected from ≤ to"))
      }
      let factor = row.decimal("factor", 0...100)
      return CentreEvent(from: from, to: to, kind: kind, name: row.text("name") ?? "", factor: factor?.doubleValue)
    }
  }
}
