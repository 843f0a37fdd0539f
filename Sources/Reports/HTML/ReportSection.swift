internal import Vocabulary

/// A part of the page with a heading, which the navigation leads to.
protocol ReportSection {
  /// Of the element; a word of ASCII letters.
  var id: String { get }
  var title: Wording { get }
  var body: Markup { get }
}

extension ReportSection {
  var markup: Markup {
    """
    <section id="\(id)" aria-labelledby="\(id)-title">
    <h2 id="\(id)-title">\(title)</h2>
    \(body)</section>

    """
  }
}

/// Small pieces that several sections are built of.
enum Piece {
  /// A figure in large type with what it is, and one line beside it.
  static func figure(_ value: String, _ name: Wording, _ note: Wording) -> Markup {
    "<div class=\"figure\"><dt>\(name)</dt><dd><b>\(value)</b><small>\(note)</small></dd></div>\n"
  }

  /// A chart with its caption and key.
  static func chart(_ caption: Wording, _ chart: Markup, key: [Markup] = []) -> Markup {
    let list: Markup = key.isEmpty ? "" : "<ul class=\"key\">\(key)</ul>"
    return "<figure><figcaption>\(caption)\(list)</figcaption><div class=\"scroll\">\(chart)</div></figure>\n"
  }

  /// An entry of a key: a mark as it is drawn in the chart, and its name.
  static func key(_ mark: Markup, _ name: Wording) -> Markup {
    """
    <li><svg class="swatch" viewBox="0 0 24 12" aria-hidden="true">\(mark)</svg>\(name)</li>
    """
  }

  static func areaKey(_ className: String, _ name: Wording) -> Markup {
    key("<path class=\"\(className)\" d=\"M0 0H24V12H0Z\"/>", name)
  }

  static func lineKey(_ className: String, _ name: Wording) -> Markup {
    key("<path class=\"line \(className)\" d=\"M0 6H24\"/>", name)
  }

  static func note(_ wording: Wording) -> Markup { "<p class=\"note\">\(wording)</p>\n" }

  static func details(_ summary: Wording, _ body: Markup) -> Markup {
    "<details><summary>\(summary)</summary>\n\(body)</details>\n"
  }
}
