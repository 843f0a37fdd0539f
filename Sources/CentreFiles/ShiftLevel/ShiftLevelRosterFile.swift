package import Vocabulary

/// A roster of whole shifts as a table: a line for each person, a column for each day from 0, an empty cell for a day off.
package enum ShiftLevelRosterFile {
  package static func text(_ roster: ShiftLevelRoster, of problem: ShiftLevelProblem) -> String {
    let header = (["staff"] + (0..<problem.dayCount).map(String.init)).joined(separator: ",") + "\n"
    return zip(problem.people, roster.shifts).reduce(into: header) { text, line in
      let cells = line.1.map { shift in shift.map { problem.shifts[$0].name } ?? "" }
      text += ([line.0.name] + cells).joined(separator: ",") + "\n"
    }
  }
}
