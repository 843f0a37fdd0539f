internal import Foundation
internal import Vocabulary
internal import Yams

/// Applies a study's changes to a centre's files. The folder itself is not touched: what comes out are the files as they would
/// stand, so that a scenario can be read, and planned alone, as any centre.
package struct CentreEdits {
  private let folder: String
  private let problems: ProblemList
  private var yaml: [String: Node] = [:]
  private var tables: [String: Table] = [:]

  private init(folder: String, problems: ProblemList) {
    self.folder = folder
    self.problems = problems
  }

  /// - Returns: the changed files, by name: `contract.yaml`, `agents.csv`.
  /// - Throws: `InputProblems` naming the changes that do not fit.
  package static func apply(_ changes: [CentreChange], folder: String) throws -> [String: [UInt8]] {
    var edits = CentreEdits(folder: folder, problems: ProblemList())
    for change in changes { try edits.apply(change) }
    try edits.problems.throwIfAny()
    var files: [String: [UInt8]] = [:]
    for (name, node) in edits.yaml {
      files[name + ".yaml"] = Array(try Yams.serialize(node: node, allowUnicode: true).utf8)
    }
    for (name, table) in edits.tables { files[name + ".csv"] = Array(text(table).utf8) }
    return files
  }

  private mutating func apply(_ change: CentreChange) throws {
    switch change.target {
    case .yaml(let key, let operation):
      guard let root = try document(change) else { return }
      let steps = YAMLPath.steps(key)
      guard let edited = YAMLPath.edit(root, steps[...], operation) else {
        problems.add(
          change.problem(
            Wording("\(change.file).yaml 的 \(key) 不能这样改", "\(key) of \(change.file).yaml cannot be changed so"),
            Wording("factor 与 add 需要数值，remove 需要已有的键", "factor and add need a number that is there, remove a key")))
        return
      }
      yaml[change.file] = edited
    case .rows(let selection, let count, let cells):
      let list = problems
      try editRows(change, selection, count) { table, rows in
        for (column, operation) in cells { TableEdits.edit(&table, rows, column, operation, change, list) }
      }
    case .removeRows(let selection, let count):
      try editRows(change, selection, count) { table, rows in
        let gone = Set(rows)
        table.rows = table.rows.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
      }
      if change.file == "agents" { try removeOrphans() }
    case .copyRows(let selection, let count):
      try editRows(change, selection, nil) { table, rows in TableEdits.copy(&table, rows, count: count) }
    case .addRows(let rows):
      guard var table = try table(change, mayBeMissing: true) else { return }
      for row in rows { TableEdits.add(&table, row) }
      tables[change.file] = table
    }
  }

  private mutating func editRows(
    _ change: CentreChange, _ selection: [String: [String]], _ count: Int?, _ edit: (inout Table, [Int]) -> Void
  ) throws {
    guard var table = try table(change, mayBeMissing: false) else { return }
    var rows = TableEdits.rows(of: table, selection)
    if let count { rows = Array(rows.prefix(count)) }
    guard !rows.isEmpty else {
      problems.add(
        change.problem(
          Wording("\(change.file).csv 没有符合的行", "no row of \(change.file).csv matches"),
          Wording("检查 where", "see where, which columns and values it names")))
      return
    }
    edit(&table, rows)
    tables[change.file] = table
  }

  /// Leave, last month's shifts, locks and pairs of people who are gone go with them.
  private mutating func removeOrphans() throws {
    guard let people = tables["agents"].map({ TableEdits.values($0, "agent") }) else { return }
    let known = Set(people)
    for (name, columns) in [
      ("leave", ["agent"]), ("previous", ["agent"]), ("locks", ["agent"]), ("pairs", ["agentA", "agentB"]),
    ] {
      let change = CentreChange(file: name, target: .addRows([]), text: "")
      guard FileManager.default.fileExists(atPath: folder + "/\(name).csv") || tables[name] != nil,
        var table = try table(change, mayBeMissing: false)
      else { continue }
      for column in columns {
        let position = table.header.firstIndex { $0.text == column }
        table.rows = table.rows.filter { row in position.map { known.contains(row[$0].text) } ?? true }
      }
      tables[name] = table
    }
  }

  // MARK: Files

  private func document(_ change: CentreChange) throws -> Node? {
    if let node = yaml[change.file] { return node }
    let path = folder + "/\(change.file).yaml"
    guard FileManager.default.fileExists(atPath: path) else { return Node.mapping(Node.Mapping([])) }
    guard let bytes = try InputFile.bytes(path, name: change.file + ".yaml", problems: problems),
      let text = TextDecoding.utf8(bytes)
    else { return nil }
    return try Yams.compose(yaml: String(decoding: text, as: UTF8.self)) ?? Node.mapping(Node.Mapping([]))
  }

  private func table(_ change: CentreChange, mayBeMissing: Bool) throws -> Table? {
    if let table = tables[change.file] { return table }
    let name = change.file + ".csv"
    let path = folder + "/" + name
    if FileManager.default.fileExists(atPath: path) {
      guard let bytes = try InputFile.bytes(path, name: name, problems: problems) else { return nil }
      return CSVReader.read(bytes, file: name, problems: problems)
    }
    let workbook = folder + "/centre.xlsx"
    if FileManager.default.fileExists(atPath: workbook),
      let bytes = try InputFile.bytes(workbook, name: "centre.xlsx", problems: problems),
      let sheet = WorkbookReader.tables(bytes, file: "centre.xlsx", problems: problems)[change.file]
    {
      return sheet
    }
    if mayBeMissing { return Table(file: name, header: [], rows: []) }
    problems.add(
      change.problem(
        Wording("中心没有 \(name)", "the centre has no \(name)"), Wording("用 rows 添加行", "add rows with rows")))
    return nil
  }

  private static func text(_ table: Table) -> String {
    var text = ""
    for cells in [table.header] + table.rows {
      for (index, cell) in cells.enumerated() {
        if index > 0 { text += "," }
        text += ResultTables.quoted(cell.text)
      }
      text += "\n"
    }
    return text
  }
}
