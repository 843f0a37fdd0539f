import Foundation
import Solving
import Testing

/// The solver's contract: why it stopped, whether there is a point, and that nothing takes the process down.
@Suite struct GLPKSolverTests {
  /// max 3x + 2y with x + y ≤ 4, x + 3y ≤ 6, x ≤ 3: the corner (3, 1), value 11.
  private func corner(integer: Bool = false) -> LinearProgram {
    var program = LinearProgram()
    let x = program.addColumn(cost: -3, upper: 3, integer: integer)
    let y = program.addColumn(cost: -2, integer: integer)
    program.addRow(upper: 4, [(x, 1), (y, 1)])
    program.addRow(upper: 6, [(x, 1), (y, 3)])
    return program
  }

  @Test func linearProgramReachesItsCornerWithDuals() throws {
    let outcome = try GLPKSolver.solve(corner())
    #expect(outcome.status == .optimal)
    #expect(abs(outcome.objective! + 11) < 1e-9)
    #expect(outcome.values.elementsEqual([3, 1]) { abs($0 - $1) < 1e-9 })
    // Strong duality: row duals × right-hand sides + reduced cost of x × its bound = −11.
    #expect(abs(outcome.rowDuals[0] * 4 + outcome.rowDuals[1] * 6 + outcome.reducedCosts[0] * 3 + 11) < 1e-9)
  }

  @Test func integerProgramIsSolvedToTheProof() throws {
    // max 5x + 4y with 6x + 4y ≤ 24, x + 2y ≤ 6: the relaxation has (3, 1.5) = 21, whole numbers (4, 0) = 20.
    var program = LinearProgram()
    let x = program.addColumn(cost: -5, integer: true)
    let y = program.addColumn(cost: -4, integer: true)
    program.addRow(upper: 24, [(x, 6), (y, 4)])
    program.addRow(upper: 6, [(x, 1), (y, 2)])
    let outcome = try GLPKSolver.solve(program)
    #expect(outcome.status == .optimal)
    #expect(outcome.objective == -20)
    #expect(outcome.bound == -20)
    var relaxed = SolverOptions()
    relaxed.relaxesIntegers = true
    #expect(abs(try GLPKSolver.solve(program, options: relaxed).objective! + 21) < 1e-9)
  }

  @Test func anIncumbentIsNeverMadeWorse() throws {
    var options = SolverOptions()
    options.incumbent = [3, 1]
    options.nodeLimit = 1
    let outcome = try GLPKSolver.solve(corner(integer: true), options: options)
    #expect(outcome.objective! <= -11)
  }

  @Test func infeasibleAndUnboundedAreStatuses() throws {
    var infeasible = corner()
    infeasible.addRow(lower: 10, [(0, 1)])
    #expect(try GLPKSolver.solve(infeasible).status == .infeasible)
    var crossed = LinearProgram()
    crossed.addColumn(cost: 1, lower: 2, upper: 1)
    #expect(try GLPKSolver.solve(crossed).status == .infeasible)
    var unbounded = LinearProgram()
    let x = unbounded.addColumn(cost: -1)
    unbounded.addRow(lower: 0, [(x, 1)])
    #expect(try GLPKSolver.solve(unbounded).status == .unbounded)
  }

  @Test func emptyProgramsHaveAnswers() throws {
    #expect(try GLPKSolver.solve(LinearProgram()).status == .optimal)
    var program = LinearProgram()
    program.addRow(lower: 1, [])
    #expect(try GLPKSolver.solve(program).status == .infeasible)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNoneAreRefused(_ number: Double) {
    var cost = LinearProgram()
    cost.addColumn(cost: number)
    #expect(throws: SolverError.self) { try GLPKSolver.solve(cost) }
    var coefficient = corner()
    coefficient.addRow(upper: 1, [(0, number)])
    #expect(throws: SolverError.self) { try GLPKSolver.solve(coefficient) }
    var bound = LinearProgram()
    bound.addColumn(cost: 1, lower: .nan)
    #expect(throws: SolverError.self) { try GLPKSolver.solve(bound) }
  }

