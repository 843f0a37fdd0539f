internal import Foundation
internal import Vocabulary

/// A field of a line with the place where it begins.
struct SectionField {
  var text: String
  var line: Int
  var column: Int
}

/// The lines of a file of sections: `SECTION_NAME`, then comma-separated fields; `#` begins a comment line.
struct SectionLines {
  let file: String
  let problems: ProblemList
  private(set) var sections: [String: [[SectionField]]] = [:]
  private(set) var lastLine = 1

  init(_ text: String, file: String, names: [String], problems: ProblemList) {
    self.file = file
    self.problems = problems
    var current: String?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.hasSuffix("\r") ? raw.dropLast() : raw
      let number = index + 1
      lastLine = number
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      let fields = SectionLines.fields(line, separator: ",", line: number, column: 1)
      if trimmed.hasPrefix("SECTION_") {
        current = open(trimmed, fields[0], names)
      } else if let current {
        sections[current]?.append(fields)
      } else if sections.isEmpty {
        add(
          fields[0], Wording("行 \(trimmed) 不在任何段内", "the line \(trimmed) stands in no section"),
          Wording("应先有 SECTION_HORIZON", "expected SECTION_HORIZON first"))
        return
      }
    }
    for name in names where sections[name] == nil {
      problems.add(
        InputProblem(
          file: file, line: lastLine, column: 1, found: Wording("缺少 \(name)", "\(name) is missing"),
          expected: Wording(
            "应有各段：\(names.joined(separator: "、"))", "expected the sections \(names.joined(separator: ", "))")))
    }
  }

  /// - Returns: the section whose lines follow; nil where it is none, its lines are passed over.
  private mutating func open(_ name: String, _ field: SectionField, _ names: [String]) -> String? {
    guard names.contains(name) else {
      add(
        field, Wording("不认识的段 \(name)", "unknown section \(name)"),
        Wording("已知的段：\(names.joined(separator: "、"))", "known sections: \(names.joined(separator: ", "))"))
      return nil
    }
    guard sections[name] == nil else {
      add(field, Wording("\(name) 出现两次", "\(name) is there twice"), Wording("每段只应出现一次", "expected each section once"))
      return nil
    }
    sections[name] = []
    return name
  }

  /// Parts of a text with their columns, without the space around them.
  static func fields(_ text: Substring, separator: Character, line: Int, column: Int) -> [SectionField] {
    var next = column
    return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
      let lead = part.prefix { $0 == " " || $0 == "\t" }.count
      defer { next += part.count + 1 }
      return SectionField(
        text: part.trimmingCharacters(in: .whitespaces), line: line, column: next + lead)
    }
  }

  func add(_ field: SectionField, _ found: Wording, _ expected: Wording) {
    problems.add(InputProblem(file: file, line: field.line, column: field.column, found: found, expected: expected))
  }

  /// A whole number that is not negative; the public instances also write 0 as `-0`.
  func number(_ field: SectionField, in range: ClosedRange<Int>) -> Int? {
    let digits = field.text.hasPrefix("-") ? field.text.dropFirst() : field.text[...]
    let isDigits = !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    if isDigits, let value = Int(field.text), range.contains(value) { return value }
    add(
      field, Wording("“\(field.text)”不是可用的数", "“\(field.text)” is no usable number"),
      Wording(
        "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  /// The place of a name in an index; a problem where it is unknown.
  func lookup(_ field: SectionField, in index: [String: Int], _ what: Wording) -> Int? {
    if let found = index[field.text] { return found }
    add(
      field, Wording("不认识的\(what.chinese)“\(field.text)”", "unknown \(what.english) “\(field.text)”"),
      Wording("应为已列出的\(what.chinese)", "expected a \(what.english) that is listed in its section"))
    return nil
  }

  /// Whether a line has so many fields; a problem where not.
  func has(_ count: Int, _ fields: [SectionField], _ form: String) -> Bool {
    if fields.count == count { return true }
    let place = fields[min(count, fields.count) - 1]
    add(
      place, Wording("有 \(fields.count) 个字段", "the line has \(fields.count) fields"),
      Wording("应有 \(count) 个：\(form)", "expected \(count): \(form)"))
    return false
  }
}
