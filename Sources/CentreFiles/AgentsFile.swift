internal import Foundation
internal import Vocabulary

/// `agents.csv`.
enum AgentsFile {
  static func read(_ table: Table, problems: ProblemList) -> [Agent] {
    guard
      let rows = TableRows(
        table, required: ["agent", "grade"],
        optional: [
          "name", "team", "productivity", "from", "to", "classes", "minHours", "nightsYtd", "weekendsYtd",
          "holidaysYtd", "promoted", "skills", "hoursQuarter",
        ], problems: problems)
    else { return [] }
    var seen: [String: Int32] = [:]
    let agents = rows.rows.compactMap { row -> Agent? in
      guard let agent = agent(row) else { return nil }
      if let line = seen[agent.id] {
        return row.fail(
          "agent",
          Wording("工号 \(agent.id) 重复（第 \(line) 行已有）", "the agent \(agent.id) is there twice (line \(line) too)"),
          Wording("每人一行", "expected one row a person"))
      }
      seen[agent.id] = row.cells[0].line
      return agent
    }
    if table.rows.isEmpty {
      problems.add(
        InputProblem(
          file: table.file, line: 1, column: 1, found: Wording("没有员工", "there is nobody"),
          expected: Wording("至少应有一人", "expected at least one person")))
    }
    return agents
  }

  private static func agent(_ row: TableRow) -> Agent? {
    let before = row.rows.problems.problems.count
    guard let id = row.requiredText("agent"), let grade = row.choice("grade", Grade.self) else { return nil }
    let productivity = row.decimal("productivity", 0...5, decimals: 4) ?? (grade == .lead ? 0 : 1)
    let from = row.date("from")
    let to = row.date("to")
    if let from, let to, from > to {
      row.fail(
        "to", Wording("离岗 \(to) 早于上岗 \(from)", "to \(to) lies before from \(from)"),
        Wording("to 不应早于 from", "expected from ≤ to")) as Void?
    }
    let promoted = row.date("promoted")
    if promoted != nil && grade != .trainee {
      row.fail(
        "promoted", Wording("只有实习话务员可以转正", "only a trainee can be promoted"), Wording("应为空", "expected an empty cell"))
        as Void?
    }
    var classes: Set<ShiftClass> = []
    for part in (row.text("classes") ?? "").split(separator: ";") {
      let name = part.trimmingCharacters(in: .whitespaces)
      guard let value = ShiftClass(rawValue: name) else {
        row.fail(
          "classes", Wording("不认识的班次类别：\(name)", "unknown shift class: \(name)"),
          Wording(
            "应为 \(ShiftClass.allCases.map(\.rawValue).joined(separator: ";")) 中的若干",
            "expected some of \(ShiftClass.allCases.map(\.rawValue).joined(separator: ";"))")) as Void?
        continue
      }
      classes.insert(value)
    }
    let agent = Agent(
      id: id, name: row.text("name") ?? "", team: row.text("team") ?? "", grade: grade, productivity: productivity,
      from: from, to: to, classes: classes, minHours: row.decimal("minHours", 0...744, decimals: 4),
      nightsYearToDate: row.whole("nightsYtd", 0...366) ?? 0,
      weekendsYearToDate: row.whole("weekendsYtd", 0...366) ?? 0,
      holidaysYearToDate: row.whole("holidaysYtd", 0...366) ?? 0, promoted: promoted,
      skills: skills(row.text("skills") ?? ""), hoursQuarter: row.decimal("hoursQuarter", 0...1488, decimals: 4))
    return row.rows.problems.problems.count == before ? agent : nil
  }

  /// Names between `;`.
  private static func skills(_ text: String) -> Set<String> {
    Set(text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty })
  }

  /// Every skill somebody has, rows that are refused included.
  static func allSkills(_ table: Table) -> Set<String> {
    guard let column = table.header.firstIndex(where: { $0.trimmed == "skills" })
    else { return [] }
    return table.rows.reduce(into: []) { $0.formUnion(skills($1[column].text)) }
  }
}
