/// The style sheet of the page, put together from its parts.
struct StyleSheet {
  /// Days of the month, each of which can be chosen.
  let dayCount: Int

  var markup: Markup {
    // The rules hold no character that means something in markup, which a test checks.
    Markup(stringLiteral: [variables, pageRules, tableRules, chartRules, choices, printRules].joined(separator: "\n"))
  }

  /// The class of a cell of a roster: two letters, since there are thousands of them.
  static func cellClass(_ cell: Palette.Cell) -> String {
    switch cell {
    case .early: "ke"
    case .mid: "km"
    case .night: "kn"
    case .lateNight: "kl"
    case .overnight: "ko"
    case .off: "kx"
    case .offOnRestDay: "kr"
    case .leave: "kv"
    case .notEmployed: "kz"
    }
  }

  /// Colours as variables, for light and dark; paper is always light.
  private var variables: String {
    """
    :root { color-scheme: light dark; \(declarations(.light)) }
    @media (prefers-color-scheme: dark) { :root { \(declarations(.dark)) } }
    @media print { :root { color-scheme: light; \(declarations(.light)) } }
    \(classes)
    """
  }

  private func declarations(_ theme: Palette.Theme) -> String {
    let inks = Ink.allCases.map { "--\($0.rawValue): \($0.colour(theme).hex);" }
    let cells = Palette.Cell.allCases.map { variables(StyleSheet.cellClass($0), Palette.pair($0, theme)) }
    let levels = HeatLevel.allCases.map { variables($0.className, $0.pair(theme)) }
    return (inks + cells + levels).joined(separator: " ")
  }

  private func variables(_ name: String, _ pair: Palette.Pair) -> String {
    "--\(name): \(pair.fill.hex); --\(name)-text: \(pair.text.hex);"
  }

  private var classes: String {
    let cells = Palette.Cell.allCases.map(StyleSheet.cellClass).map {
      ".\($0) { background: var(--\($0)); color: var(--\($0)-text); }"
    }
    let levels = HeatLevel.allCases.map(\.className).map {
      """
      .level.\($0) { background: var(--\($0)); color: var(--\($0)-text); }
      .heat path.\($0) { fill: var(--\($0)); } .heat text.\($0) { fill: var(--\($0)-text); }
      """
    }
    return (cells + levels).joined(separator: "\n")
  }

  /// What the radio buttons switch.
  private var choices: String {
    let days = (1...max(1, dayCount)).map { day in
      """
      #day-\(day):checked ~ .panels > :nth-child(\(day)) { display: block; }
      #day-\(day):checked ~ .month > [for="day-\(day)"] { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
      #day-\(day):focus-visible ~ .month > [for="day-\(day)"] { outline: 2px solid var(--accent); outline-offset: 2px; }
      """
    }
    return """
      /* A fixed place keeps the page from scrolling to a button when its label is clicked. */
      .switch { position: fixed; top: 40%; left: 0; width: 1px; height: 1px; opacity: 0; pointer-events: none; }
      #language-zh:checked ~ * [lang="en"], #language-en:checked ~ * [lang="zh"] { display: none; }
      #language-zh:checked + label, #language-en:checked + label { background: var(--accent); color: var(--paper); }
      #language-zh:focus-visible + label, #language-en:focus-visible + label { outline: 2px solid var(--accent); outline-offset: 2px; }
      .panels > .panel { display: none; }
      .roster td small { display: none; }
      #meals:checked ~ .teams .roster td small { display: block; }
      #meals:checked + .toggle { background: var(--accent); color: var(--paper); }
      #meals:focus-visible + .toggle { outline: 2px solid var(--accent); outline-offset: 2px; }
      \(days.joined(separator: "\n"))
      """
  }
}
