import Foundation

/// A small reader of markup for tests: checks that tags balance, and gathers what the page says.
struct MarkupReader {
  private(set) var problems: [String] = []
  /// Name and attributes of every element, in order.
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// Text between tags, entities not decoded.
  private(set) var texts: [String] = []
  private var open: [String] = []

  init(_ source: String) {
    var rest = Substring(source)
    while let start = rest.firstIndex(of: "<") {
      texts.append(String(rest[..<start]))
      guard let end = rest[start...].firstIndex(of: ">") else {
        problems.append("a tag without an end")
        return
      }
      tag(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
      if open.last == "style", let close = rest.range(of: "</style>") { rest = rest[close.lowerBound...] }
    }
    problems += open.map { "\($0) is not closed" }
  }

  private mutating func tag(_ text: Substring) {
    if text.hasPrefix("!DOCTYPE") { return }
    if text.hasPrefix("/") {
      let name = String(text.dropFirst())
      if open.last == name { open.removeLast() } else { problems.append("/\(name) closes \(open.last ?? "nothing")") }
      return
    }
    let isEmpty = text.hasSuffix("/")
    let body = isEmpty ? text.dropLast() : text
    let name = String(body.prefix { !$0.isWhitespace })
    elements.append((name, attributes(body.dropFirst(name.count))))
    if !isEmpty { open.append(name) }
  }

  private mutating func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop { $0.isWhitespace }
    while !rest.isEmpty {
      guard let equals = rest.range(of: "=\"") else {
        problems.append("an attribute without a value: \(rest)")
        return result
      }
      let name = String(rest[..<equals.lowerBound])
      guard let end = rest[equals.upperBound...].firstIndex(of: "\"") else {
        problems.append("the value of \(name) does not end")
        return result
      }
      if result[name] != nil { problems.append("\(name) twice") }
      result[name] = String(rest[equals.upperBound..<end])
      rest = rest[rest.index(after: end)...].drop { $0.isWhitespace }
    }
    return result
  }
}