  @Test func indicesOutsideOfTheProgramAreRefused() {
    var program = corner()
    program.addCoefficient(1, row: 0, column: 7)
    #expect(throws: SolverError.self) { try GLPKSolver.solve(program) }
    var doubled = corner()
    doubled.addCoefficient(2, row: 0, column: 0)
    // The same place twice is a fault GLPK itself reports by aborting: here it is an error.
    #expect(throws: SolverError.self) { try GLPKSolver.solve(doubled) }
  }

  @Test func aFaultDoesNotEndTheProcess() async {
    await #expect(processExitsWith: .success) {
      for _ in 0..<50 {
        var program = LinearProgram()
        let x = program.addColumn(cost: 1)
        program.addRow(lower: 1, [(x, 1)])
        program.addCoefficient(2, row: 0, column: 0)
        _ = try? GLPKSolver.solve(program)
      }
      exit(EXIT_SUCCESS)
    }
  }

  @Test func memoryLimitIsAnError() {
    var options = SolverOptions()
    options.memoryLimitMegabytes = 1
    #expect(throws: SolverError.outOfMemory) { try GLPKSolver.solve(hardProgram(columns: 4_000), options: options) }
  }

  @Test func cancellationAndTimeLimitEndASolve() throws {
    var cancelled = SolverOptions()
    cancelled.isCancelled = { true }
    #expect(try GLPKSolver.solve(hardProgram(columns: 60), options: cancelled).status == .cancelled)
    let began = ContinuousClock().now
    var limited = SolverOptions()
    limited.timeLimitSeconds = 0.2
    _ = try GLPKSolver.solve(hardProgram(columns: 60), options: limited)
    #expect(ContinuousClock().now - began < .seconds(20))
    var nodes = SolverOptions()
    nodes.nodeLimit = 5
    #expect(try GLPKSolver.solve(hardProgram(columns: 60), options: nodes).nodes <= 10)
  }

  @Test func twoSolvesAtOnceDoNotDisturbEachOther() async throws {
    let results = await withTaskGroup(of: Double?.self) { group in
      for _ in 0..<2 {
        group.addTask {
          await withCheckedContinuation { continuation in
            Thread.detachNewThread {
              let sum = (0..<40).reduce(0.0) { sum, _ in
                sum + ((try? GLPKSolver.solve(corner(integer: true)))?.objective ?? 0)
              }
              continuation.resume(returning: sum)
            }
          }
        }
      }
      return await group.reduce(into: [Double?]()) { $0.append($1) }
    }
    #expect(results == [-440, -440])
  }

  @Test func programsAreWrittenForOtherSolvers() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("solving-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var program = LinearProgram(keepsNames: true)
    let x = program.addColumn(cost: 2, upper: 5, integer: true, name: "shifts")
    program.addRow(lower: 3, [(x, 1)], name: "cover")
    let mps = folder.appendingPathComponent("model.mps").path
    let lp = folder.appendingPathComponent("model.lp").path
    try GLPKSolver.write(program, path: mps, format: .mps)
    try GLPKSolver.write(program, path: lp, format: .lp)
    #expect(try String(contentsOfFile: mps, encoding: .utf8).contains("shifts"))
    #expect(try String(contentsOfFile: lp, encoding: .utf8).contains("cover:"))
    #expect(throws: SolverError.cannotWrite(path: "/nowhere/model.mps")) {
      try GLPKSolver.write(program, path: "/nowhere/model.mps", format: .mps)
    }
  }

  /// A knapsack-like program with many equal choices, which branch and bound does not finish quickly.
  private func hardProgram(columns: Int) -> LinearProgram {
    var program = LinearProgram()
    for column in 0..<columns {
      program.addColumn(cost: -Double(100 + column * 37 % 61), upper: 1, integer: true)
    }
    for row in 0..<20 {
      program.addRow(
        upper: Double(columns * 11 + row), (0..<columns).map { ($0, Double(20 + ($0 * 31 + row * 17) % 53)) })
    }
    return program
  }
}
