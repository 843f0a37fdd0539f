internal import Foundation
package import Vocabulary

/// An instance in the text format of T. Curtois and R. Qu, "Computational results on new staff scheduling benchmark instances"
/// (University of Nottingham, 2014). Refused whole, with every problem found, where a line is not as expected.
package enum CurtoisFile {
  package static func read(path: String) throws -> ShiftLevelProblem {
    try parse(text(path: path), file: URL(fileURLWithPath: path).lastPathComponent)
  }

  /// The file's text as it stands, for the checker.
  package static func text(path: String) throws -> String {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    let bytes = try InputFile.bytes(path, name: name, problems: problems)
    if let bytes, let decoded = TextDecoding.utf8(bytes) {
      // Swift takes a carriage return and its line feed for one character.
      return String(decoding: decoded.filter { $0 != 13 }, as: UTF8.self)
    }
    if bytes != nil {
      problems.add(
        InputProblem(
          file: name, line: 1, column: 1, found: Wording("不是文本", "the file is no text"),
          expected: Wording("应为 UTF-8 文本", "expected UTF-8 text")))
    }
    throw InputProblems(problems.problems)
  }

  package static func parse(_ text: String, file: String) throws(InputProblems) -> ShiftLevelProblem {
    let problems = ProblemList()
    var reader = CurtoisReader(text, file: file, problems: problems)
    let problem = reader.read()
    try problems.throwIfAny()
    return problem
  }
}

/// Reads the sections in the order in which one needs the other.
private struct CurtoisReader {
  static let sections = [
    "SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF", "SECTION_DAYS_OFF", "SECTION_SHIFT_ON_REQUESTS",
    "SECTION_SHIFT_OFF_REQUESTS", "SECTION_COVER",
  ]
  /// Beyond these a cost could leave the range of exact arithmetic.
  static let mostDays = 366
  static let mostWeight = 10_000

  private let lines: SectionLines
  private var problem = ShiftLevelProblem(dayCount: 0, shifts: [], people: [])
  private var shiftIndex: [String: Int] = [:]
  private var personIndex: [String: Int] = [:]

  init(_ text: String, file: String, problems: ProblemList) {
    lines = SectionLines(text, file: file, names: CurtoisReader.sections, problems: problems)
  }

  mutating func read() -> ShiftLevelProblem {
    readHorizon()
    guard problem.dayCount > 0 else { return problem }
    readShifts()
    guard !problem.shifts.isEmpty else { return problem }
    readStaff()
    readDaysOff()
    problem.onRequests = requests("SECTION_SHIFT_ON_REQUESTS")
    problem.offRequests = requests("SECTION_SHIFT_OFF_REQUESTS")
    readCover()
    return problem
  }

  private func section(_ name: String) -> [[SectionField]] { lines.sections[name] ?? [] }

  private mutating func readHorizon() {
    let rows = section("SECTION_HORIZON")
    guard let row = rows.first else {
      if lines.sections["SECTION_HORIZON"] != nil { missing("SECTION_HORIZON", "days") }
      return
    }
    if lines.has(1, row, "days"), let days = lines.number(row[0], in: 1...CurtoisReader.mostDays) {
      problem.dayCount = days
    }
    if rows.count > 1 {
      lines.add(
        rows[1][0], Wording("时间范围多于一行", "the horizon has more than one line"), Wording("应只有一行", "expected one line"))
    }
  }

  private func missing(_ name: String, _ form: String) {
    lines.problems.add(
      InputProblem(
        file: lines.file, line: lines.lastLine, column: 1, found: Wording("\(name) 为空", "\(name) is empty"),
        expected: Wording("应有：\(form)", "expected \(form)")))
  }

  private mutating func readShifts() {
    let form = "id,minutes,a|b"
    var kept: [[SectionField]] = []
    for row in section("SECTION_SHIFTS") where lines.has(3, row, form) {
      guard isNew(row[0], in: shiftIndex), let minutes = lines.number(row[1], in: 1...1440) else { continue }
      shiftIndex[row[0].text] = problem.shifts.count
      problem.shifts.append(ShiftLevelProblem.Shift(name: row[0].text, minutes: minutes))
      kept.append(row)
    }
    if kept.isEmpty { missing("SECTION_SHIFTS", form) }
    for (shift, row) in kept.enumerated() where !row[2].text.isEmpty {
      let names = SectionLines.fields(row[2].text[...], separator: "|", line: row[2].line, column: row[2].column)
      problem.shifts[shift].forbiddenNext = names.compactMap {
        lines.lookup($0, in: shiftIndex, Wording("班次", "shift"))
      }
    }
  }

