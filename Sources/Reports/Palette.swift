package import Vocabulary

/// The colours of shift classes and of days off, the same in the page and the workbook. Text on each has a contrast of at
/// least 4.5 (WCAG 2.1, 1.4.3).
package enum Palette {
  /// Background and text, as 0xRRGGBB.
  package struct Colour: Sendable, Equatable {
    package var background: UInt32
    package var text: UInt32

    package var backgroundHex: String { hex(background) }
    package var textHex: String { hex(text) }

    private func hex(_ value: UInt32) -> String {
      let digits = String(value, radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }

  package static func colour(_ shiftClass: ShiftClass) -> Colour {
    switch shiftClass {
    case .early: Colour(background: 0xFFE8B3, text: 0x5A3D00)
    case .mid: Colour(background: 0xD3EBD3, text: 0x1B4720)
    case .night: Colour(background: 0xCBDCF5, text: 0x17365F)
    case .lateNight: Colour(background: 0xDCCFF2, text: 0x40216B)
    case .overnight: Colour(background: 0x3B4A66, text: 0xFFFFFF)
    }
  }

  package static let off = Colour(background: 0xFFFFFF, text: 0x6B7280)
  package static let leave = Colour(background: 0xF6D4D4, text: 0x7A1F1F)

  package static func name(_ shiftClass: ShiftClass) -> Wording {
    switch shiftClass {
    case .early: Wording("早班", "early")
    case .mid: Wording("中班", "mid")
    case .night: Wording("夜班", "night")
    case .lateNight: Wording("夜7", "late night")
    case .overnight: Wording("通宵", "overnight")
    }
  }
}
