internal import Foundation
internal import Vocabulary

/// Each seat line, opened to its people, and each person to the days.
struct PersonDaysSection: ReportSection {
  let content: StatementContent

  let id = "days"
  let title = Wording("工时来源", "Where the hours come from")

  /// Above this, a page would not open any more; days then stand in the workbook and in trace.json.
  private static let mostDays = 40_000

  var body: Markup {
    let isShort = content.trace.days.count > PersonDaysSection.mostDays
    let note: Markup =
      isShort
      ? Piece.note(
        Wording(
          "人日过多，逐日明细见 settlement.xlsx 与 trace.json。",
          "Too many days for a page: they are in settlement.xlsx and trace.json."))
      : Piece.note(Wording("展开一行看到人，展开一人看到天。", "Open a line to see its people, a person to see the days."))
    return "\(note)\(SeatKind.allCases.map { line($0, isShort) })"
  }

  private func hours(_ day: SettlementTrace.PersonDay, _ kind: SeatKind) -> Decimal {
    if kind == .overtime { return day.overtimeHours }
    return SeatKind(day.grade) == kind ? day.regularHours : 0
  }

  private func line(_ kind: SeatKind, _ isShort: Bool) -> Markup {
    guard let total = content.statement.lines.first(where: { $0.kind == kind }), total.hours != 0 else { return "" }
    var people: [(agent: String, days: [SettlementTrace.PersonDay])] = []
    for day in content.trace.days where hours(day, kind) != 0 {
      if people.last?.agent != day.agent { people.append((day.agent, [])) }
      people[people.count - 1].days.append(day)
    }
    let figures = "\(NumberText.grouped(total.hours, decimals: 2)) h → \(NumberText.fen(total.amount))"
    let summary = Wording(
      "\(kind.name.chinese)：\(people.count) 人，\(figures)", "\(kind.name.english): \(people.count) people, \(figures)")
    return Piece.details(summary, "\(people.map { person($0.agent, $0.days, kind, isShort) })")
  }

  private func person(
    _ agent: String, _ days: [SettlementTrace.PersonDay], _ kind: SeatKind, _ isShort: Bool
  ) -> Markup {
    let total = days.reduce(Decimal(0)) { $0 + hours($1, kind) }
    let name = content.centre.agents.first { $0.id == agent }.map { $0.name.isEmpty ? agent : "\(agent) \($0.name)" }
    let summary = Wording(
      "\(name ?? agent)：\(days.count) 天，\(total.text(decimals: 2)) h",
      "\(name ?? agent): \(days.count) days, \(total.text(decimals: 2)) h")
    guard !isShort else { return "<p>\(summary)</p>" }
    let rows = days.map { day in
      Table.Row(cells: [
        "\("\(day.date)")", "\(day.shift)", "\(day.dayKind.name)", "\(day.scheduledMinutes)", "\(day.workedMinutes)",
        "\(NumberText.plain(day.paidOvertimeMinutes.rounded(decimals: 2)))", "\(hours(day, kind).text(decimals: 2))",
      ])
    }
    return Piece.details(
      summary,
      Table(
        caption: Wording("逐日", "Day by day"),
        columns: [
          .short(Wording("日期", "Date")), .short(Wording("班次", "Shift")), .short(Wording("日类", "Day")),
          .number(Wording("计薪分钟", "Paid minutes")), .number(Wording("出勤分钟", "Worked")),
          .number(Wording("其中加班", "Overtime")), .number(Wording("计入工时", "Hours counted")),
        ], rows: rows
      ).markup)
  }
}

extension DayKind {
  var name: Wording {
    switch self {
    case .workday: Wording("工作日", "Workday")
    case .restDay: Wording("休息日", "Rest day")
    case .statutoryHoliday: Wording("法定节假日", "Statutory holiday")
    }
  }
}
