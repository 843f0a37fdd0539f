internal import Foundation
internal import Vocabulary
internal import Yams

/// Changes at a path in a YAML document: `a.b`, `list[name].c` for the entry of a list whose `name` or `kind` it is, `list[2]` by place
/// from 0.
enum YAMLPath {
  enum Step: Equatable {
    case key(String)
    case entry(String)
  }

  static func steps(_ path: String) -> [Step] {
    path.split(separator: ".").flatMap { part -> [Step] in
      let pieces = part.split(separator: "[")
      return [.key(String(pieces[0]))]
        + pieces.dropFirst().map { .entry(String($0.drop { $0 == "]" }.prefix { $0 != "]" })) }
    }
  }

  /// - Returns: nil where the path leads nowhere or the operation does not fit what is there.
  static func edit(_ node: Node, _ steps: ArraySlice<Step>, _ operation: CentreChange.Operation) -> Node? {
    guard let step = steps.first else { return apply(operation, node) }
    let rest = steps.dropFirst()
    switch step {
    case .key(let key): return edit(node, key, rest, operation)
    case .entry(let name):
      guard var entries = node.sequence.map(Array.init), let index = position(entries, name) else { return nil }
      if rest.isEmpty, operation == .remove {
        entries.remove(at: index)
      } else {
        guard let edited = edit(entries[index], rest, operation) else { return nil }
        entries[index] = edited
      }
      return Node.sequence(Node.Sequence(entries))
    }
  }

  private static func edit(
    _ node: Node, _ key: String, _ rest: ArraySlice<Step>, _ operation: CentreChange.Operation
  ) -> Node? {
    guard let mapping = node.mapping else { return nil }
    var pairs = mapping.map { ($0.key, $0.value) }
    guard let index = pairs.firstIndex(where: { $0.0.string == key }) else {
      guard case .set = operation, !rest.contains(where: { if case .entry = $0 { true } else { false } }),
        let value = edit(Node.mapping(Node.Mapping([])), rest, operation)
      else { return nil }
      return Node.mapping(Node.Mapping(pairs + [(Node(key), value)]))
    }
    if rest.isEmpty, operation == .remove {
      pairs.remove(at: index)
    } else {
      guard let edited = edit(pairs[index].1, rest, operation) else { return nil }
      pairs[index].1 = edited
    }
    return Node.mapping(Node.Mapping(pairs))
  }

  private static func position(_ entries: [Node], _ name: String) -> Int? {
    if let place = Int(name), entries.indices.contains(place) { return place }
    return entries.firstIndex { entry in
      ["name", "kind", "from"].contains { entry.mapping?[$0]?.scalar?.string == name }
    }
  }

  /// `factor` and `add` reach every number below: a list of seats by date, prices of all kinds.
  private static func apply(_ operation: CentreChange.Operation, _ node: Node) -> Node? {
    switch operation {
    case .set(let text): return try? Yams.compose(yaml: text)
    case .remove: return nil
    case .factor(let factor): return numbers(node) { $0 * factor }
    case .add(let amount): return numbers(node) { $0 + amount }
    }
  }

  private static func numbers(_ node: Node, _ change: (Decimal) -> Decimal) -> Node? {
    var isChanged = false
    func edited(_ node: Node) -> Node {
      switch node {
      case .scalar(var scalar):
        guard let value = Decimal(exactly: scalar.string) else { return node }
        isChanged = true
        scalar.string = change(value).rounded(decimals: 8).description
        return .scalar(scalar)
      case .sequence(let entries): return .sequence(Node.Sequence(entries.map(edited)))
      case .mapping(let mapping): return .mapping(Node.Mapping(mapping.map { ($0.key, edited($0.value)) }))
      case .alias: return node
      }
    }
    let result = edited(node)
    return isChanged ? result : nil
  }
}
