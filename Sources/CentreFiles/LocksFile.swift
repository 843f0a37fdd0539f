internal import Vocabulary

/// `locks.csv`: person-days the planner has fixed.
enum LocksFile {
  static func read(_ table: Table, agents: Set<String>, shifts: Set<String>, problems: ProblemList) -> [LockedDay] {
    guard let rows = TableRows(table, required: ["agent", "date", "shift"], problems: problems) else { return [] }
    var seen: Set<String> = []
    return rows.rows.compactMap { row in
      guard let agent = LeaveFile.knownAgent(row, agents), let date = row.requiredDate("date") else { return nil }
      let text = row.text("shift")
      let shift = text == "off" ? nil : text
      if let shift, !shifts.contains(shift) { return LeaveFile.unknownShift(row, "shift", shift) }
      guard seen.insert("\(agent)\u{0}\(date)").inserted else {
        return row.fail(
          "date", Wording("\(agent) 在 \(date) 已有一条锁定", "\(agent) has another lock on \(date)"),
          Wording("每人每天一行", "expected one row for a person and day"))
      }
      return LockedDay(agent: agent, date: date, shift: shift)
    }
  }
}
