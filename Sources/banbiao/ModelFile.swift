import CentreFiles
import Rostering
import Solving

/// A month's whole program in a file that other solvers read.
enum ModelFile {
  /// - Parameter path: the ending says the format, `.mps` or `.lp`.
  static func write(_ problem: RosterProblem, to path: String) throws {
    let isMPS = path.lowercased().hasSuffix(".mps")
    guard isMPS || path.lowercased().hasSuffix(".lp") else {
      throw Failure(.usage, ["--export-model \(path): .mps / .lp"])
    }
    do {
      try GLPKSolver.write(WholeProgram(problem, keepsNames: true).program, path: path, format: isMPS ? .mps : .lp)
    } catch {
      throw CannotWrite(path: path, reason: "\(error)")
    }
  }
}
