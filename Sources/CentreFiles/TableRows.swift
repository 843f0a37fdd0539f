internal import Foundation
internal import Vocabulary

/// The columns of a table, found by name, and its rows as values with a place.
///
/// A reference, since each of 100,000 rows and more holds it.
final class TableRows {
  let table: Table
  let problems: ProblemList
  /// Few enough that looking through them is faster than hashing a name.
  private let columns: [(name: String, position: Int)]

  /// - Parameters:
  ///   - required: columns that must be there.
  ///   - optional: columns that may be there; all others are ignored with a warning.
  /// - Returns: nil where a column is missing or doubled.
  init?(_ table: Table, required: [String], optional: [String] = [], problems: ProblemList) {
    self.table = table
    self.problems = problems
    var index: [String: Int] = [:]
    var isSound = true
    for (position, cell) in table.header.enumerated() {
      let name = cell.trimmed
      if index[name] != nil {
        problems.add(
          cell.problem(
            table, Wording("列 \(name) 出现两次", "the column \(name) is there twice"),
            Wording("每列只应出现一次", "expected each column once")))
        isSound = false
      } else if required.contains(name) || optional.contains(name) {
        index[name] = position
      } else if !name.isEmpty {
        problems.warn(
          cell.problem(
            table, Wording("不认识的列 \(name)，已忽略", "unknown column \(name), ignored"),
            Wording(
              "已知的列：\((required + optional).joined(separator: "、"))",
              "known columns: \((required + optional).joined(separator: ", "))")))
      }
    }
    for name in required where index[name] == nil {
      problems.add(
        InputProblem(
          file: table.file, line: 1, column: 1, found: Wording("缺少列 \(name)", "the column \(name) is missing"),
          expected: Wording(
            "应有列：\(required.joined(separator: "、"))", "expected the columns \(required.joined(separator: ", "))")))
      isSound = false
    }
    guard isSound else { return nil }
    columns = index.map { ($0.key, $0.value) }
  }

  var rows: [TableRow] { table.rows.map { TableRow(cells: $0, rows: self) } }

  func has(_ column: String) -> Bool { position(column) != nil }

  func position(_ column: String) -> Int? { columns.first { $0.name == column }?.position }
}

extension Table.Cell {
  /// The text without surrounding space. Most cells have none, which is seen much faster than Foundation trims.
  var trimmed: String {
    let bytes = text.utf8
    // Neither begins with a byte that a space could, nor ends with one.
    if let first = bytes.first, let last = bytes.last, (0x21...0x7E).contains(last),
      (0x21...0x7E).contains(first) || first > 0xE3
    {
      return text
    }
    func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      if scalar.isASCII { return scalar == " " || scalar == "\t" }
      // U+3000 is the last of them; Chinese lies beyond.
      return scalar.value <= 0x3000 && scalar.properties.generalCategory == .spaceSeparator
    }
    let scalars = text.unicodeScalars
    return isSpace(scalars.first) || isSpace(scalars.last) ? text.trimmingCharacters(in: .whitespaces) : text
  }

  func problem(_ table: Table, _ found: Wording, _ expected: Wording) -> InputProblem {
    InputProblem(file: table.file, line: Int(line), column: Int(column), found: found, expected: expected)
  }
}

/// One row; reading a value that is not one notes a problem and gives nil.
struct TableRow {
  let cells: [Table.Cell]
  let rows: TableRows

  func cell(_ column: String) -> Table.Cell? { rows.position(column).map { cells[$0] } }

  /// The text without surrounding space; nil where the column is missing or the cell is empty.
  func text(_ column: String) -> String? {
    guard let cell = cell(column) else { return nil }
    let text = cell.trimmed
    return text.isEmpty ? nil : text
  }

  func requiredText(_ column: String) -> String? {
    if let text = text(column) { return text }
    return fail(column, Wording("\(column) 为空", "\(column) is empty"), Wording("应填写", "expected a value"))
  }

