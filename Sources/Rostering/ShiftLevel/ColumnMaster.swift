internal import Solving

/// A person's roster on the days of a window, as a column of the master program.
struct RosterColumn: Sendable {
  /// Place of the person in the window.
  var person: Int
  /// The whole horizon.
  var line: [Int16]
  var cost: Int
  /// Places of the rows that count it.
  var rows: [Int32]
}

/// The linear program over columns: each person's shares add up to 1, each row of cover to what is wanted, with shortfall and
/// excess at their price (Dantzig–Wolfe).
struct ColumnMaster {
  let window: RosterWindow
  private(set) var columns: [RosterColumn] = []
  private var states: [UInt8] = []
  private var basis: SimplexBasis?
  /// Columns that may not be used any more have this cost, so that the last basis stays feasible.
  static let banned = 1e6

  init(_ window: RosterWindow) {
    self.window = window
  }

  struct Result {
    var value: Double
    /// By row of the window.
    var rowPrices: [Double]
    /// By person of the window.
    var personPrices: [Double]
    /// By column.
    var shares: [Double]
    var reducedCosts: [Double]
    var iterations: Int
  }

  mutating func add(_ column: RosterColumn) {
    columns.append(column)
    states.append(SimplexBasis.atLower)
  }

  /// - Parameter isBanned: by column; banned columns leave once they are not basic.
  mutating func solve(
    isBanned: [Bool], isCancelled: @escaping @Sendable () -> Bool
  ) throws(SolverError) -> Result? {
    var program = LinearProgram()
    let rowCount = window.rows.count
    let slacks = 2 * rowCount
    for row in window.rows {
      let cover = window.tables.rows[Int(row)]
      program.addColumn(cost: Double(cover.under))
      program.addColumn(cost: Double(cover.over))
    }
    for (index, column) in columns.enumerated() {
      program.addColumn(cost: isBanned[index] ? ColumnMaster.banned : Double(column.cost))
    }
    for (place, wanted) in window.wanted.enumerated() {
      program.addRow(lower: Double(wanted), upper: Double(wanted), [(2 * place, 1), (2 * place + 1, -1)])
    }
    for _ in window.people { program.addRow(lower: 1, upper: 1, []) }
    for (index, column) in columns.enumerated() {
      for row in column.rows { program.addCoefficient(1, row: Int(row), column: slacks + index) }
      program.addCoefficient(1, row: rowCount + column.person, column: slacks + index)
    }
    var options = SolverOptions()
    options.isCancelled = isCancelled
    if var basis {
      basis.columns = Array(basis.columns[..<slacks]) + states
      options.basis = basis
    }
    let outcome = try GLPKSolver.solve(program, options: options)
    if outcome.status == .cancelled { return nil }
    guard outcome.status == .optimal, let value = outcome.objective else {
      throw .failed("the master program ended as \(outcome.status)")
    }
    basis = outcome.basis
    if let basis { states = Array(basis.columns[slacks...]) }
    return Result(
      value: value + Double(window.constant), rowPrices: Array(outcome.rowDuals[..<rowCount]),
      personPrices: Array(outcome.rowDuals[rowCount...]), shares: Array(outcome.values[slacks...]),
      reducedCosts: Array(outcome.reducedCosts[slacks...]), iterations: outcome.iterations)
  }

  /// Drops columns that are not basic.
  ///
  /// - Returns: which were kept.
  mutating func drop(where isDropped: (Int) -> Bool) -> [Int] {
    let kept = columns.indices.filter { states[$0] == SimplexBasis.basic || !isDropped($0) }
    columns = kept.map { columns[$0] }
    states = kept.map { states[$0] }
    return kept
  }
}
