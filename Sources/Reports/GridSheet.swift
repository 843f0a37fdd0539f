internal import Foundation
internal import Vocabulary

/// The sheet people × days with totals at the right and head-counts below.
struct GridSheet {
  let plan: MonthPlan
  let facts: PlanFacts
  let language: Language

  private static let firstDay = 4
  private static let header = 3

  func write(_ writer: WorkbookWriter, title: String) {
    let sheet = writer.sheet(.grid)
    sheet.write(0, 0, title, RosterWorkbook.bold)
    sheet.write(
      1, 0,
      Wording(
        "可直接修改班次代码；休 = 休息，假 = 批准的休假。改后用 banbiao check --roster 复核。",
        "Shift codes may be edited; off = day off, leave = approved leave. Recheck with banbiao check --roster."
      ).text(language))
    writeHeader(sheet)
    for (index, person) in facts.people.enumerated() { writePerson(sheet, GridSheet.header + 1 + index, person) }
    let last = GridSheet.header + facts.people.count
    writeHeadcounts(sheet, from: last + 2)
    sheet.width(0...0, 11)
    sheet.width(1...3, 10)
    sheet.width(GridSheet.firstDay...(GridSheet.firstDay + facts.days.count - 1), 5.2)
    sheet.freeze(rows: GridSheet.header + 1, columns: GridSheet.firstDay)
    sheet.filter(rows: GridSheet.header...max(GridSheet.header, last), columns: 0...(totalsColumn + totals.count - 1))
    sheet.printWide(repeating: 0...GridSheet.header)
  }

  private var totalsColumn: Int { GridSheet.firstDay + facts.days.count }

  private var totals: [Wording] {
    [
      Wording("天数", "Days"), Wording("工时", "Hours"), Wording("夜班", "Nights"), Wording("早班", "Earlies"),
      Wording("夜7", "Late nights"), Wording("周末", "Weekend days"), Wording("休息", "Days off"),
    ]
  }

  private func writeHeader(_ sheet: WorkbookWriter.Sheet) {
    let names = [Wording("工号", "Agent"), Wording("姓名", "Name"), Wording("班组", "Team"), Wording("级别", "Grade")]
    for (column, name) in names.enumerated() {
      sheet.write(GridSheet.header, column, name.text(language), RosterWorkbook.header)
    }
    for (day, date) in facts.days.enumerated() {
      let column = GridSheet.firstDay + day
      let holiday = plan.centre.holidays[date].map { $0.kind == .workday ? $0.name + "班" : $0.name }
      let isRest = plan.centre.holidays.kind(of: date) != .workday
      sheet.write(
        GridSheet.header - 1, column, holiday ?? PlanFacts.weekdayName(date).text(language),
        WorkbookWriter.Look(background: isRest ? 0xFDF1D6 : 0xF3F4F6, text: 0x1D2430, isCentred: true, size: 8))
      sheet.write(GridSheet.header, column, "\(date)", RosterWorkbook.header)
    }
    for (index, name) in totals.enumerated() {
      sheet.write(GridSheet.header, totalsColumn + index, name.text(language), RosterWorkbook.header)
    }
  }

