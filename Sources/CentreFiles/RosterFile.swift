internal import Foundation
package import Vocabulary

/// A roster from `roster.csv`, or from the workbook as people edit it.
package enum RosterFile {
  /// - Returns: the roster, and what was taken for granted where the workbook does not say it.
  package static func read(path: String, centre: Centre, period: Period) throws -> (
    roster: Roster, warnings: [InputProblem]
  ) {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = try InputFile.bytes(path, name: name, problems: problems) else {
      throw InputProblems(problems.problems)
    }
    let roster: Roster
    if name.lowercased().hasSuffix(".xlsx") {
      let sheets = WorkbookReader.sheets(bytes, file: name, problems: problems)
      roster = EditedWorkbook(centre: centre, period: period, file: name, problems: problems).roster(sheets)
    } else if let table = CSVReader.read(bytes, file: name, problems: problems) {
      roster = read(table, centre: centre, period: period, problems: problems)
    } else {
      roster = Roster(entries: [])
    }
    try problems.throwIfAny()
    return (roster, problems.warnings)
  }

  static func read(_ table: Table, centre: Centre, period: Period, problems: ProblemList) -> Roster {
    guard
      let rows = TableRows(table, required: ["agent", "date", "shift"], optional: ["mealStart"], problems: problems)
    else { return Roster(entries: []) }
    let agents = Set(centre.agents.map(\.id))
    let shifts = Set(centre.shifts.map(\.code))
    var seen: Set<String> = []
    return Roster(
      entries: rows.rows.compactMap { row in
        guard let agent = LeaveFile.knownAgent(row, agents), let date = row.requiredDate("date"),
          let shift = row.requiredText("shift")
        else { return nil }
        guard shifts.contains(shift) else { return LeaveFile.unknownShift(row, "shift", shift) }
        guard period.contains(date) else {
          return row.fail(
            "date", Wording("\(date) 不在本月", "\(date) is not in the month"),
            Wording(
              "应在 \(period.firstDay) 到 \(period.lastDay) 之间",
              "expected between \(period.firstDay) and \(period.lastDay)"))
        }
        guard seen.insert("\(agent)\u{0}\(date)").inserted else {
          return row.fail(
            "date", Wording("\(agent) 在 \(date) 有两个班次", "\(agent) has two shifts on \(date)"),
            Wording("每人每天一行", "expected one row for a person and day"))
        }
        return Roster.Entry(agent: agent, date: date, shift: shift, mealStart: row.time("mealStart"))
      })
  }
}

/// The published workbook, edited by hand: the grid says who works what, the data sheet when they eat.
struct EditedWorkbook {
  let centre: Centre
  let period: Period
  let file: String
  let problems: ProblemList

  private static let gridNames = ["班表", "Roster", "Grid"]
  private static let agentHeaders = ["工号", "Agent"]

  func roster(_ sheets: [(name: String, rows: [WorkbookReader.Row])]) -> Roster {
    let data = sheets.first { $0.name == "roster" }.map { meals($0.rows) } ?? [:]
    let grid = sheets.first { sheet in
      EditedWorkbook.gridNames.contains(sheet.name) && header(sheet.rows) != nil
    }
    guard let grid, let header = header(grid.rows) else {
      problems.add(
        InputProblem(
          file: file, found: Wording("找不到班表工作表", "there is no roster grid"),
          expected: Wording(
            "应有工作表 班表（首列 工号，其后为日期列）", "expected a sheet Grid whose header has Agent first and the dates after it")))
      return Roster(entries: [])
    }
    let known = Set(centre.agents.map(\.id))
    var entries: [Roster.Entry] = []
    for row in grid.rows where row.number > header.number {
      guard let agent = row.cells.first?.trimmingCharacters(in: .whitespaces), known.contains(agent) else { continue }
      for (column, date) in header.days where column < row.cells.count {
        if let entry = entry(agent, date, row, column, grid.name, data) { entries.append(entry) }
      }
    }
    return Roster(entries: entries)
  }

  private func header(_ rows: [WorkbookReader.Row]) -> (number: Int, days: [(column: Int, date: CivilDate)])? {
    for row in rows.prefix(20) {
      guard let first = row.cells.first, EditedWorkbook.agentHeaders.contains(first) else { continue }
      var days: [(column: Int, date: CivilDate)] = []
      for (column, text) in row.cells.enumerated() {
        if let date = CivilDate(text), period.contains(date) { days.append((column, date)) }
      }
      return days.isEmpty ? nil : (row.number, days)
    }
    return nil
  }

  private func meals(_ rows: [WorkbookReader.Row]) -> [String: (shift: String, meal: TimeOfDay?)] {
    var result: [String: (shift: String, meal: TimeOfDay?)] = [:]
    for row in rows.dropFirst() where row.cells.count >= 3 {
      result[row.cells[0] + "\u{0}" + row.cells[1]] = (
        row.cells[2], row.cells.count > 3 ? TimeOfDay(row.cells[3]) : nil
      )
    }
    return result
  }

  private func entry(
    _ agent: String, _ date: CivilDate, _ row: WorkbookReader.Row, _ column: Int, _ sheet: String,
    _ data: [String: (shift: String, meal: TimeOfDay?)]
  ) -> Roster.Entry? {
    let code = row.cells[column].trimmingCharacters(in: .whitespaces)
    if code.isEmpty || ["休", "off", "假", "leave"].contains(code.lowercased()) { return nil }
    func place(_ found: Wording, _ expected: Wording) -> InputProblem {
      InputProblem(file: "\(file)[\(sheet)]", line: row.number, column: column + 1, found: found, expected: expected)
    }
    guard let shift = centre.shifts.first(where: { $0.code == code }) else {
      problems.add(
        place(
          Wording("\(agent) 在 \(date)：不认识的班次 \(code)", "\(agent) on \(date): unknown shift \(code)"),
          Wording("应为 shifts.csv 中的班次，或 休", "expected a shift of shifts.csv, or off")))
      return nil
    }
    if let known = data["\(agent)\u{0}\(date)"], known.shift == code {
      return Roster.Entry(agent: agent, date: date, shift: code, mealStart: known.meal)
    }
    guard !shift.mealStarts.isEmpty else { return Roster.Entry(agent: agent, date: date, shift: code) }
    let meal = TimeOfDay(minutes: shift.mealStarts[shift.mealStarts.count / 2] * HalfHour.minutes)
    problems.warn(
      place(
        Wording(
          "\(agent) 在 \(date) 改为 \(code)，用餐时间取 \(meal)",
          "\(agent) on \(date) now works \(code); the meal is taken at \(meal)"),
        Wording("可在工作表 roster 中填写用餐时间", "the sheet roster can say another time")))
    return Roster.Entry(agent: agent, date: date, shift: code, mealStart: meal)
  }
}
