/// Something wrong in an input: where it is, what was found, what was expected.
package struct InputProblem: Sendable, Hashable {
  /// The file as the user knows it, relative to the centre's folder; with a sheet's name for a workbook.
  package var file: String
  /// From 1; nil where the whole file is meant.
  package var line: Int?
  package var column: Int?
  package var found: Wording
  package var expected: Wording

  package init(file: String, line: Int? = nil, column: Int? = nil, found: Wording, expected: Wording) {
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }

  /// `file:line:column: what is wrong; what was expected`.
  package func text(_ language: Language) -> String {
    let place = [file, "\(line ?? 1)", "\(column ?? 1)"].joined(separator: ":")
    return place + ": " + found.text(language) + (language == .chinese ? "；" : "; ") + expected.text(language)
  }
}

/// Input that is refused whole: every problem found, in the order of files and lines.
package struct InputProblems: Error, Sendable, Equatable {
  package var problems: [InputProblem]

  package init(_ problems: [InputProblem]) {
    self.problems = problems
  }
}
