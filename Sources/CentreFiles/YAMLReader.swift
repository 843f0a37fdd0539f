internal import Foundation
internal import Vocabulary
internal import Yams

/// A mapping of a YAML file, read strictly: every key is asked for by name, what is left over is a warning, and each value
/// that does not fit is a problem with its place.
final class YAMLMap {
  let file: String
  let problems: ProblemList
  private let mapping: Node.Mapping
  private let place: Mark?
  private var asked: Set<String> = []

  init(_ mapping: Node.Mapping, file: String, place: Mark?, problems: ProblemList) {
    self.mapping = mapping
    self.file = file
    self.place = place
    self.problems = problems
  }

  /// Parses a whole file; nil where it is no mapping.
  static func parse(_ bytes: [UInt8], file: String, problems: ProblemList) -> YAMLMap? {
    guard let utf8 = TextDecoding.utf8(bytes) else {
      problems.add(
        InputProblem(
          file: file, found: Wording("文件编码无法识别", "the text is in an unknown encoding"),
          expected: Wording("应为 UTF-8 或 GB18030", "expected UTF-8 or GB18030")))
      return nil
    }
    let text = String(decoding: utf8, as: UTF8.self)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return YAMLMap(Node.Mapping([]), file: file, place: nil, problems: problems)
      }
      guard let mapping = node.mapping else {
        problems.add(
          InputProblem(
            file: file, line: node.mark?.line, column: node.mark?.column,
            found: Wording("顶层不是键值表", "the top level is no mapping"),
            expected: Wording("应为 键: 值", "expected key: value lines")))
        return nil
      }
      return YAMLMap(mapping, file: file, place: node.mark, problems: problems)
    } catch {
      problems.add(problem(error, file))
      return nil
    }
  }

  private static func problem(_ error: any Error, _ file: String) -> InputProblem {
    var line: Int?
    var column: Int?
    var text = "\(error)"
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (line, column, text) = (mark.line, mark.column, problem)
      default: break
      }
    }
    let short = text.split(separator: "\n").first.map(String.init) ?? text
    return InputProblem(
      file: file, line: line, column: column,
      found: Wording("YAML 无法解析：\(short)", "the YAML cannot be parsed: \(short)"),
      expected: Wording("应为合法的 YAML", "expected well-formed YAML"))
  }

  // MARK: Values

  func node(_ key: String) -> Node? {
    asked.insert(key)
    guard let node = mapping.first(where: { $0.key.string == key })?.value else { return nil }
    if let scalar = node.scalar, scalar.style == .plain, ["", "null", "~"].contains(scalar.string) { return nil }
    return node
  }

  /// Whether the key is there with an explicit null.
  func isNull(_ key: String) -> Bool {
    asked.insert(key)
    return mapping.contains { $0.key.string == key } && node(key) == nil
  }

  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.scalar?.string { return text }
    return fail(node, key, Wording("应为一段文字", "expected text"))
  }

  func decimal(_ key: String, _ range: ClosedRange<Decimal>, decimals: Int = 8) -> Decimal? {
    guard let node = node(key) else { return nil }
    return decimal(node, key, range, decimals: decimals)
  }

  func decimal(_ node: Node, _ key: String, _ range: ClosedRange<Decimal>, decimals: Int = 8) -> Decimal? {
    guard let text = node.scalar?.string, let value = Decimal(exactly: text) else {
      return fail(node, key, Wording("应为普通小数", "expected a plain decimal number"))
    }
    guard range.contains(value), value == value.rounded(decimals: decimals) else {
      return fail(
        node, key,
        Wording(
          "应在 \(range.lowerBound) 到 \(range.upperBound) 之间，最多 \(decimals) 位小数",
          "expected \(range.lowerBound) to \(range.upperBound) with at most \(decimals) decimals"))
    }
    return value
  }

  func number(_ key: String, _ range: ClosedRange<Decimal>) -> Double? {
    decimal(key, range)?.doubleValue
  }

  func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    decimal(key, Decimal(range.lowerBound)...Decimal(range.upperBound), decimals: 0).map { Int($0.doubleValue) }
  }

  func bool(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.scalar?.string.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return fail(node, key, Wording("应为 true 或 false", "expected true or false"))
    }
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _ type: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let node = node(key) else { return nil }
    if let value = node.scalar.flatMap({ Value(rawValue: $0.string) }) { return value }
    let known = Value.allCases.map(\.rawValue)
    return fail(
      node, key, Wording("应为 \(known.joined(separator: "、")) 之一", "expected one of \(known.joined(separator: ", "))"))
  }

  func map(_ key: String) -> YAMLMap? {
    guard let node = node(key) else { return nil }
    guard let mapping = node.mapping else { return fail(node, key, Wording("应为键值表", "expected a mapping")) }
    return YAMLMap(mapping, file: file, place: node.mark, problems: problems)
  }

  func list(_ key: String) -> [Node]? {
    guard let node = node(key) else { return nil }
    guard let sequence = node.sequence else { return fail(node, key, Wording("应为列表", "expected a list")) }
    return Array(sequence)
  }

  /// The entries of a list that are mappings; others are problems.
  func maps(_ key: String) -> [YAMLMap]? {
    list(key)?.compactMap { node in
      guard let mapping = node.mapping else { return fail(node, key, Wording("应为键值表", "expected a mapping")) }
      return YAMLMap(mapping, file: file, place: node.mark, problems: problems)
    }
  }

  var keys: [String] { mapping.compactMap { $0.key.string } }

  // MARK: Problems

  func missing(_ key: String, _ expected: Wording) {
    problems.add(
      InputProblem(
        file: file, line: place?.line ?? 1, column: place?.column ?? 1,
        found: Wording("缺少 \(key)", "\(key) is missing"), expected: expected))
  }

  @discardableResult
  func fail<Value>(_ node: Node, _ key: String, _ expected: Wording) -> Value? {
    let shown = node.scalar?.string ?? "…"
    problems.add(
      InputProblem(
        file: file, line: node.mark?.line, column: node.mark?.column,
        found: Wording("\(key)：\(shown)", "\(key): \(shown)"), expected: expected))
    return nil
  }

  @discardableResult
  func fail<Value>(_ key: String, _ expected: Wording) -> Value? {
    if let node = mapping.first(where: { $0.key.string == key })?.value { return fail(node, key, expected) }
    missing(key, expected)
    return nil
  }

  /// Warns of keys that nobody asked for.
  func warnOfUnknown() {
    for (key, _) in mapping {
      let name = key.string ?? "?"
      guard !asked.contains(name) else { continue }
      problems.warn(
        InputProblem(
          file: file, line: key.mark?.line, column: key.mark?.column,
          found: Wording("不认识的键 \(name)，已忽略", "unknown key \(name), ignored"),
          expected: Wording(
            "已知的键：\(asked.sorted().joined(separator: "、"))", "known keys: \(asked.sorted().joined(separator: ", "))")))
    }
  }
}
