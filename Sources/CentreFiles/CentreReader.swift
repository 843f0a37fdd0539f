internal import Foundation
package import Vocabulary

/// A centre as read, what was odd about it, and the digests of the files it came from.
package struct CentreInput: Sendable {
  package var centre: Centre
  package var warnings: [InputProblem]
  /// SHA-256 by file, in the order of names.
  package var digests: [(file: String, sha256: String)]

  package init(centre: Centre, warnings: [InputProblem], digests: [(file: String, sha256: String)]) {
    self.centre = centre
    self.warnings = warnings
    self.digests = digests
  }
}

/// The people and shifts that a centre's files name, also in rows that are refused.
package struct CentreNames: Sendable {
  package var agents: Set<String>
  package var shifts: Set<String>

  init(_ centre: Centre) {
    agents = Set(centre.agents.map(\.id))
    shifts = Set(centre.shifts.map(\.code))
  }

  init(agents: Set<String>, shifts: Set<String>) {
    self.agents = agents
    self.shifts = shifts
  }
}

/// A centre with all that is wrong with it: enough to look at other files beside it, not to work with.
package struct ExaminedCentre: Sendable {
  /// Nil where settings or contract cannot be read at all.
  package var input: CentreInput?
  package var names: CentreNames
  package var problems: [InputProblem]
}

/// Reads a centre's folder, whole or not at all.
package enum CentreReader {
  /// - Parameters:
  ///   - changed: files that take the place of the folder's, by name.
  ///   - base: the folder as read before; its calls are taken over where they are not changed.
  /// - Throws: `MissingInput` where a file that must be there is not, `InputProblems` with all that is wrong.
  package static func read(
    folder: String, holidays: HolidayCalendar = HolidayFile.shipped(), changed: [String: [UInt8]] = [:],
    base: CentreInput? = nil
  ) throws -> CentreInput {
    let examined = try examine(folder: folder, holidays: holidays, changed: changed, base: base)
    guard let input = examined.input, examined.problems.isEmpty else { throw InputProblems(examined.problems) }
    return input
  }

  /// The same with problems told instead of thrown, so that other files can be looked at too before anything is refused.
  ///
  /// - Throws: `MissingInput`.
  package static func examine(
    folder: String, holidays: HolidayCalendar = HolidayFile.shipped(), changed: [String: [UInt8]] = [:],
    base: CentreInput? = nil
  ) throws -> ExaminedCentre {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw MissingInput(path: folder)
    }
    let source = try CentreFolder(folder, changed: changed)
    let problems = source.problems
    let settings = try source.yaml("centre.yaml", isRequired: true).map(SettingsFile.read)
    let rulesMap = try source.yaml("rules.yaml", isRequired: false)
    let contractMap = try source.yaml("contract.yaml", isRequired: true)
    // In this order: digests stand as the files are opened.
    let known = PlannerRulesFile.Known(
      shifts: try source.identifiers("shifts", "code", isRequired: true),
      teams: try source.identifiers("agents", "team"),
      skills: try source.table("agents", isRequired: true).map(AgentsFile.allSkills) ?? [])
    let rules = rulesMap.map { RulesFile.read($0, known: known) } ?? Rules()
    let contract = contractMap.map(ContractFile.read)
    let shifts = try source.table("shifts", isRequired: true).map { ShiftsFile.read($0, problems: problems) } ?? []
    let agents = try source.table("agents", isRequired: true).map { AgentsFile.read($0, problems: problems) } ?? []
    let agentIDs = try source.identifiers("agents", "agent")
    let shiftCodes = try source.identifiers("shifts", "code")
    let leave =
      try source.table("leave", isRequired: false).map {
        LeaveFile.read($0, agents: agentIDs, shifts: shiftCodes, problems: problems)
      } ?? []
    let previous =
      try source.table("previous", isRequired: false).map {
        LeaveFile.readPrevious($0, agents: agentIDs, shifts: shiftCodes, problems: problems)
      } ?? []
    let locks =
      try source.table("locks", isRequired: false).map {
        LocksFile.read($0, agents: agentIDs, shifts: shiftCodes, problems: problems)
      } ?? []
    let pairs =
      try source.table("pairs", isRequired: false).map {
        PairsFile.read($0, agents: agentIDs, problems: problems)
      } ?? []
    let ledger =
      try source.table("ledger", isRequired: false).flatMap {
        FairnessLedgerFile.read($0, agents: agentIDs, problems: problems)
      }
    let events = try source.table("events", isRequired: false).map { EventsFile.read($0, problems: problems) } ?? []
    let adjustments =
      try source.table("adjustments", isRequired: false).map { AdjustmentsFile.read($0, problems: problems) } ?? []
    let calls = try source.calls(base)
    checkShifts(shifts, rules, source)
    let names = CentreNames(agents: agentIDs, shifts: shiftCodes)
    guard let settings, let contract else {
      return ExaminedCentre(input: nil, names: names, problems: problems.problems)
    }
    var centre = Centre(
      settings: settings, calls: calls ?? CallHistory(records: []), events: events, agents: agents, leave: leave,
      previous: previous, locks: locks, pairs: pairs, shifts: shifts, rules: rules, contract: contract,
      holidays: holidays)
    centre.adjustments = adjustments
    centre.ledger = ledger
    return ExaminedCentre(
      input: CentreInput(centre: centre, warnings: problems.warnings, digests: source.digests), names: names,
      problems: problems.problems)
  }

  /// The language a centre's folder asks for, told even where the rest cannot be read; nil where it says none.
  package static func language(folder: String) -> Language? {
    let problems = ProblemList()
    let path = folder + "/centre.yaml"
    guard let bytes = try? InputFile.bytes(path, name: "centre.yaml", problems: problems) else { return nil }
    return YAMLMap.parse(bytes, file: "centre.yaml", problems: problems)?.choice("language", Language.self)
  }

  /// A shift longer than the rules allow could never be worked.
  private static func checkShifts(_ shifts: [Shift], _ rules: Rules, _ source: CentreFolder) {
    let most = Rules.normalDayMinutes + rules.maxDailyOvertimeMinutes
    for (index, shift) in shifts.enumerated() where shift.paidMinutes > most {
      source.problems.warn(
        InputProblem(
          file: "shifts.csv", line: index + 2,
          found: Wording(
            "班次 \(shift.code) 计薪 \(shift.paidMinutes) 分钟", "the shift \(shift.code) pays \(shift.paidMinutes) minutes"),
          expected: Wording(
            "超过 480 + maxDailyOvertimeMinutes = \(most)，不会排此班",
            "more than 480 + maxDailyOvertimeMinutes = \(most): it is never rostered")))
    }
  }
}

