/// How far staff is from the requirement, in seven steps: how the heat map is coloured.
enum HeatLevel: Int, CaseIterable {
  case farUnder = -3, under, slightlyUnder, even, slightlyOver, over, farOver

  /// - Parameter difference: effective less required agents. Less than half an agent counts as even; beyond that a step is
  ///   up to 10 %, up to 25 % and more of the requirement.
  init(difference: Double, required: Double) {
    guard abs(difference) >= 0.5 else {
      self = .even
      return
    }
    let share = abs(difference) / max(required, 1)
    let steps = share < 0.10 ? 1 : share < 0.25 ? 2 : 3
    self = HeatLevel(rawValue: difference < 0 ? -steps : steps) ?? .even
  }

  /// The class name of cells on the page.
  var className: String { rawValue < 0 ? "u\(-rawValue)" : rawValue > 0 ? "o\(rawValue)" : "e0" }

  func pair(_ theme: Palette.Theme) -> Palette.Pair {
    theme == .light ? light : dark
  }

  private var light: Palette.Pair {
    switch self {
    case .farUnder: Palette.Pair(fill: 0xB42318, text: 0xFFFFFF)
    case .under: Palette.Pair(fill: 0xEE9A8C, text: 0x4A0B05)
    case .slightlyUnder: Palette.Pair(fill: 0xFADAD4, text: 0x7A1A10)
    case .even: Palette.Pair(fill: 0xF2F4F6, text: 0x5A6370)
    case .slightlyOver: Palette.Pair(fill: 0xDCE9F8, text: 0x163B73)
    case .over: Palette.Pair(fill: 0x9EC3EE, text: 0x0C2A57)
    case .farOver: Palette.Pair(fill: 0x2461AC, text: 0xFFFFFF)
    }
  }

  private var dark: Palette.Pair {
    switch self {
    case .farUnder: Palette.Pair(fill: 0xF07F72, text: 0x2B0502)
    case .under: Palette.Pair(fill: 0x8C2F25, text: 0xFFE3DE)
    case .slightlyUnder: Palette.Pair(fill: 0x4A211C, text: 0xFFC9C0)
    case .even: Palette.Pair(fill: 0x22272D, text: 0xA1AAB5)
    case .slightlyOver: Palette.Pair(fill: 0x1B3350, text: 0xC6DCF8)
    case .over: Palette.Pair(fill: 0x2B5C98, text: 0xE6F0FD)
    case .farOver: Palette.Pair(fill: 0x86B6F2, text: 0x06182F)
    }
  }
}
