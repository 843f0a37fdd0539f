package import Foundation

/// Money and settlement seats are decimal numbers; binary floating point never touches them.
extension Decimal {
  /// Rounded half-up (away from zero at the half) to a number of decimals.
  package func rounded(decimals: Int) -> Decimal {
    var source = self
    var result = Decimal()
    NSDecimalRound(&result, &source, decimals, .plain)
    return result
  }

  /// Rounded half-up to the fen, the hundredth of a yuan.
  package var roundedToFen: Decimal { rounded(decimals: 2) }

  /// Settlement seats are counted to four decimals.
  package var roundedToSeats: Decimal { rounded(decimals: 4) }

  /// Whole fen as yuan, without a division.
  package init(fen: Int64) {
    var (digits, exponent) = (fen.magnitude, -2)
    while exponent < 0 && digits.isMultiple(of: 10) { (digits, exponent) = (digits / 10, exponent + 1) }
    self.init(sign: fen < 0 ? .minus : .plus, exponent: exponent, significand: Decimal(digits))
  }

  /// Exact text with a point and a fixed number of decimals, whatever the locale: `1234.50`.
  package func text(decimals: Int) -> String {
    let rounded = self.rounded(decimals: decimals)
    var digits = (rounded < 0 ? -rounded : rounded).description
    if decimals > 0 {
      if !digits.contains(".") { digits += "." }
      let fraction = digits.distance(from: digits.firstIndex(of: ".")!, to: digits.endIndex) - 1
      digits += String(repeating: "0", count: decimals - fraction)
    }
    return (rounded < 0 ? "-" : "") + digits
  }

  /// Reads a plain decimal number (`-12.50`); no exponent, no thousands separator, no surrounding space.
  package init?(exactly text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let body = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
    let digits = body.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    let points = body.filter { $0 == UInt8(ascii: ".") }.count
    guard digits > 0, digits <= 34, points <= 1, digits + points == body.count,
      let value = Decimal(string: String(text), locale: nil)
    else { return nil }
    self = value
  }

  package var doubleValue: Double { NSDecimalNumber(decimal: self).doubleValue }

  /// The double nearest to it, which prints as the same digits; `doubleValue` may be one unit in the last place off.
  package var nearestDouble: Double { Double(description) ?? doubleValue }
}
