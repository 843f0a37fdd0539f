internal import Foundation
internal import Vocabulary

/// Numbers as people read them, the same whatever the machine's locale.
enum Figures {
  /// `1,234,567.9`
  static func grouped(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return "–" }
    return grouped(text: Decimal(value).text(decimals: decimals))
  }

  static func grouped(_ value: Decimal, decimals: Int) -> String {
    grouped(text: value.text(decimals: decimals))
  }

  static func yuan(_ value: Double) -> String { "¥" + grouped(value) }
  static func yuan(_ value: Decimal) -> String { "¥" + grouped(value, decimals: 2) }

  static func percent(_ share: Double, decimals: Int = 1) -> String { grouped(share * 100, decimals: decimals) + " %" }

  /// A short number for coordinates.
  static func short(_ value: Double) -> String {
    let scaled = (value * 10).rounded()
    let whole = Int(scaled)
    if whole % 10 == 0 { return "\(whole / 10)" }
    return (whole < 0 ? "-" : "") + "\(abs(whole) / 10).\(abs(whole) % 10)"
  }

  private static func grouped(text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? String(text.dropFirst()) : text
    let parts = body.split(separator: ".", maxSplits: 1).map(String.init)
    var digits = ""
    for (index, character) in parts[0].enumerated() {
      if index > 0 && (parts[0].count - index) % 3 == 0 { digits += "," }
      digits.append(character)
    }
    return (isNegative ? "−" : "") + digits + (parts.count > 1 ? "." + parts[1] : "")
  }
}