  private func writePerson(_ sheet: WorkbookWriter.Sheet, _ row: Int, _ person: PlanFacts.Person) {
    sheet.write(row, 0, person.agent.id, RosterWorkbook.text)
    sheet.write(row, 1, person.agent.name, RosterWorkbook.text)
    sheet.write(row, 2, person.agent.team, RosterWorkbook.text)
    sheet.write(row, 3, PlanFacts.gradeName(person.agent.grade).text(language), RosterWorkbook.text)
    for (day, entry) in person.entries.enumerated() {
      let shift = entry.flatMap { facts.shifts[$0.shift] }
      let isRest = plan.centre.holidays.kind(of: facts.days[day]) != .workday
      let off = person.isOnLeave[day] ? Wording("假", "leave") : Wording("休", "off")
      sheet.write(
        row, GridSheet.firstDay + day, entry?.shift ?? off.text(language),
        RosterWorkbook.look(shift, isOnLeave: person.isOnLeave[day], isRest: isRest))
    }
    let first = WorkbookWriter.Sheet.reference(row, GridSheet.firstDay)
    let last = WorkbookWriter.Sheet.reference(row, totalsColumn - 1)
    let off = language == .chinese ? ["休", "假"] : ["off", "leave"]
    let free = off.map { "COUNTIF(\(first):\(last),\"\($0)\")" }.joined(separator: "+")
    let daysOff = facts.days.count - person.workDays
    sheet.write(
      row, totalsColumn, formula: "=COUNTA(\(first):\(last))-\(free)", value: Double(person.workDays),
      RosterWorkbook.count)
    sheet.write(row, totalsColumn + 1, person.hours, RosterWorkbook.hours)
    for (index, value) in [person.nights, person.earlies, person.lateNights, person.weekendDays].enumerated() {
      sheet.write(row, totalsColumn + 2 + index, Double(value), RosterWorkbook.count)
    }
    sheet.write(row, totalsColumn + 6, formula: "=\(free)", value: Double(daysOff), RosterWorkbook.count)
  }

  private func writeHeadcounts(_ sheet: WorkbookWriter.Sheet, from row: Int) {
    for (index, shift) in plan.centre.shifts.enumerated() {
      let line = row + index
      sheet.write(line, 1, shift.code, RosterWorkbook.look(shift, isOnLeave: false, isRest: false))
      sheet.write(line, 2, "\(shift.start)–\(shift.lastEnd)", RosterWorkbook.text)
      for day in facts.days.indices {
        let count = facts.people.filter { $0.entries[day]?.shift == shift.code }.count
        let top = WorkbookWriter.Sheet.reference(GridSheet.header + 1, GridSheet.firstDay + day)
        let bottom = WorkbookWriter.Sheet.reference(GridSheet.header + facts.people.count, GridSheet.firstDay + day)
        sheet.write(
          line, GridSheet.firstDay + day, formula: "=COUNTIF(\(top):\(bottom),$B\(line + 1))", value: Double(count),
          RosterWorkbook.count)
      }
    }
  }
}

/// One team's month with meal times.
struct TeamSheet {
  let plan: MonthPlan
  let facts: PlanFacts
  let language: Language

  func write(_ writer: WorkbookWriter, team: String) {
    let sheet = writer.sheet(team: team.isEmpty ? Wording("未分班组", "No team").text(language) : team)
    sheet.write(0, 0, "\(team) \(plan.month)", RosterWorkbook.bold)
    let names = [Wording("工号", "Agent"), Wording("姓名", "Name")]
    for (column, name) in names.enumerated() { sheet.write(1, column, name.text(language), RosterWorkbook.header) }
    for (day, date) in facts.days.enumerated() {
      sheet.write(1, 2 + day, "\(date.day) \(PlanFacts.weekdayName(date).text(language))", RosterWorkbook.header)
    }
    for (index, person) in facts.people.filter({ $0.agent.team == team }).enumerated() {
      let row = 2 + index
      sheet.write(row, 0, person.agent.id, RosterWorkbook.text)
      sheet.write(row, 1, person.agent.name, RosterWorkbook.text)
      for (day, entry) in person.entries.enumerated() {
        let shift = entry.flatMap { facts.shifts[$0.shift] }
        let isRest = plan.centre.holidays.kind(of: facts.days[day]) != .workday
        let meal = entry?.mealStart.map { " \($0)" } ?? ""
        let off = person.isOnLeave[day] ? Wording("假", "leave").text(language) : ""
        sheet.write(
          row, 2 + day, entry.map { $0.shift + meal } ?? off,
          RosterWorkbook.look(shift, isOnLeave: person.isOnLeave[day], isRest: isRest))
      }
    }
    sheet.width(0...1, 10)
    sheet.width(2...(1 + facts.days.count), 9.5)
    sheet.freeze(rows: 2, columns: 2)
    sheet.printWide(repeating: 0...1)
  }
}
