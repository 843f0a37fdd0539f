internal import Vocabulary

/// Markup of the page. What a literal says is markup; what is interpolated into it is text, and escaped.
///
/// ```swift
/// let row: Markup = "<td>\(agent.name)</td><td>\(Wording("早班", "Early"))</td>"
/// ```
///
/// A `Wording` is written in both languages, of which the page shows one. The page is well-formed XML too, so elements
/// without content end in `/>`.
struct Markup: ExpressibleByStringInterpolation, Equatable, Sendable {
  private(set) var source: String

  init(stringLiteral source: String) {
    self.source = source
  }

  init(stringInterpolation: StringInterpolation) {
    source = stringInterpolation.source
  }

  static func + (left: Markup, right: Markup) -> Markup {
    "\(left)\(right)"
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
    mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { source += part.source } }
    mutating func appendInterpolation(_ text: String) { source += Markup.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }

    mutating func appendInterpolation(_ wording: Wording) { append(wording, element: "span") }

    /// Words inside a drawing, where a `span` may not stand.
    mutating func appendInterpolation(drawn wording: Wording) { append(wording, element: "tspan") }

    /// Both languages as plain text, where elements may not stand: titles and attributes.
    mutating func appendInterpolation(both wording: Wording) {
      let isSame = wording.chinese == wording.english
      appendInterpolation(isSame ? wording.chinese : wording.chinese + " · " + wording.english)
    }

    /// A coordinate of a drawing, to a tenth.
    mutating func appendInterpolation(at coordinate: Double) { source += NumberText.coordinate(coordinate) }

    // The space before the second language keeps the words apart where style sheets are ignored.
    private mutating func append(_ wording: Wording, element: String) {
      guard wording.chinese != wording.english else { return appendInterpolation(wording.chinese) }
      source += "<\(element) lang=\"zh\">\(Markup.escaped(wording.chinese))</\(element)>"
      source += "<\(element) lang=\"en\"> \(Markup.escaped(wording.english))</\(element)>"
    }
  }

  /// Text with the characters that mean something in markup replaced, and those that XML forbids made visible as U+FFFD.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": result.append(scalar)
      case "\u{0}"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Bytes that may begin a character to be replaced; 0xEF begins U+FFFE and U+FFFF.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xEF: true
    default: false
    }
  }
}
