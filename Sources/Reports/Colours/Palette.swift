internal import Vocabulary

/// The colours of the cells of a roster, the same on the page and in the workbook.
///
/// The shift's code is always printed in its cell, so a colour repeats what the text says. Text and fill of every pair
/// have a contrast of at least 4.5 (WCAG 2.2, 1.4.3), which a test holds them to.
enum Palette {
  enum Theme: CaseIterable {
    case light, dark
  }

  /// A fill and the text on it.
  struct Pair: Hashable, Sendable {
    let fill: RGB
    let text: RGB
  }

  /// What a cell is coloured by.
  enum Cell: String, CaseIterable, Sendable {
    case early, mid, night, lateNight, overnight, off, offOnRestDay, leave, notEmployed

    init(_ shiftClass: ShiftClass) {
      switch shiftClass {
      case .early: self = .early
      case .mid: self = .mid
      case .night: self = .night
      case .lateNight: self = .lateNight
      case .overnight: self = .overnight
      }
    }

    /// - Parameter isRestDay: a weekend day or public holiday, whose column has a ground of its own.
    init(_ cell: DayCell, isRestDay: Bool) {
      switch cell {
      case .shift(let shift, _): self.init(shift.shiftClass)
      case .off: self = isRestDay ? .offOnRestDay : .off
      case .leave: self = .leave
      case .notEmployed: self = .notEmployed
      }
    }
  }

  static func pair(_ cell: Cell, _ theme: Theme = .light) -> Pair {
    theme == .light ? light(cell) : dark(cell)
  }

  private static func light(_ cell: Cell) -> Pair {
    switch cell {
    case .early: Pair(fill: 0xFFEFC2, text: 0x5C4100)
    case .mid: Pair(fill: 0xD8EED6, text: 0x1E4D22)
    case .night: Pair(fill: 0xD0E1F9, text: 0x163B73)
    case .lateNight: Pair(fill: 0xDFD3F5, text: 0x44257A)
    case .overnight: Pair(fill: 0x38466B, text: 0xFFFFFF)
    case .off: Pair(fill: 0xFFFFFF, text: 0x6E7681)
    case .offOnRestDay: Pair(fill: 0xFBF1DE, text: 0x6B6350)
    case .leave: Pair(fill: 0xF8D9D6, text: 0x86190F)
    case .notEmployed: Pair(fill: 0xEDEEF0, text: 0x5F6670)
    }
  }

  private static func dark(_ cell: Cell) -> Pair {
    switch cell {
    case .early: Pair(fill: 0x4A3A0C, text: 0xFFE7A3)
    case .mid: Pair(fill: 0x1D4023, text: 0xC4EAC8)
    case .night: Pair(fill: 0x1A3864, text: 0xCADFFF)
    case .lateNight: Pair(fill: 0x3D2D6C, text: 0xE3D8FF)
    case .overnight: Pair(fill: 0xA9B6DE, text: 0x10183A)
    case .off: Pair(fill: 0x15181C, text: 0x8C95A1)
    case .offOnRestDay: Pair(fill: 0x33291A, text: 0xB3A88F)
    case .leave: Pair(fill: 0x5A211B, text: 0xFFD2CB)
    case .notEmployed: Pair(fill: 0x23272D, text: 0x9BA3AE)
    }
  }
}
