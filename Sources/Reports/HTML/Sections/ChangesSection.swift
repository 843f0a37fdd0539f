internal import Vocabulary

/// What a re-planned roster changes, person-day by person-day.
struct ChangesSection: ReportSection {
  let summary: ReplanningSummary
  let names: [String: String]

  let id = "changes"
  let title = Wording("改动", "Changes")

  /// More are in `changes.csv` alone.
  private static let mostRows = 300

  init(summary: ReplanningSummary, centre: Centre) {
    self.summary = summary
    names = Dictionary(centre.agents.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  var body: Markup {
    let fixed = summary.replanning.fixedUntil
    let changed = summary.changedPersonDays
    let absent = summary.absentPersonDays
    let yuan = NumberText.yuan(summary.changesYuan.doubleValue)
    let weight = summary.replanning.changedDay.text(decimals: 0)
    return """
      \(Piece.note(
        Wording(
          (fixed.map { "\($0) 及以前照旧。" } ?? "") + "改动 \(changed) 人天，每人天计 ¥\(weight)，共 \(yuan)，不计入目标值；缺勤 \(absent) 人天。",
          (fixed.map { "Days up to \($0) stay. " } ?? "")
            + "\(changed) person-days changed at ¥\(weight) each, \(yuan), which is not part of the objective; \(absent) absent."
        )))\(table)
      """
  }

  private var table: Markup {
    guard !summary.changes.isEmpty else { return "" }
    let shown = summary.changes.prefix(ChangesSection.mostRows)
    let rest = summary.changes.count - shown.count
    let note =
      rest > 0 ? Piece.note(Wording("另有 \(rest) 条，见 changes.csv。", "\(rest) more are in changes.csv.")) : ""
    let rows = shown.map { change in
      Table.Row(cells: [
        "\(change.agent)", "\(names[change.agent] ?? "")", "\("\(change.date)")", "\(text(change.from))",
        "\(text(change.to))",
        "\(change.cause == .absence ? Wording("缺勤", "absent") : Wording("改动", "changed"))",
      ])
    }
    let columns: [Table.Column] = [
      .text(Wording("工号", "Agent")), .text(Wording("姓名", "Name")), .short(Wording("日期", "Date")),
      .short(Wording("原班（用餐）", "From (meal)")), .short(Wording("现班（用餐）", "To (meal)")),
      .short(Wording("原因", "Cause")),
    ]
    return """
      \(Table(caption: Wording("改动的人天", "Changed person-days"), columns: columns, rows: Array(rows)).markup)\(note)
      """
  }

  private func text(_ entry: Roster.Entry?) -> Wording {
    guard let entry else { return Wording("休", "off") }
    return Wording(same: entry.shift + (entry.mealStart.map { " (\($0))" } ?? ""))
  }
}
