internal import Foundation
internal import Vocabulary
internal import Yams

/// A change to one of a centre's files, as a study writes it.
///
/// Of a YAML file, `key` is a path: `service.target`, `seats.agent.price`, `indicators[serviceLevel].target`. Of a table, `where` picks
/// rows and `count` the first so many of them.
package struct CentreChange: Sendable, Equatable {
  enum Operation: Sendable, Equatable {
    /// YAML text, or the text of a cell.
    case set(String)
    case factor(Decimal)
    case add(Decimal)
    case remove
  }

  enum Target: Sendable, Equatable {
    case yaml(key: String, Operation)
    case rows(selection: [String: [String]], count: Int?, cells: [(column: String, operation: Operation)])
    case removeRows(selection: [String: [String]], count: Int?)
    /// More of what is there: new people with the columns of others.
    case copyRows(selection: [String: [String]], count: Int)
    case addRows([[String: String]])

    static func == (left: Target, right: Target) -> Bool { "\(left)" == "\(right)" }
  }

  /// `centre`, `rules`, `contract`, or a table: `agents`, `shifts`, `calls`, `adjustments`, …
  var file: String
  var target: Target
  /// As the study has it, in one line.
  package var text: String
  /// Where in the study.
  var line: Int?
  var column: Int?

  static let yamlFiles = ["centre", "rules", "contract"]
  static let tables = [
    "agents", "leave", "previous", "locks", "pairs", "shifts", "events", "adjustments", "calls",
  ]

  func problem(_ found: Wording, _ expected: Wording) -> InputProblem {
    InputProblem(file: "study", line: line, column: column, found: found, expected: expected)
  }
}

extension CentreChange {
  /// Reads one entry of `change:`.
  static func read(_ map: YAMLMap, place: Mark?) -> CentreChange? {
    defer { map.warnOfUnknown() }
    guard let file = map.text("in") else {
      map.missing("in", Wording("应指明文件，如 contract", "expected the file it changes, as contract"))
      return nil
    }
    func change(_ target: Target, _ text: String) -> CentreChange {
      CentreChange(file: file, target: target, text: "\(file) \(text)", line: place?.line, column: place?.column)
    }
    if yamlFiles.contains(file) {
      guard let key = map.text("key") else {
        map.missing("key", Wording("应有键，如 seats.agent.price", "expected a key, as seats.agent.price"))
        return nil
      }
      guard let (operation, text) = operation(map) else { return nil }
      return change(.yaml(key: key, operation), "\(key) \(text)")
    }
    guard tables.contains(file) else {
      return map.fail(
        "in",
        Wording(
          "应为 \((yamlFiles + tables).joined(separator: "、"))",
          "expected one of \((yamlFiles + tables).joined(separator: ", "))"))
    }
    return rows(map).map { change($0.0, $0.1) }
  }

  private static func operation(_ map: YAMLMap) -> (Operation, String)? {
    let range: ClosedRange<Decimal> = -1_000_000_000...1_000_000_000
    if let factor = map.decimal("factor", range) { return (.factor(factor), "× \(factor)") }
    if let amount = map.decimal("add", range) { return (.add(amount), amount < 0 ? "− \(-amount)" : "+ \(amount)") }
    if map.bool("remove") == true { return (.remove, "−") }
    if let node = map.node("set"), let text = try? Yams.serialize(node: node) {
      let shown = text.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "\n").joined(separator: " ")
      return (.set(text), "= \(shown)")
    }
    map.missing("set", Wording("应有 set、factor、add 或 remove 之一", "expected one of set, factor, add, remove"))
    return nil
  }

  private static func rows(_ map: YAMLMap) -> (Target, String)? {
    if let entries = map.maps("rows") {
      let rows = entries.map { entry in
        Dictionary(entry.keys.map { ($0, entry.text($0) ?? "") }, uniquingKeysWith: { first, _ in first })
      }
      return (.addRows(rows), "+ \(rows.count)")
    }
    let (selection, shown) = selection(map)
    let count = map.whole("count", 1...1_000_000)
    let chosen = [shown, count.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    if map.bool("remove") == true { return (.removeRows(selection: selection, count: count), "\(chosen) −") }
    if map.bool("copy") == true { return (.copyRows(selection: selection, count: count ?? 1), "\(chosen) +") }
    var cells: [(column: String, operation: Operation)] = []
    var words: [String] = []
    for verb in ["set", "factor", "add"] {
      guard let columns = map.map(verb) else { continue }
      for column in columns.keys {
        if verb == "set" {
          let value = columns.text(column) ?? ""
          cells.append((column, .set(value)))
          words.append("\(column) = \(value)")
        } else if let value = columns.decimal(column, -1_000_000_000...1_000_000_000) {
          cells.append((column, verb == "factor" ? .factor(value) : .add(value)))
          words.append("\(column) \(verb == "factor" ? "×" : "+") \(value)")
        }
      }
    }
    guard !cells.isEmpty else {
      map.missing(
        "set",
        Wording("应有 set、factor、add、remove、copy 或 rows 之一", "expected one of set, factor, add, remove, copy, rows"))
      return nil
    }
    return (.rows(selection: selection, count: count, cells: cells), ([chosen] + words).joined(separator: " "))
  }

  private static func selection(_ map: YAMLMap) -> ([String: [String]], String) {
    guard let entries = map.map("where") else { return ([:], "") }
    var selection: [String: [String]] = [:]
    for column in entries.keys {
      if let node = entries.node(column), let list = node.sequence {
        selection[column] = list.compactMap { $0.scalar?.string }
      } else {
        selection[column] = [entries.text(column) ?? ""]
      }
    }
    let shown = selection.keys.sorted().map { "\($0)=\((selection[$0] ?? []).joined(separator: "/"))" }
    return (selection, shown.joined(separator: " "))
  }
}
