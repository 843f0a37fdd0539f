internal import Foundation
internal import Vocabulary

/// Numbers as people read them, the same whatever the machine's locale: `1,234.5`, `−3`, `¥1,234`, `85.0%`.
enum NumberText {
  static func grouped(_ value: Int) -> String { grouped("\(value)") }
  static func grouped(_ value: Decimal, decimals: Int) -> String { grouped(value.text(decimals: decimals)) }

  /// “–” where the value is not a number.
  static func grouped(_ value: Double, decimals: Int = 0) -> String { grouped(fixed(value, decimals: decimals)) }

  /// Whole yuan.
  static func yuan(_ value: Double) -> String { withSign(grouped(value), "¥") }
  static func yuan(_ value: Decimal) -> String { withSign(grouped(value, decimals: 0), "¥") }
  /// Yuan and fen.
  static func fen(_ value: Decimal) -> String { withSign(grouped(value, decimals: 2), "¥") }

  static func percent(_ share: Double, decimals: Int = 1) -> String {
    share.isFinite ? grouped(share * 100, decimals: decimals) + "%" : "–"
  }

  /// A decimal number without trailing zeros, as it was given.
  static func plain(_ value: Decimal) -> String {
    grouped("\(value)")
  }

  /// As it was given, with two decimals where it has fewer.
  static func atLeastTwoDecimals(_ value: Decimal) -> String {
    value == value.rounded(decimals: 2) ? grouped(value, decimals: 2) : plain(value)
  }

  /// To a tenth, as short as it can be: `12`, `-0.5`. For drawings.
  static func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    guard tenths % 10 != 0 else { return "\(tenths / 10)" }
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A fixed number of decimals, rounded half away from zero; exact to 15 digits.
  private static func fixed(_ value: Double, decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    guard value.isFinite, abs(value) * Double(scale) < 1e18 else { return "–" }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + "\(scaled / scale)" + (decimals > 0 ? "." + padded(scaled % scale, to: decimals) : "")
  }

  /// Thousands separators, and a minus sign instead of a hyphen.
  private static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var digits = ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return (isNegative ? "−" : "") + digits + (parts.count > 1 ? "." + parts[1] : "")
  }

  private static func withSign(_ number: String, _ currency: String) -> String {
    number.hasPrefix("−") ? "−" + currency + number.dropFirst() : currency + number
  }
}
