internal import Vocabulary

/// `pairs.csv`: people who may not, or must, work together.
enum PairsFile {
  static func read(_ table: Table, agents: Set<String>, problems: ProblemList) -> [StaffPair] {
    guard let rows = TableRows(table, required: ["agent", "other", "kind"], problems: problems) else { return [] }
    var seen: Set<[String]> = []
    return rows.rows.compactMap { row in
      guard let agent = LeaveFile.knownAgent(row, agents), let other = LeaveFile.knownAgent(row, agents, "other"),
        let kind = row.choice("kind", StaffPair.Kind.self)
      else { return nil }
      guard agent != other else {
        return row.fail(
          "other", Wording("与 agent 相同：\(other)", "the same as agent: \(other)"),
          Wording("应为另一人", "expected somebody else"))
      }
      guard seen.insert([min(agent, other), max(agent, other), kind.rawValue]).inserted else {
        return row.fail(
          "other", Wording("\(agent) 与 \(other) 已有此项", "\(agent) and \(other) have this already"),
          Wording("每对每类一行", "expected one row for a pair and kind"))
      }
      return StaffPair(agent: agent, other: other, kind: kind)
    }
  }
}