  private func isNew(_ field: SectionField, in index: [String: Int]) -> Bool {
    if !field.text.isEmpty && index[field.text] == nil { return true }
    lines.add(
      field,
      field.text.isEmpty
        ? Wording("名称为空", "the name is empty") : Wording("“\(field.text)”出现两次", "“\(field.text)” is there twice"),
      Wording("应为唯一的名称", "expected a name of its own"))
    return false
  }

  private mutating func readStaff() {
    let form = "id,shift=max|…,max minutes,min minutes,max run,min run,min days off,max weekends"
    for row in section("SECTION_STAFF") where lines.has(8, row, form) {
      let most = mostOfShift(row[1])
      guard isNew(row[0], in: personIndex), let most, let maxMinutes = lines.number(row[2], in: 0...1_000_000),
        let minMinutes = lines.number(row[3], in: 0...1_000_000), let maxRun = lines.number(row[4], in: 0...1000),
        let minRun = lines.number(row[5], in: 0...1000), let minOff = lines.number(row[6], in: 0...1000),
        let weekends = lines.number(row[7], in: 0...1000)
      else { continue }
      if minMinutes > maxMinutes {
        lines.add(
          row[3],
          Wording(
            "最少 \(minMinutes) 分钟多于最多 \(maxMinutes)", "the least minutes \(minMinutes) exceed the most \(maxMinutes)"),
          Wording("应不多于最多分钟", "expected no more than the most minutes"))
      }
      personIndex[row[0].text] = problem.people.count
      problem.people.append(
        ShiftLevelProblem.Person(
          name: row[0].text, mostOfShift: most, minMinutes: minMinutes, maxMinutes: maxMinutes, maxWorkRun: maxRun,
          minWorkRun: minRun, minOffRun: minOff, maxWeekends: weekends))
    }
    if problem.people.isEmpty { missing("SECTION_STAFF", form) }
  }

  private func mostOfShift(_ field: SectionField) -> [Int]? {
    var most = [Int?](repeating: nil, count: problem.shifts.count)
    for part in SectionLines.fields(field.text[...], separator: "|", line: field.line, column: field.column) {
      let pair = SectionLines.fields(part.text[...], separator: "=", line: part.line, column: part.column)
      guard lines.has(2, pair, "shift=max"), let shift = lines.lookup(pair[0], in: shiftIndex, Wording("班次", "shift")),
        let count = lines.number(pair[1], in: 0...1000)
      else { return nil }
      most[shift] = count
    }
    if let absent = most.firstIndex(of: nil) {
      let name = problem.shifts[absent].name
      lines.add(
        field, Wording("没有班次 \(name) 的上限", "there is no limit for the shift \(name)"),
        Wording("应有 \(name)=次数，0 为不能上", "expected \(name)=count, 0 for not qualified"))
      return nil
    }
    return most.compactMap { $0 }
  }

  private mutating func readDaysOff() {
    for row in section("SECTION_DAYS_OFF") {
      guard let person = lines.lookup(row[0], in: personIndex, Wording("人员", "person")) else { continue }
      let days = row.dropFirst().compactMap { lines.number($0, in: 0...(problem.dayCount - 1)) }
      problem.people[person].daysOff = Set(problem.people[person].daysOff + days).sorted()
    }
  }

  private func requests(_ name: String) -> [ShiftLevelProblem.Request] {
    section(name).compactMap { row in
      guard lines.has(4, row, "id,day,shift,weight"),
        let person = lines.lookup(row[0], in: personIndex, Wording("人员", "person")),
        let day = lines.number(row[1], in: 0...(problem.dayCount - 1)),
        let shift = lines.lookup(row[2], in: shiftIndex, Wording("班次", "shift")),
        let weight = lines.number(row[3], in: 0...CurtoisReader.mostWeight)
      else { return nil }
      return ShiftLevelProblem.Request(person: person, day: day, shift: shift, weight: weight)
    }
  }

  private mutating func readCover() {
    for row in section("SECTION_COVER") where lines.has(5, row, "day,shift,required,weight under,weight over") {
      guard let day = lines.number(row[0], in: 0...(problem.dayCount - 1)),
        let shift = lines.lookup(row[1], in: shiftIndex, Wording("班次", "shift")),
        let required = lines.number(row[2], in: 0...100_000),
        let under = lines.number(row[3], in: 0...CurtoisReader.mostWeight),
        let over = lines.number(row[4], in: 0...CurtoisReader.mostWeight)
      else { continue }
      problem.cover.append(
        ShiftLevelProblem.Cover(day: day, shift: shift, required: required, underWeight: under, overWeight: over))
    }
  }
}
