/// Names of cells in formulas, `$B$7`.
enum CellReference {
  /// `B7`; rows and columns count from 0.
  static func cell(_ row: Int, _ column: Int, fixed: Fixed = .none) -> String {
    let (columnMark, rowMark) = fixed.marks
    return columnMark + letters(column) + rowMark + "\(row + 1)"
  }

  /// `B7:D9`
  static func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, fixed: Fixed = .none) -> String {
    cell(rows.lowerBound, columns.lowerBound, fixed: fixed) + ":"
      + cell(rows.upperBound, columns.upperBound, fixed: fixed)
  }

  /// The name of a sheet as formulas write it, with the mark that follows: `'Rules'!`.
  static func sheet(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'!"
  }

  /// What stays when a formula is copied to another cell.
  enum Fixed {
    case none, row, column, both

    fileprivate var marks: (column: String, row: String) {
      switch self {
      case .none: ("", "")
      case .row: ("", "$")
      case .column: ("$", "")
      case .both: ("$", "$")
      }
    }
  }

  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
