internal import Vocabulary

/// Reads comma separated values by RFC 4180, strictly: quotes that are not closed or stand inside a field are problems.
struct CSVReader {
  /// Longer lines are refused: no table of ours has them, and a damaged file should not fill the memory.
  static let longestLine = 1 << 20

  private let bytes: [UInt8]
  private let file: String
  private let problems: ProblemList
  private var at = 0
  private var line: Int32 = 1
  private var lineStart = 0
  /// A place whose column is known, so that a line is not counted anew for each of its fields.
  private var counted: (index: Int, column: Int32) = (0, 1)

  private init(_ bytes: [UInt8], file: String, problems: ProblemList) {
    self.bytes = bytes
    self.file = file
    self.problems = problems
  }

  /// - Returns: nil where the text is no table; the problems say why.
  static func read(_ bytes: [UInt8], file: String, problems: ProblemList) -> Table? {
    guard let text = TextDecoding.utf8(bytes) else {
      problems.add(
        InputProblem(
          file: file, found: Wording("文件编码无法识别", "the text is in an unknown encoding"),
          expected: Wording("应为 UTF-8 或 GB18030", "expected UTF-8 or GB18030")))
      return nil
    }
    var reader = CSVReader(text, file: file, problems: problems)
    return reader.table()
  }

  private mutating func table() -> Table? {
    let before = problems.problems.count
    guard let header = record(fields: 0) else {
      if problems.problems.count == before {
        problem(1, Wording("文件是空的", "the file is empty"), Wording("应有表头行", "expected a header row"))
      }
      return nil
    }
    var table = Table(file: file, header: header, rows: [])
    while let cells = record(fields: header.count) {
      if cells.count == 1 && cells[0].text.isEmpty { continue }
      if cells.count != header.count {
        problems.add(
          InputProblem(
            file: file, line: Int(cells[0].line), column: Int(cells[min(cells.count, header.count) - 1].column),
            found: Wording("本行有 \(cells.count) 列", "the row has \(cells.count) fields"),
            expected: Wording("表头有 \(header.count) 列", "the header has \(header.count)")))
        if problems.problems.count - before > 1000 { return nil }
        continue
      }
      table.rows.append(cells)
    }
    return isStopped ? nil : table
  }

  private var isStopped = false

  /// The next row, or nil at the end or where reading cannot go on.
  ///
  /// - Parameter count: of fields to expect.
  private mutating func record(fields count: Int) -> [Table.Cell]? {
    guard at < bytes.count, !isStopped else { return nil }
    var cells: [Table.Cell] = []
    cells.reserveCapacity(count)
    while true {
      let cellLine = line
      let cellColumn = column(of: at)
      guard let text = field() else { return nil }
      cells.append(Table.Cell(text: text, line: cellLine, column: cellColumn))
      guard at < bytes.count else { return cells }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      endLine()
      return cells
    }
  }

  private mutating func endLine() {
    if bytes[at] == UInt8(ascii: "\r") {
      at += 1
      if at < bytes.count && bytes[at] == UInt8(ascii: "\n") { at += 1 }
    } else {
      at += 1
    }
    line += 1
    lineStart = at
  }

  private mutating func field() -> String? {
    if at < bytes.count && bytes[at] == UInt8(ascii: "\"") { return quotedField() }
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return String(decoding: bytes[start..<at], as: UTF8.self)
      case UInt8(ascii: "\""):
        return stop(
          Wording("字段中间出现引号", "a quote inside a field"),
          Wording("含引号的字段应整体加引号并双写引号", "expected the whole field in quotes, quotes doubled"))
      case 0:
        return stop(Wording("出现空字节", "a NUL byte"), Wording("应为文本文件", "expected a text file"))
      default:
        at += 1
        if at - lineStart > CSVReader.longestLine { return tooLong() }
      }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func quotedField() -> String? {
    let opening = at
    let openingLine = line
    let openingLineStart = lineStart
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        if at < bytes.count && bytes[at] == UInt8(ascii: "\"") {
          text.append(byte)
          at += 1
          continue
        }
        if at < bytes.count && ![UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[at]) {
          return stop(
            Wording("引号之后还有文字", "text after a closing quote"),
            Wording("引号之后应为逗号或行尾", "expected a comma or the end of the line"))
        }
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = at + 1
      }
      text.append(byte)
      at += 1
      if at - opening > CSVReader.longestLine { break }
    }
    line = openingLine
    lineStart = openingLineStart
    at = opening
    return stop(Wording("引号没有闭合", "a quote is never closed"), Wording("应有结束引号", "expected a closing quote"))
  }

  private mutating func tooLong() -> String? {
    stop(
      Wording("一行超过 \(CSVReader.longestLine) 字节", "a line is longer than \(CSVReader.longestLine) bytes"),
      Wording("应为逗号分隔的表格", "expected a comma separated table"))
  }

  private mutating func stop(_ found: Wording, _ expected: Wording) -> String? {
    isStopped = true
    problem(column(of: at), found, expected)
    return nil
  }

  private func problem(_ column: Int32, _ found: Wording, _ expected: Wording) {
    problems.add(InputProblem(file: file, line: Int(line), column: Int(column), found: found, expected: expected))
  }

  /// Characters from the start of the line, from 1.
  private mutating func column(of index: Int) -> Int32 {
    if counted.index < lineStart || counted.index > index { counted = (lineStart, 1) }
    let end = min(index, bytes.count)
    while counted.index < end {
      if bytes[counted.index] & 0xC0 != 0x80 { counted.column += 1 }
      counted.index += 1
    }
    return counted.column
  }
}
