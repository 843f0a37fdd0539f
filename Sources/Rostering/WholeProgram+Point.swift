internal import Solving
package import Vocabulary

extension WholeProgram {
  /// The roster of a point that another solver found.
  ///
  /// - Parameter point: values by column name, of a program that keeps its names; columns that are not in it are 0.
  package func roster(_ point: [String: Double]) -> Roster {
    problem.roster(assignment(program.columnNames.map { point[$0] ?? 0 }))
  }
}