/// The files of a centre's folder, CSV or sheets of `centre.xlsx`, each read once.
final class CentreFolder {
  let problems = ProblemList()
  private(set) var digests: [(file: String, sha256: String)] = []
  private let folder: String
  private let changed: [String: [UInt8]]
  private var tables: [String: Table] = [:]
  private let sheets: [String: Table]

  init(_ folder: String, changed: [String: [UInt8]] = [:]) throws {
    self.folder = folder
    self.changed = changed
    let workbook = folder + "/centre.xlsx"
    if FileManager.default.fileExists(atPath: workbook),
      let bytes = try InputFile.bytes(workbook, name: "centre.xlsx", problems: problems)
    {
      digests.append(("centre.xlsx", SHA256.hex(bytes)))
      sheets = WorkbookReader.tables(bytes, file: "centre.xlsx", problems: problems)
    } else {
      sheets = [:]
    }
  }

  func yaml(_ name: String, isRequired: Bool) throws -> YAMLMap? {
    let path = folder + "/" + name
    if let bytes = changed[name] {
      digests.append((name, SHA256.hex(bytes)))
      return YAMLMap.parse(bytes, file: name, problems: problems)
    }
    guard FileManager.default.fileExists(atPath: path) else {
      if isRequired { throw MissingInput(path: path) }
      problems.warn(
        InputProblem(
          file: name, found: Wording("没有此文件，采用默认值", "there is no such file, the defaults are taken"),
          expected: Wording("见 FORMATS 的默认规则", "see the documented defaults")))
      return nil
    }
    guard let bytes = try InputFile.bytes(path, name: name, problems: problems) else { return nil }
    digests.append((name, SHA256.hex(bytes)))
    return YAMLMap.parse(bytes, file: name, problems: problems)
  }

  func table(_ name: String, isRequired: Bool) throws -> Table? {
    if let table = tables[name] { return table }
    let file = name + ".csv"
    let path = folder + "/" + file
    if let bytes = changed[file] {
      digests.append((file, SHA256.hex(bytes)))
      let table = CSVReader.read(bytes, file: file, problems: problems)
      tables[name] = table
      return table
    }
    let isThere = FileManager.default.fileExists(atPath: path)
    if let sheet = sheets[name] {
      if isThere {
        problems.add(
          InputProblem(
            file: file, found: Wording("centre.xlsx 中也有工作表 \(name)", "centre.xlsx has a sheet \(name) too"),
            expected: Wording("只应保留其一", "expected one of them only")))
      }
      tables[name] = sheet
      return sheet
    }
    guard isThere else {
      if isRequired { throw MissingInput(path: path) }
      return nil
    }
    guard let bytes = try InputFile.bytes(path, name: file, problems: problems) else { return nil }
    digests.append((file, SHA256.hex(bytes)))
    let table = CSVReader.read(bytes, file: file, problems: problems)
    tables[name] = table
    return table
  }

  /// The calls, or those of the folder as read before.
  func calls(_ base: CentreInput?) throws -> CallHistory? {
    if let base, changed["calls.csv"] == nil {
      digests += base.digests.filter { $0.file == "calls.csv" }
      return base.centre.calls
    }
    return try table("calls", isRequired: false).map { CallsFile.read($0, problems: problems) }
  }

  /// Every identifier a table names, also in rows that are refused: a mistake there is not reported again elsewhere.
  func identifiers(_ name: String, _ column: String, isRequired: Bool = false) throws -> Set<String> {
    guard let table = try table(name, isRequired: isRequired),
      let position = table.header.firstIndex(where: { $0.trimmed == column })
    else { return [] }
    return Set(table.rows.map { $0[position].trimmed })
  }
}
