internal import CGLPK

/// GLPK (GNU Linear Programming Kit) behind one call that cannot take the process down.
///
/// The call blocks its thread; it must not be made from Swift's cooperative pool. Two calls on two threads are
/// independent of each other.
package enum GLPKSolver {
  /// Solves a program: primal simplex with projected steepest edge, then branch and bound where columns are integer.
  package static func solve(
    _ program: LinearProgram, options: SolverOptions = SolverOptions()
  ) throws(SolverError) -> SolverOutcome {
    if let defect = program.defect { throw .invalidModel(defect) }
    if let incumbent = options.incumbent, incumbent.count != program.columnCount {
      throw .invalidModel("the incumbent has \(incumbent.count) values for \(program.columnCount) columns")
    }
    if let basis = options.basis,
      basis.rows.count != program.rowCount || basis.columns.count != program.columnCount
        || !(basis.rows + basis.columns).allSatisfy({ (1...5).contains($0) })
    {
      throw .invalidModel("the basis does not fit \(program.rowCount) rows and \(program.columnCount) columns")
    }
    if options.isCancelled?() ?? false { return SolverOutcome(status: .cancelled) }
    if program.hasCrossedBounds { return SolverOutcome(status: .infeasible) }
    if program.columnCount == 0 { return answerWithoutColumns(program) }
    return try run(program, options)
  }

  /// Writes a program to a file that other solvers read.
  package static func write(_ program: LinearProgram, path: String, format: ModelFormat) throws(SolverError) {
    if let defect = program.defect { throw .invalidModel(defect) }
    let code = withModel(program) { model in
      withUnsafePointer(to: model) { glpk_write_model($0, path, format == .mps ? 0 : 1) }
    }
    if code != 0 { throw .cannotWrite(path: path) }
  }

  package enum ModelFormat: Sendable {
    case mps, lp
  }

  private static func answerWithoutColumns(_ program: LinearProgram) -> SolverOutcome {
    let holds = zip(program.rowLower, program.rowUpper).allSatisfy { $0 <= 0 && $1 >= 0 }
    guard holds else { return SolverOutcome(status: .infeasible) }
    return SolverOutcome(
      status: .optimal, objective: 0, bound: 0, rowDuals: [Double](repeating: 0, count: program.rowCount))
  }

  private static func run(
    _ program: LinearProgram, _ options: SolverOptions
  ) throws(SolverError) -> SolverOutcome {
    var values = [Double](repeating: 0, count: program.columnCount)
    var rowDuals = [Double](repeating: 0, count: program.rowCount)
    var reducedCosts = [Double](repeating: 0, count: program.columnCount)
    var basis = SimplexBasis(rowCount: program.rowCount, columnCount: program.columnCount)
    let poll = Poll(isCancelled: options.isCancelled)
    var result = glpk_result()
    withExtendedLifetime(poll) {
      values.withUnsafeMutableBufferPointer { values in
        rowDuals.withUnsafeMutableBufferPointer { duals in
          reducedCosts.withUnsafeMutableBufferPointer { reduced in
            result.values = values.baseAddress
            result.row_duals = duals.baseAddress
            result.reduced_costs = reduced.baseAddress
            basis.withPointers { rows, columns in
              result.row_basis = rows
              result.column_basis = columns
              withModel(program) { model in
                withControls(options, poll) { controls in
                  var model = model
                  var controls = controls
                  glpk_solve_model(&model, &controls, &result)
                }
              }
            }
          }
        }
      }
    }
    let status = try status(of: result)
    let hasPoint = status == .optimal || status == .feasible
    let isLinear = options.relaxesIntegers || !program.isInteger.contains(1)
    return SolverOutcome(
      status: status, objective: hasPoint ? result.objective : nil, bound: result.bound.isNaN ? nil : result.bound,
      values: hasPoint ? values : [], rowDuals: status == .optimal && isLinear ? rowDuals : [],
      reducedCosts: status == .optimal && isLinear ? reducedCosts : [], basis: hasPoint && isLinear ? basis : nil,
      iterations: Int(result.iterations), nodes: Int(result.nodes))
  }

  private static func status(of result: glpk_result) throws(SolverError) -> SolverStatus {
    switch Int(result.status) {
    case GLPK_OPTIMAL: return .optimal
    case GLPK_FEASIBLE: return .feasible
    case GLPK_INFEASIBLE: return .infeasible
    case GLPK_UNBOUNDED: return .unbounded
    case GLPK_NO_POINT: return .noPointFound
    case GLPK_CANCELLED: return .cancelled
    case GLPK_OUT_OF_MEMORY: throw .outOfMemory
    default:
      var message = result.message
      throw .failed(
        withUnsafePointer(to: &message) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
  }

  private static func withControls<Result>(
    _ options: SolverOptions, _ poll: Poll, _ body: (glpk_options) -> Result
  ) -> Result {
    var controls = glpk_options()
    controls.time_limit_milliseconds = options.timeLimitSeconds.map { Int32(clamping: Int($0 * 1000)) } ?? 0
    controls.memory_limit_megabytes = Int32(clamping: options.memoryLimitMegabytes ?? 0)
    controls.iteration_limit = Int32(clamping: options.iterationLimit ?? 0)
    controls.node_limit = Int32(clamping: options.nodeLimit ?? 0)
    controls.relative_gap = options.relativeGap
    controls.relax_integers = options.relaxesIntegers ? 1 : 0
    controls.cuts = options.usesCuts ? 1 : 0
    controls.context = Unmanaged.passUnretained(poll).toOpaque()
    controls.poll = { context in
      guard let context else { return 0 }
      let poll = Unmanaged<Poll>.fromOpaque(context).takeUnretainedValue()
      return poll.isCancelled?() ?? false ? Int32(GLPK_STOP) : Int32(GLPK_CONTINUE)
    }
    if var basis = options.basis {
      var bare = options
      bare.basis = nil
      return basis.withPointers { rows, columns in
        withControls(bare, poll) { controls in
          var controls = controls
          controls.row_basis = UnsafePointer(rows)
          controls.column_basis = UnsafePointer(columns)
          return body(controls)
        }
      }
    }
    guard let incumbent = options.incumbent else { return body(controls) }
    return incumbent.withUnsafeBufferPointer {
      controls.incumbent = $0.baseAddress
      return body(controls)
    }
  }

  private static func withModel<Result>(_ program: LinearProgram, _ body: (glpk_model) -> Result) -> Result {
    let columnNames = program.keepsNames ? CStrings(program.columnNames) : nil
    let rowNames = program.keepsNames ? CStrings(program.rowNames) : nil
    return withExtendedLifetime((columnNames, rowNames)) {
      var model = glpk_model()
      model.rows = Int32(program.rowCount)
      model.columns = Int32(program.columnCount)
      model.nonzeros = Int32(program.nonzeroCount)
      if let columnNames { model.column_names = UnsafePointer(columnNames.pointer) }
      if let rowNames { model.row_names = UnsafePointer(rowNames.pointer) }
      return program.objective.withUnsafeBufferPointer { objective in
        program.columnLower.withUnsafeBufferPointer { columnLower in
          program.columnUpper.withUnsafeBufferPointer { columnUpper in
            program.isInteger.withUnsafeBufferPointer { isInteger in
              program.rowLower.withUnsafeBufferPointer { rowLower in
                program.rowUpper.withUnsafeBufferPointer { rowUpper in
                  program.rowIndex.withUnsafeBufferPointer { rowIndex in
                    program.columnIndex.withUnsafeBufferPointer { columnIndex in
                      program.value.withUnsafeBufferPointer { value in
                        model.objective = objective.baseAddress
                        model.column_lower = columnLower.baseAddress
                        model.column_upper = columnUpper.baseAddress
                        model.is_integer = isInteger.baseAddress
                        model.row_lower = rowLower.baseAddress
                        model.row_upper = rowUpper.baseAddress
                        model.row_index = rowIndex.baseAddress
                        model.column_index = columnIndex.baseAddress
                        model.value = value.baseAddress
                        return body(model)
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// What the C side asks back.
private final class Poll {
  let isCancelled: (@Sendable () -> Bool)?

  init(isCancelled: (@Sendable () -> Bool)?) {
    self.isCancelled = isCancelled
  }
}

extension SimplexBasis {
  fileprivate mutating func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?) -> Result
  ) -> Result {
    rows.withUnsafeMutableBufferPointer { rows in
      columns.withUnsafeMutableBufferPointer { columns in body(rows.baseAddress, columns.baseAddress) }
    }
  }
}

extension SolverOutcome {
  /// An outcome without a point of a program's size.
  init(status: SolverStatus, objective: Double? = nil, bound: Double? = nil, rowDuals: [Double] = []) {
    self.init(
      status: status, objective: objective, bound: bound, values: [], rowDuals: rowDuals, reducedCosts: [],
      basis: nil, iterations: 0, nodes: 0)
  }
}
