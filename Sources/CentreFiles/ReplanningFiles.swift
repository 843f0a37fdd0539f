internal import Foundation
package import Vocabulary

/// `absences.csv`: who cannot come, from which day to which.
package enum AbsencesFile {
  package static func read(path: String, centre: Centre) throws -> [Absence] {
    try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: ["agent", "from", "to"], problems: problems) else { return [] }
      let agents = Set(centre.agents.map(\.id))
      return rows.rows.compactMap { row in
        guard let agent = LeaveFile.knownAgent(row, agents), let from = row.requiredDate("from"),
          let to = row.requiredDate("to")
        else { return nil }
        guard from <= to else {
          return row.fail(
            "to", Wording("\(to) 早于 from \(from)", "\(to) lies before from \(from)"),
            Wording("to 不应早于 from", "expected from ≤ to"))
        }
        return Absence(agent: agent, from: from, to: to)
      }
    }
  }

  /// `AGENT:FROM..TO` or `AGENT:DATE`; nil where the text is neither.
  package static func absence(_ text: String) -> Absence? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let dates = text[text.index(after: colon)...].components(separatedBy: "..")
    guard dates.count <= 2, let from = CivilDate(dates[0]), let to = CivilDate(dates[dates.count - 1]), from <= to
    else { return nil }
    return Absence(agent: String(text[..<colon]), from: from, to: to)
  }

  package static func text(_ absences: [Absence]) -> String {
    "agent,from,to\n" + absences.map { "\(ResultTables.quoted($0.agent)),\($0.from),\($0.to)\n" }.joined()
  }
}

/// `changes.csv`: the person-days that differ from the kept roster. `off` stands for no shift.
package enum ChangesFile {
  private static let header = ["agent", "date", "from", "to", "fromMeal", "toMeal", "cause"]

  package static func text(_ changes: [RosterChange]) -> String {
    func shift(_ entry: Roster.Entry?) -> String { ResultTables.quoted(entry?.shift ?? "off") }
    func meal(_ entry: Roster.Entry?) -> String { entry?.mealStart.map { "\($0)" } ?? "" }
    return header.joined(separator: ",") + "\n"
      + changes.map { change in
        [
          ResultTables.quoted(change.agent), "\(change.date)", shift(change.from), shift(change.to), meal(change.from),
          meal(change.to), change.cause.rawValue,
        ].joined(separator: ",") + "\n"
      }.joined()
  }

  /// What a file states, as written.
  package static func read(path: String) throws -> [RosterChange] {
    try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: header, problems: problems) else { return [] }
      return rows.rows.compactMap { row in
        guard let agent = row.requiredText("agent"), let date = row.requiredDate("date") else { return nil }
        func entry(_ shift: String, _ meal: String) -> Roster.Entry? {
          guard let code = row.text(shift), code != "off" else { return nil }
          return Roster.Entry(agent: agent, date: date, shift: code, mealStart: row.time(meal))
        }
        return RosterChange(
          agent: agent, date: date, from: entry("from", "fromMeal"), to: entry("to", "toMeal"),
          cause: row.text("cause") == RosterChange.Cause.absence.rawValue ? .absence : .change)
      }
    }
  }
}

/// `replanning` in `solution.json`.
package struct StatedReplanning: Sendable {
  package var fixedUntil: CivilDate?
  package var changedDay: Double
  package var changedPersonDays: Int
  package var absentPersonDays: Int
  package var changesYuan: Double
  package var total: Double
  package var totalLowerBound: Double

  /// Nil where the solution is none of a re-planning.
  package init?(_ solution: JSONValue) {
    guard let json = solution["replanning"] else { return nil }
    fixedUntil = json["fixedUntil"]?.textValue.flatMap { CivilDate($0) }
    func value(_ key: String) -> Double { json[key]?.doubleValue ?? -1 }
    changedDay = value("changedDay")
    changedPersonDays = Int(value("changedPersonDays"))
    absentPersonDays = Int(value("absentPersonDays"))
    changesYuan = value("changesYuan")
    total = value("total")
    totalLowerBound = value("totalLowerBound")
  }

  /// Objective and changes together, and the bound on them rounded to the safe side.
  static func json(_ summary: ReplanningSummary, objective: Double) -> JSONValue {
    let total = objective + summary.changesYuan.doubleValue
    return .object([
      ("fixedUntil", summary.replanning.fixedUntil.map { .text("\($0)") } ?? .null),
      ("changedDay", .number(summary.replanning.changedDay.doubleValue)),
      ("changedPersonDays", .int(summary.changedPersonDays)), ("absentPersonDays", .int(summary.absentPersonDays)),
      ("changesYuan", .number(summary.changesYuan.doubleValue)),
      ("total", .number((total * 10_000).rounded() / 10_000)),
      ("totalLowerBound", .number(min((summary.totalLowerBound * 100).rounded(.down) / 100, total))),
    ])
  }
}
