/// A linear or mixed integer program, minimised, as sparse rows and columns.
///
/// Build it with `addColumn` and `addRow`; both return the index that later calls use. Infinite bounds are allowed,
/// everything else must be finite: `GLPKSolver` refuses a program that is not, because GLPK would answer it “optimal”.
package struct LinearProgram: Sendable {
  package private(set) var objective: [Double] = []
  package private(set) var columnLower: [Double] = []
  package private(set) var columnUpper: [Double] = []
  package private(set) var isInteger: [UInt8] = []
  package private(set) var rowLower: [Double] = []
  package private(set) var rowUpper: [Double] = []
  package private(set) var rowIndex: [Int32] = []
  package private(set) var columnIndex: [Int32] = []
  package private(set) var value: [Double] = []
  package private(set) var columnNames: [String] = []
  package private(set) var rowNames: [String] = []
  /// Names cost memory and are only wanted where the program is written to a file.
  package let keepsNames: Bool

  package init(keepsNames: Bool = false) {
    self.keepsNames = keepsNames
  }

  package var columnCount: Int { objective.count }
  package var rowCount: Int { rowLower.count }
  package var nonzeroCount: Int { value.count }

  /// - Returns: the column's index.
  @discardableResult
  package mutating func addColumn(
    cost: Double, lower: Double = 0, upper: Double = .infinity, integer: Bool = false,
    name: @autoclosure () -> String = ""
  ) -> Int {
    objective.append(cost)
    columnLower.append(lower)
    columnUpper.append(upper)
    isInteger.append(integer ? 1 : 0)
    if keepsNames { columnNames.append(name()) }
    return objective.count - 1
  }

  /// - Parameter terms: coefficients by column; a column may come several times, its coefficients are added.
  /// - Returns: the row's index.
  @discardableResult
  package mutating func addRow(
    lower: Double = -.infinity, upper: Double = .infinity, _ terms: [(column: Int, coefficient: Double)],
    name: @autoclosure () -> String = ""
  ) -> Int {
    let row = rowLower.count
    rowLower.append(lower)
    rowUpper.append(upper)
    if keepsNames { rowNames.append(name()) }
    let sorted = terms.sorted { $0.column < $1.column }
    var next = 0
    while next < sorted.count {
      let column = sorted[next].column
      var sum = 0.0
      while next < sorted.count, sorted[next].column == column {
        sum += sorted[next].coefficient
        next += 1
      }
      if sum != 0 {
        rowIndex.append(Int32(row))
        columnIndex.append(Int32(column))
        value.append(sum)
      }
    }
    return row
  }

  /// Adds one more coefficient to a row that has none in this column yet.
  package mutating func addCoefficient(_ coefficient: Double, row: Int, column: Int) {
    guard coefficient != 0 else { return }
    rowIndex.append(Int32(row))
    columnIndex.append(Int32(column))
    value.append(coefficient)
  }

  /// What makes the program unfit to be given to GLPK, or nil.
  var defect: String? {
    for column in 0..<columnCount {
      if !objective[column].isFinite { return "column \(column) has the cost \(objective[column])" }
      if columnLower[column].isNaN || columnUpper[column].isNaN || columnLower[column] == .infinity
        || columnUpper[column] == -.infinity
      {
        return "column \(column) has the bounds \(columnLower[column])...\(columnUpper[column])"
      }
    }
    for row in 0..<rowCount
    where rowLower[row].isNaN || rowUpper[row].isNaN || rowLower[row] == .infinity || rowUpper[row] == -.infinity {
      return "row \(row) has the bounds \(rowLower[row])...\(rowUpper[row])"
    }
    for entry in value.indices {
      if !value[entry].isFinite { return "row \(rowIndex[entry]), column \(columnIndex[entry]) is \(value[entry])" }
      if rowIndex[entry] < 0 || rowIndex[entry] >= rowCount || columnIndex[entry] < 0
        || columnIndex[entry] >= columnCount
      {
        return "a coefficient stands at row \(rowIndex[entry]), column \(columnIndex[entry]) outside the program"
      }
    }
    return nil
  }

  /// Bounds that contradict each other, which no solver needs to see.
  var hasCrossedBounds: Bool {
    for column in 0..<columnCount {
      let isWhole = isInteger[column] != 0
      let lower = isWhole ? (columnLower[column] - 1e-9).rounded(.up) : columnLower[column]
      let upper = isWhole ? (columnUpper[column] + 1e-9).rounded(.down) : columnUpper[column]
      if lower > upper { return true }
    }
    return zip(rowLower, rowUpper).contains { $0 > $1 }
  }
}
