internal import Foundation
internal import Vocabulary

extension Decimal {
  /// The shortest exact text, whatever the locale: `0.7`, `166.64`.
  var plainText: String { text(decimals: decimalPlaces) }

  private var decimalPlaces: Int {
    (0...12).first { rounded(decimals: $0) == self } ?? 12
  }
}

extension Double {
  /// With a fixed number of decimals, whatever the locale: `150.4`.
  func text(decimals: Int) -> String {
    let unit = (0..<decimals).reduce(1) { value, _ in value * 10 }
    let units = Int((magnitude * Double(unit)).rounded())
    let sign = self < 0 && units > 0 ? "-" : ""
    return decimals == 0 ? "\(sign)\(units)" : "\(sign)\(units / unit)." + padded(units % unit, to: decimals)
  }
}
