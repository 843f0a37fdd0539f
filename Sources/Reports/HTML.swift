internal import Vocabulary

/// Builds markup; everything that comes from a user is escaped.
enum HTML {
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// A text in both languages, of which the page shows one.
  static func text(_ wording: Wording) -> String {
    if wording.chinese == wording.english { return escaped(wording.chinese) }
    return "<span class=\"zh\" lang=\"zh\">\(escaped(wording.chinese))</span>"
      + "<span class=\"en\" lang=\"en\">\(escaped(wording.english))</span>"
  }

  static func text(_ chinese: String, _ english: String) -> String { text(Wording(chinese, english)) }

  static func section(_ id: String, _ title: Wording, _ body: String) -> String {
    "<section id=\"\(id)\">\n<h2>\(text(title))</h2>\n\(body)</section>\n"
  }

  /// A table with a header row; cells are markup.
  static func table(_ header: [String], _ rows: [[String]], numeric: Set<Int> = [], classes: String = "") -> String {
    func cell(_ tag: String, _ column: Int, _ text: String) -> String {
      "<\(tag)\(numeric.contains(column) ? " class=\"n\"" : "")>\(text)</\(tag)>"
    }
    var result = "<table class=\"\(classes)\"><thead><tr>"
    for (column, text) in header.enumerated() { result += cell("th", column, text) }
    result += "</tr></thead><tbody>\n"
    for row in rows {
      result += "<tr>" + row.enumerated().map { cell("td", $0, $1) }.joined() + "</tr>\n"
    }
    return result + "</tbody></table>\n"
  }
}
