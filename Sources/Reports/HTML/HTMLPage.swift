internal import Vocabulary

/// A self-contained page of sections: no network, no script, both languages. It is well-formed XML as well.
struct HTMLPage {
  /// Above the title.
  let kicker: Wording
  let title: Wording
  let sections: [any ReportSection]
  let footer: Wording
  /// The one the page opens in.
  let language: Language
  /// Days that can be chosen on the page.
  var dayCount = 1
  /// Before the sections: definitions drawings refer to.
  var definitions: Markup = ""

  var source: String { markup.source }

  private var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="\(language.htmlCode)">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>\(both: title)</title>
    <style>
    \(StyleSheet(dayCount: dayCount).markup)</style>
    </head>
    <body>
    \(languageSwitch)<header>
    <p class="kicker">\(kicker)</p>
    <h1>\(title)</h1>
    </header>
    <nav aria-label="目录 · Contents"><ul>\(sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" })</ul></nav>
    <main>
    \(definitions)\(sections.map(\.markup))</main>
    <footer>\(footer)</footer>
    </body>
    </html>

    """
  }

  private var languageSwitch: Markup {
    let options = Language.allCases.map { option -> Markup in
      let checked: Markup = option == language ? " checked=\"checked\"" : ""
      return """
        <input type="radio" class="switch" name="language" id="language-\(option.rawValue)" autocomplete="off"\(checked)/>\
        <label class="language" for="language-\(option.rawValue)" lang="\(option.htmlCode)">\
        \(option == .chinese ? "中文" : "English")</label>

        """
    }
    return "\(options)"
  }

  /// The pattern of what is short, so that it differs from what is over by more than a colour.
  static var hatching: Markup {
    """
    <svg class="definitions" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" \
    patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-ground" d="M0 0H5V5H0Z"/>\
    <path class="hatch-line" d="M0 0V5"/></pattern></defs></svg>

    """
  }
}
