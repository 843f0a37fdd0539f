internal import Foundation
package import Vocabulary

/// The actuals of a month as read, what was odd about them, and the digests of the files.
package struct ActualsInput: Sendable {
  package var actuals: MonthActuals
  /// The roster as it was published, where it was asked for and is there.
  package var roster: Roster?
  package var warnings: [InputProblem]
  package var digests: [(file: String, sha256: String)]
}

/// Reads `actuals/YYYY-MM/` of a centre, whole or not at all.
///
/// `attendance.csv` must be there, `scores.csv` where the contract has indicators; `incidents.csv`, `handled.csv`,
/// `calls.csv` and `inhouse.csv` may be.
package enum ActualsReader {
  private static let mostMinutes = 24 * 60

  /// - Parameters:
  ///   - names: of people and shifts also in rows of the centre that are refused; nil = those of the centre.
  ///   - readsRoster: whether `roster.csv` is wanted.
  /// - Throws: `InputProblems` with all that is wrong, a missing file included.
  package static func read(
    folder: String, month: Month, centre: Centre, names: CentreNames? = nil, readsRoster: Bool = false
  ) throws -> ActualsInput {
    let names = names ?? CentreNames(centre)
    let source = ActualsFolder(folder: folder, name: "actuals/\(month)")
    let problems = source.problems
    var actuals = MonthActuals(month: month)
    if let table = try source.table("attendance.csv", expected: centre.agents.isEmpty ? nil : noRoster) {
      actuals.attendance = attendance(table, month, centre, names, problems)
    }
    if let table = try source.table("scores.csv", expected: centre.contract.indicators.isEmpty ? nil : noScores) {
      actuals.scores = scores(table, centre, problems)
    }
    if let table = try source.table("incidents.csv", expected: nil) {
      actuals.incidents = incidents(table, month, problems)
    }
    if let table = try source.table("handled.csv", expected: nil) {
      actuals.handled = handled(table, names, problems)
    }
    if let table = try source.table("calls.csv", expected: nil) {
      let read = CallsFile.read(table, problems: problems).records
      actuals.calls = CallHistory(records: read.filter { month.period.contains($0.start.date) })
    }
    if let table = try source.table("inhouse.csv", expected: nil) { actuals.inHouse = inHouse(table, problems) }
    var roster: Roster?
    if readsRoster, let table = try source.table("roster.csv", expected: nil) {
      roster = published(table, month, centre, problems)
    }
    try problems.throwIfAny()
    return ActualsInput(
      actuals: actuals, roster: roster, warnings: problems.warnings, digests: source.digests)
  }

  private static func published(_ table: Table, _ month: Month, _ centre: Centre, _ problems: ProblemList) -> Roster {
    if table.rows.isEmpty {
      problems.add(
        InputProblem(
          file: table.file, line: 1, column: 1, found: Wording("班表没有任何班次", "the roster has no shifts"),
          expected: Wording(
            "应为当月公布的班表；没有则删除此文件，只结算而不作差异分析",
            "expected the roster as published; without one remove the file, and there is a statement but no variance")))
    }
    return RosterFile.read(table, centre: centre, period: month.period, problems: problems)
  }

  private static let noRoster = Wording(
    "本月没有考勤，无法结算；应有 agent,date,shift,workedMinutes,overtimeMinutes",
    "a month without attendance cannot be settled; expected agent,date,shift,workedMinutes,overtimeMinutes")
  private static let noScores = Wording(
    "合同有考核指标；应有 indicator,actual", "the contract has indicators; expected indicator,actual")

  // MARK: Attendance

  private static func attendance(
    _ table: Table, _ month: Month, _ centre: Centre, _ names: CentreNames, _ problems: ProblemList
  ) -> [MonthActuals.Attendance] {
    let columns = ["agent", "date", "shift", "workedMinutes", "overtimeMinutes"]
    guard let rows = TableRows(table, required: columns, problems: problems) else { return [] }
    let ids = centre.agents.map(\.id)
    let (people, shifts) = (NameIndex(ids), NameIndex(centre.shifts.map(\.code)))
    let period = month.period
    if rows.table.rows.isEmpty {
      problems.add(
        InputProblem(
          file: table.file, line: 1, column: 1, found: Wording("没有任何考勤", "there is no attendance"),
          expected: noRoster))
    }
    var clock = AttendanceClock(people: ids.count, shifts: centre.shifts, period: period)
    return rows.rows.compactMap { row in
      let agent = LeaveFile.knownAgent(row, names.agents)
      let date = day(row, period)
      let shift = row.requiredText("shift").flatMap { code in
        shifts.position(code)
          ?? (names.shifts.contains(code) ? nil : LeaveFile.unknownShift(row, "shift", code))
      }
      let worked = minutes(row, "workedMinutes")
      let overtime = minutes(row, "overtimeMinutes")
      guard let agent, let person = people.position(agent), let date, let shift, let worked, let overtime else {
        return nil
      }
      guard centre.agents[person].isEmployed(on: date) else { return notEmployed(row, centre.agents[person], date) }
      guard overtime <= worked else {
        return row.fail(
          "overtimeMinutes",
          Wording("加班 \(overtime) 分钟多于出勤 \(worked) 分钟", "\(overtime) minutes of overtime in \(worked) worked"),
          Wording("出勤分钟包含加班", "expected workedMinutes to contain them"))
      }
      clock.note(row, agent, person: person, day: date - period.firstDay, shift: shift, worked: worked)
      return MonthActuals.Attendance(
        agent: agent, date: date, shift: centre.shifts[shift].code, workedMinutes: worked, overtimeMinutes: overtime)
    }
  }

  private static func minutes(_ row: TableRow, _ column: String) -> Int? {
    guard row.requiredText(column) != nil, let minutes = row.whole(column, -1_000_000...1_000_000) else { return nil }
    if minutes < 0 {
      return row.fail(
        column, Wording("\(column) 为负数：\(minutes)", "\(column) is negative: \(minutes)"),
        Wording("应不小于 0", "expected 0 or more"))
    }
    if minutes > mostMinutes {
      return row.fail(
        column, Wording("\(column) 超过一天 24 小时：\(minutes)", "\(column) is above 24 hours a day: \(minutes)"),
        Wording("最多 1440", "expected at most 1440"))
    }
    return minutes
  }

  private static func day(_ row: TableRow, _ period: Period) -> CivilDate? {
    guard let date = row.requiredDate("date") else { return nil }
    if period.contains(date) { return date }
    return row.fail(
      "date", Wording("\(date) 不在本月", "\(date) is not in the month"),
      Wording(
        "应在 \(period.firstDay) 到 \(period.lastDay) 之间", "expected between \(period.firstDay) and \(period.lastDay)"))
  }

  private static func notEmployed<Value>(_ row: TableRow, _ person: Agent, _ date: CivilDate) -> Value? {
    let from = person.from.map { "\($0)" } ?? "…"
    let to = person.to.map { "\($0)" } ?? "…"
    return row.fail(
      "date", Wording("\(person.id) 在 \(date) 不在职", "\(person.id) is not employed on \(date)"),
      Wording("agents.csv 中在职 \(from) 至 \(to)", "agents.csv employs the person from \(from) to \(to)"))
  }

  // MARK: The other files

  /// What the software measures itself, and so knows the range of: shares, not percent, and seconds.
  private static let measured: [String: ClosedRange<Decimal>] = [
    "serviceLevel": 0...1, "answerRate": 0...1, "aht": 0...1_000_000,
  ]

  private static func scores(_ table: Table, _ centre: Centre, _ problems: ProblemList) -> [MonthActuals.Score] {
    guard let rows = TableRows(table, required: ["indicator", "actual"], problems: problems) else { return [] }
    let known = Set(centre.contract.indicators.map(\.name))
    var named: Set<String> = []
    let scores = rows.rows.compactMap { row -> MonthActuals.Score? in
      guard let name = row.requiredText("indicator") else { return nil }
      guard named.insert(name).inserted else {
        return row.fail(
          "indicator", Wording("指标 \(name) 出现两次", "the indicator \(name) is there twice"),
          Wording("每个指标一行", "expected one row for each indicator"))
      }
      let range = measured[name] ?? -1_000_000...1_000_000
      guard row.requiredText("actual") != nil, let actual = row.decimal("actual", range, decimals: 10) else {
        return nil
      }
      if !known.contains(name) {
        row.warn(
          "indicator", Wording("合同没有指标 \(name)，已忽略", "the contract has no indicator \(name), ignored"),
          Wording("见 contract.yaml 的 indicators", "see indicators in contract.yaml"))
      }
      return MonthActuals.Score(indicator: name, actual: actual)
    }
    for indicator in centre.contract.indicators where !named.contains(indicator.name) {
      problems.add(
        InputProblem(
          file: table.file, line: 1, column: 1,
          found: Wording("缺少指标 \(indicator.name) 的结果", "the score of \(indicator.name) is missing"),
          expected: Wording("contract.yaml 的每个指标都应有一行", "expected a row for each indicator of contract.yaml")))
    }
    return scores
  }

  private static func incidents(_ table: Table, _ month: Month, _ problems: ProblemList) -> [MonthActuals.Incident] {
    guard let rows = TableRows(table, required: ["date", "category", "amount"], problems: problems) else { return [] }
    return rows.rows.compactMap { row in
      let date = row.requiredDate("date")
      let amount = row.requiredText("amount") == nil ? nil : row.decimal("amount", 0...1_000_000_000, decimals: 2)
      guard let date, let amount else { return nil }
      if !month.period.contains(date) {
        row.warn(
          "date",
          Wording("\(date) 不在本月，仍在本月扣罚", "\(date) is not in the month; it is deducted in this one all the same"),
          Wording("如非补扣，请改日期", "correct the date unless it is deducted late"))
      }
      return MonthActuals.Incident(date: date, category: row.text("category") ?? "", amount: amount)
    }
  }

  private static func handled(_ table: Table, _ names: CentreNames, _ problems: ProblemList) -> [MonthActuals.Handled] {
    guard let rows = TableRows(table, required: ["agent", "handled"], problems: problems) else { return [] }
    var seen: Set<String> = []
    return rows.rows.compactMap { row in
      let handled = row.requiredText("handled") == nil ? nil : row.whole("handled", 0...10_000_000)
      guard let agent = LeaveFile.knownAgent(row, names.agents), let handled else { return nil }
      guard seen.insert(agent).inserted else {
        return row.fail(
          "agent", Wording("\(agent) 出现两次", "\(agent) is there twice"),
          Wording("每人一行", "expected one row for each person"))
      }
      return MonthActuals.Handled(agent: agent, handled: handled)
    }
  }

  private static func inHouse(_ table: Table, _ problems: ProblemList) -> [MonthActuals.InHouse] {
    guard let rows = TableRows(table, required: ["measure", "value"], problems: problems) else { return [] }
    return rows.rows.compactMap { row in
      let value = row.requiredText("value") == nil ? nil : row.decimal("value", 0...1_000_000_000_000, decimals: 10)
      guard let measure = row.requiredText("measure"), let value else { return nil }
      return MonthActuals.InHouse(measure: measure, value: value)
    }
  }
}
