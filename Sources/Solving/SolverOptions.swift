/// Limits of one solve. Counts of work (`iterationLimit`, `nodeLimit`) keep results repeatable; the clock does not.
package struct SolverOptions: Sendable {
  package var timeLimitSeconds: Double?
  package var memoryLimitMegabytes: Int?
  /// Simplex iterations of the root relaxation.
  package var iterationLimit: Int?
  /// Nodes of the search tree.
  package var nodeLimit: Int?
  /// The search tree ends at this gap between point and bound; 0 = at the proof.
  package var relativeGap = 0.0
  /// Solve without the integrality of columns.
  package var relaxesIntegers = false
  package var usesCuts = false
  /// A feasible point from which the search tree starts.
  package var incumbent: [Double]?
  /// The basis from which the simplex method starts, a state for each row and column; nil = from the slacks.
  package var basis: SimplexBasis?
  /// Asked often from the solving thread; true ends the solve at once.
  package var isCancelled: (@Sendable () -> Bool)?

  package init() {}
}

/// Which columns and rows of a linear program are basic: where the simplex method may go on from.
package struct SimplexBasis: Sendable, Equatable {
  /// GLPK's states.
  package static let basic: UInt8 = 1
  package static let atLower: UInt8 = 2

  package var rows: [UInt8]
  package var columns: [UInt8]

  package init(rows: [UInt8], columns: [UInt8]) {
    self.rows = rows
    self.columns = columns
  }

  /// Every slack basic.
  package init(rowCount: Int, columnCount: Int) {
    self.init(
      rows: [UInt8](repeating: SimplexBasis.basic, count: rowCount),
      columns: [UInt8](repeating: SimplexBasis.atLower, count: columnCount))
  }
}

/// Why a solve ended, and whether there is a point.
package enum SolverStatus: Sendable, Equatable {
  /// The point is proved best.
  case optimal
  /// A point, not proved best: a limit came first.
  case feasible
  /// Proved: no point keeps all rows.
  case infeasible
  case unbounded
  /// A limit came before any point: allow more work.
  case noPointFound
  case cancelled
}

/// What a solve found.
package struct SolverOutcome: Sendable {
  package var status: SolverStatus
  /// Of the point; nil without one.
  package var objective: Double?
  /// No point is better than this; nil where nothing is proved.
  package var bound: Double?
  /// One for each column; empty without a point.
  package var values: [Double]
  /// One for each row, for a linear program solved to optimality; empty otherwise.
  package var rowDuals: [Double]
  package var reducedCosts: [Double]
  /// Of a linear program with a point; nil otherwise.
  package var basis: SimplexBasis?
  package var iterations: Int
  package var nodes: Int
}

/// A solve that could not be carried out. The process is never taken down.
package enum SolverError: Error, Sendable, Equatable {
  /// The program holds a number that is not one, or an index outside of it.
  case invalidModel(String)
  case outOfMemory
  /// GLPK's own words.
  case failed(String)
  case cannotWrite(path: String)
}
