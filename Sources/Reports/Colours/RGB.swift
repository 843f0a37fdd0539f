internal import Foundation

/// A colour of the sRGB space.
struct RGB: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// 0xRRGGBB
  var value: UInt32

  init(integerLiteral value: UInt32) {
    self.value = value
  }

  /// `#rrggbb`
  var hex: String {
    let digits = String(value & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Relative luminance, 0...1 (WCAG 2.2, "relative luminance").
  var luminance: Double {
    func linear(_ shift: UInt32) -> Double {
      let channel = Double((value >> shift) & 0xFF) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  /// Contrast ratio, 1...21 (WCAG 2.2, "contrast ratio").
  func contrast(with other: RGB) -> Double {
    let (bright, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (bright + 0.05) / (dark + 0.05)
  }
}
