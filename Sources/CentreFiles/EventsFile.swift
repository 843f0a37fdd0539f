internal import Foundation
package import Vocabulary

/// `events.csv`.
package enum EventsFile {
  /// Reads an events file on its own, as the backtest does.
  package static func read(path: String) throws -> [CentreEvent] {
    try InputFile.table(path) { read($0, problems: $1) }
  }

  static func read(_ table: Table, problems: ProblemList) -> [CentreEvent] {
    guard
      let rows = TableRows(table, required: ["from", "to", "kind"], optional: ["name", "factor"], problems: problems)
    else { return [] }
    return rows.rows.compactMap { row in
      guard let days = row.days(), let kind = row.choice("kind", CentreEvent.Kind.self) else { return nil }
      let factor = row.decimal("factor", 0...100)
      return CentreEvent(
        from: days.lowerBound, to: days.upperBound, kind: kind, name: row.text("name") ?? "",
        factor: factor?.doubleValue)
    }
  }
}
