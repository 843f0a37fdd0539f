package import Vocabulary

/// A table read from a CSV file or a sheet: cells that know where they stood.
package struct Table: Sendable {
  package struct Cell: Sendable {
    package var text: String
    package var line: Int32
    package var column: Int32
  }

  /// As the user knows it: `agents.csv`, or `centre.xlsx[agents]`.
  package var file: String
  package var header: [Cell]
  /// Each as long as the header.
  package var rows: [[Cell]]
}

/// Gathers what is wrong in the inputs, so that all of it can be said at once.
package final class ProblemList {
  package private(set) var problems: [InputProblem] = []
  package private(set) var warnings: [InputProblem] = []

  package init() {}

  package func add(_ problem: InputProblem) { problems.append(problem) }
  package func warn(_ problem: InputProblem) { warnings.append(problem) }

  package func throwIfAny() throws(InputProblems) {
    if !problems.isEmpty { throw InputProblems(problems) }
  }
}
