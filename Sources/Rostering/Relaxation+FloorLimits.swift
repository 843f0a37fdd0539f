internal import Solving

/// Seats (R9) or leads (R11) in one half-hour: the most of a weighed sum of the relaxation's columns.
struct FloorLimit {
  var slot: Int
  var isOfLeads: Bool
  var upper: Double
  var terms: [(column: Int, coefficient: Double)]

  /// How far a point is above the limit; below 0 within it.
  func excess(at values: [Double]) -> Double {
    terms.reduce(-upper) { $0 + $1.coefficient * values[$1.column] }
  }
}

/// There are two such limits in each half-hour, half of all coefficients of the program, and few of them cost anything. So
/// GLPK sees those alone that some point came near to: the optimum is the same, in three quarters of the time.
extension Relaxation {
  /// A limit becomes a row with the others that stand so near to it, as a share of the limit: otherwise the next point
  /// would break those instead.
  private static let nearness = 0.03

  /// The optimum under all limits, and those that are rows, after the rows of the program.
  ///
  /// - Parameter tolerance: share of the optimum below which what the last limits cost is not pursued further.
  func solveCounting(
    from start: Start?, tolerance: Double, isCancelled: @escaping @Sendable () -> Bool
  ) throws(SolverError) -> (outcome: SolverOutcome, limits: [Int])? {
    var program = program
    var options = SolverOptions()
    options.relaxesIntegers = true
    options.isCancelled = isCancelled
    var limits = start?.limits.filter(floorLimits.indices.contains) ?? []
    for limit in limits { program.addRow(upper: floorLimits[limit].upper, floorLimits[limit].terms) }
    if let basis = start?.basis, basis.rows.count == program.rowCount, basis.columns.count == program.columnCount {
      options.basis = basis
    }
    var isRow = [Bool](repeating: false, count: floorLimits.count)
    for limit in limits { isRow[limit] = true }
    var before = -Double.infinity
    while true {
      let outcome = try GLPKSolver.solve(program, options: options)
      guard outcome.status == .optimal, let objective = outcome.objective else { return nil }
      // Without a tolerance rounding must not end it.
      if tolerance > 0 && objective - before < tolerance * abs(objective) { return (outcome, limits) }
      before = objective
      let excess = floorLimits.indices.map { isRow[$0] ? -.infinity : floorLimits[$0].excess(at: outcome.values) }
      guard zip(excess, floorLimits).contains(where: { $0 > 1e-6 * max(1, abs($1.upper)) }) else {
        return (outcome, limits)
      }
      options.basis = outcome.basis
      for (limit, excess) in excess.enumerated()
      where excess > -Relaxation.nearness * max(1, abs(floorLimits[limit].upper)) {
        isRow[limit] = true
        limits.append(limit)
        program.addRow(upper: floorLimits[limit].upper, floorLimits[limit].terms)
        options.basis?.rows.append(SimplexBasis.basic)
      }
    }
  }
}