  func date(_ column: String) -> CivilDate? {
    guard let text = text(column) else { return nil }
    if let date = CivilDate(text) { return date }
    return fail(
      column, Wording("\(column) 不是日期：\(text)", "\(column) is no date: \(text)"),
      Wording("应为存在的日期，如 2026-12-01", "expected a day that exists, as 2026-12-01"))
  }

  func requiredDate(_ column: String) -> CivilDate? {
    requiredText(column) == nil ? nil : date(column)
  }

  /// The days of `from` and `to`.
  func days() -> ClosedRange<CivilDate>? {
    guard let from = requiredDate("from"), let to = requiredDate("to") else { return nil }
    if from <= to { return from...to }
    return fail(
      "to", Wording("结束 \(to) 早于开始 \(from)", "to \(to) lies before from \(from)"),
      Wording("to 不应早于 from", "expected from ≤ to"))
  }

  func time(_ column: String) -> TimeOfDay? {
    guard let text = text(column) else { return nil }
    if let time = TimeOfDay(text), time.isOnGrid { return time }
    return fail(
      column, Wording("\(column) 不是半小时时刻：\(text)", "\(column) is no half-hour time: \(text)"),
      Wording("应为 HH:00 或 HH:30，可过 24:00，至 48:00", "expected HH:00 or HH:30, past 24:00 up to 48:00 where needed"))
  }

  /// A plain decimal number within a range.
  func decimal(_ column: String, _ range: ClosedRange<Decimal>, decimals: Int = 6) -> Decimal? {
    guard let text = text(column) else { return nil }
    guard let value = Decimal(exactly: text) else {
      return fail(
        column, Wording("\(column) 不是数：\(text)", "\(column) is no number: \(text)"),
        Wording("应为普通小数，不带千分位和指数", "expected a plain decimal number without separators or exponent"))
    }
    guard range.contains(value), value == value.rounded(decimals: decimals) else {
      return fail(
        column, Wording("\(column) 超出范围：\(text)", "\(column) is out of range: \(text)"),
        Wording(
          "应在 \(range.lowerBound) 到 \(range.upperBound) 之间，最多 \(decimals) 位小数",
          "expected \(range.lowerBound) to \(range.upperBound) with at most \(decimals) decimals"))
    }
    return value
  }

  func whole(_ column: String, _ range: ClosedRange<Int>) -> Int? {
    // Most are plain digits, which need no decimal.
    if let text = text(column), let value = decimalNumber(text.utf8), range.contains(value) { return value }
    guard let value = decimal(column, Decimal(range.lowerBound)...Decimal(range.upperBound), decimals: 0) else {
      return nil
    }
    return Int(value.doubleValue)
  }

  /// A non-negative number in fast binary form, for long tables.
  func number(_ column: String) -> Double? {
    guard let text = text(column) else { return nil }
    var mantissa = 0.0
    var scale = 1.0
    var isFraction = false
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa * 10 + Double(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
        digits += 1
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: digits = .min
      }
    }
    if digits > 0 && digits <= 15 { return mantissa / scale }
    return fail(
      column, Wording("\(column) 不是非负数：\(text)", "\(column) is no number from 0 up: \(text)"),
      Wording("应为不小于 0 的普通小数", "expected a plain decimal number, 0 or more"))
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ column: String, _ type: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let text = requiredText(column) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    return fail(
      column, Wording("\(column) 不认识：\(text)", "\(column) is unknown: \(text)"),
      Wording("应为 \(known.joined(separator: "、")) 之一", "expected one of \(known.joined(separator: ", "))"))
  }

  @discardableResult
  func fail<Value>(_ column: String, _ found: Wording, _ expected: Wording) -> Value? {
    let cell = cell(column) ?? cells[0]
    rows.problems.add(cell.problem(rows.table, found, expected))
    return nil
  }

  func warn(_ column: String, _ found: Wording, _ expected: Wording) {
    rows.problems.warn((cell(column) ?? cells[0]).problem(rows.table, found, expected))
  }
}
