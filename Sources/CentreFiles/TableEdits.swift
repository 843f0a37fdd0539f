internal import Foundation
internal import Vocabulary

/// Changes to the rows of a table, cells as text.
enum TableEdits {
  /// Indices of the rows whose cells have one of the values named for each column; all rows where none is named. A column the table
  /// does not have is empty in every row.
  static func rows(of table: Table, _ selection: [String: [String]]) -> [Int] {
    var wanted: [(position: Int, values: Set<String>)] = []
    for column in selection.keys.sorted() {
      let values = Set(selection[column] ?? [])
      if let position = position(table, column) {
        wanted.append((position, values))
      } else if !values.contains("") {
        return []
      }
    }
    return table.rows.indices.filter { row in
      wanted.allSatisfy { $0.values.contains(table.rows[row][$0.position].trimmed) }
    }
  }

  static func values(_ table: Table, _ column: String) -> [String] {
    guard let position = position(table, column) else { return [] }
    return table.rows.map { $0[position].text }
  }

  /// Empty cells stay empty under `factor` and `add`: they mean a default.
  static func edit(
    _ table: inout Table, _ rows: [Int], _ column: String, _ operation: CentreChange.Operation, _ change: CentreChange,
    _ problems: ProblemList
  ) {
    if case .set = operation, position(table, column) == nil { addColumn(&table, column) }
    guard let position = position(table, column) else {
      problems.add(
        change.problem(
          Wording("\(table.file) 没有列 \(column)", "\(table.file) has no column \(column)"),
          Wording("应为已有的列", "expected a column that is there")))
      return
    }
    for row in rows {
      let text = table.rows[row][position].trimmed
      switch operation {
      case .set(let value): table.rows[row][position].text = value
      case .remove: table.rows[row][position].text = ""
      case .factor(let value): if let number = Decimal(exactly: text) { set(&table, row, position, number * value) }
      case .add(let value): if let number = Decimal(exactly: text) { set(&table, row, position, number + value) }
      }
    }
  }

  /// Copies of the rows in turn, each person under a new id and without a year's history of nights.
  static func copy(_ table: inout Table, _ rows: [Int], count: Int) {
    let id = position(table, "agent") ?? position(table, "code")
    var taken = id.map { id in Set(table.rows.map { $0[id].text }) } ?? []
    var number = 1
    for index in 0..<count {
      var row = table.rows[rows[index % rows.count]]
      if let id {
        while !taken.insert("new-\(number)").inserted { number += 1 }
        row[id].text = "new-\(number)"
      }
      table.rows.append(row)
    }
  }

  static func add(_ table: inout Table, _ values: [String: String]) {
    for column in values.keys.sorted() where position(table, column) == nil { addColumn(&table, column) }
    table.rows.append(
      table.header.map { Table.Cell(text: values[$0.text] ?? "", line: 1, column: $0.column) })
  }

  private static func addColumn(_ table: inout Table, _ column: String) {
    table.header.append(Table.Cell(text: column, line: 1, column: Int32(table.header.count + 1)))
    for row in table.rows.indices { table.rows[row].append(Table.Cell(text: "", line: 1, column: 1)) }
  }

  private static func set(_ table: inout Table, _ row: Int, _ position: Int, _ value: Decimal) {
    table.rows[row][position].text = value.rounded(decimals: 6).description
  }

  private static func position(_ table: Table, _ column: String) -> Int? {
    table.header.firstIndex { $0.trimmed == column }
  }
}
