/// The colours of the page besides the cells of a roster: paper, text, lines, and the marks of charts.
enum Ink: String, CaseIterable {
  case paper, panel, rule, text, muted, accent, good, bad
  /// The ground of days off and public holidays in table headers, and text for their names.
  case restDay, holiday
  // Marks of charts.
  case required, effective, under, over, meal, seats
  case band50, band80, band90, workdayBar, restDayBar, holidayBar

  func colour(_ theme: Palette.Theme) -> RGB {
    theme == .light ? light : dark
  }

  private var light: RGB {
    switch self {
    case .paper: 0xFFFFFF
    case .panel: 0xF6F7F9
    case .rule: 0xDFE3E8
    case .text: 0x1B2026
    case .muted: 0x5A6370
    case .accent: 0x1A5FB4
    case .good: 0x1A6B34
    case .bad: 0xB42318
    case .restDay: 0xFBF1DE
    case .holiday: 0xB42318
    case .required: 0x1B2026
    case .effective: 0x1A6FD0
    case .under: 0xC9372C
    case .over: 0xA9CBF1
    case .meal: 0xD79A2B
    case .seats: 0x6E7681
    case .band50: 0x8DB6E6
    case .band80: 0xBBD4F1
    case .band90: 0xDDE9F8
    case .workdayBar: 0x7FA9DC
    case .restDayBar: 0xE3B65B
    case .holidayBar: 0xD8665A
    }
  }

  private var dark: RGB {
    switch self {
    case .paper: 0x15181C
    case .panel: 0x1D2126
    case .rule: 0x333A42
    case .text: 0xE6E9ED
    case .muted: 0xA1AAB5
    case .accent: 0x79B0F5
    case .good: 0x6CCB8B
    case .bad: 0xFF9A8D
    case .restDay: 0x33291A
    case .holiday: 0xFF9A8D
    case .required: 0xF2F4F6
    case .effective: 0x5FA4F4
    case .under: 0xF0665A
    case .over: 0x294C76
    case .meal: 0xC8912F
    case .seats: 0x8C95A1
    case .band50: 0x39689F
    case .band80: 0x294B74
    case .band90: 0x1F344F
    case .workdayBar: 0x4B7AB3
    case .restDayBar: 0xA97F2C
    case .holidayBar: 0xB5483D
    }
  }
}
