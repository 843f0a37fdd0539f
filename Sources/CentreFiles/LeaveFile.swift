internal import Foundation
internal import Vocabulary

/// `leave.csv` and `previous.csv`: what is known of person-days.
enum LeaveFile {
  static func read(_ table: Table, agents: Set<String>, shifts: Set<String>, problems: ProblemList) -> [LeaveEntry] {
    guard let rows = TableRows(table, required: ["agent", "date", "kind"], problems: problems) else { return [] }
    var seen: [String: LeaveKind] = [:]
    return rows.rows.compactMap { row in
      guard let agent = knownAgent(row, agents), let date = row.requiredDate("date"), let kind = kind(row, shifts)
      else { return nil }
      let key = "\(agent)\u{0}\(date)"
      if let other = seen[key], other == kind || other == .leave || kind == .leave {
        return row.fail(
          "kind",
          Wording("\(agent) 在 \(date) 已有一条登记", "\(agent) has another row for \(date) that contradicts or repeats this"),
          Wording("每人每天一条休假或不相矛盾的意愿", "expected one leave or wishes that agree for a person and day"))
      }
      seen[key] = kind
      return LeaveEntry(agent: agent, date: date, kind: kind)
    }
  }

  static func readPrevious(
    _ table: Table, agents: Set<String>, shifts: Set<String>, problems: ProblemList
  ) -> [PreviousShift] {
    guard let rows = TableRows(table, required: ["agent", "date", "shift"], problems: problems) else { return [] }
    var seen: Set<String> = []
    return rows.rows.compactMap { row in
      guard let agent = knownAgent(row, agents), let date = row.requiredDate("date"),
        let shift = row.requiredText("shift")
      else { return nil }
      guard shifts.contains(shift) else { return unknownShift(row, "shift", shift) }
      guard seen.insert("\(agent)\u{0}\(date)").inserted else {
        return row.fail(
          "date", Wording("\(agent) 在 \(date) 有两个班次", "\(agent) has two shifts on \(date)"),
          Wording("每人每天一行", "expected one row for a person and day"))
      }
      return PreviousShift(agent: agent, date: date, shift: shift)
    }
  }

  static func knownAgent(_ row: TableRow, _ agents: Set<String>, _ column: String = "agent") -> String? {
    guard let agent = row.requiredText(column) else { return nil }
    if agents.contains(agent) { return agent }
    return row.fail(
      column, Wording("不认识的工号：\(agent)", "unknown agent: \(agent)"),
      Wording("应为 agents.csv 中的工号", "expected one of agents.csv"))
  }

  static func unknownShift<Value>(_ row: TableRow, _ column: String, _ shift: String) -> Value? {
    row.fail(
      column, Wording("不认识的班次：\(shift)", "unknown shift: \(shift)"),
      Wording("应为 shifts.csv 中的班次", "expected one of shifts.csv"))
  }

  private static func kind(_ row: TableRow, _ shifts: Set<String>) -> LeaveKind? {
    guard let text = row.requiredText("kind") else { return nil }
    switch text {
    case "leave": return .leave
    case "off": return .off
    default: break
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0] == "want" || parts[0] == "avoid" else {
      return row.fail(
        "kind", Wording("不认识的类型：\(text)", "unknown kind: \(text)"),
        Wording("应为 leave、off、want:班次 或 avoid:班次", "expected leave, off, want:CODE or avoid:CODE"))
    }
    guard shifts.contains(parts[1]) else { return unknownShift(row, "kind", parts[1]) }
    return parts[0] == "want" ? .want(shift: parts[1]) : .avoid(shift: parts[1])
  }
}
