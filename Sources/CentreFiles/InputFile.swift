internal import Foundation
package import Vocabulary

/// A file that must be there and is not: exit 66.
package struct MissingInput: Error, Sendable, Equatable {
  package var path: String

  package init(path: String) {
    self.path = path
  }

  package func text(_ language: Language) -> String {
    language == .chinese ? "找不到 \(path)" : "\(path) does not exist"
  }
}

/// Reads whole files within a limit of size.
enum InputFile {
  static let mostBytes = 512 << 20
  /// A file without a line break in its first bytes is no table, however long it is.
  static let probe = 4 << 20

  /// Reads one CSV file on its own, whole or not at all.
  static func table<Value>(_ path: String, _ body: (Table, ProblemList) -> Value) throws -> Value {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = try bytes(path, name: name, problems: problems),
      let table = CSVReader.read(bytes, file: name, problems: problems)
    else { throw InputProblems(problems.problems) }
    let value = body(table, problems)
    try problems.throwIfAny()
    return value
  }

  /// - Returns: nil where the file cannot be read; the problem says why.
  static func bytes(_ path: String, name: String, problems: ProblemList) throws -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { throw MissingInput(path: path) }
    guard let handle = FileHandle(forReadingAtPath: path), let size = try? handle.seekToEnd() else {
      problems.add(
        InputProblem(
          file: name, found: Wording("无法读取", "it cannot be read"),
          expected: Wording("应为可读的文件", "expected a readable file")))
      return nil
    }
    defer { try? handle.close() }
    guard size <= UInt64(mostBytes) else {
      problems.add(
        InputProblem(
          file: name, found: Wording("文件有 \(size) 字节", "the file has \(size) bytes"),
          expected: Wording("最多 \(mostBytes) 字节", "expected at most \(mostBytes)")))
      return nil
    }
    try? handle.seek(toOffset: 0)
    let head = (try? handle.read(upToCount: probe)) ?? Data()
    if size > UInt64(probe) && !head.contains(UInt8(ascii: "\n")) && !head.contains(UInt8(ascii: "\r")) {
      problems.add(
        InputProblem(
          file: name, line: 1, column: 1,
          found: Wording("第一行超过 \(probe) 字节", "the first line is longer than \(probe) bytes"),
          expected: Wording("应为分行的文本", "expected text in lines")))
      return nil
    }
    return [UInt8](head) + [UInt8]((try? handle.readToEnd()) ?? Data())
  }
}
