internal import Foundation
internal import Vocabulary

/// How an indicator's value is read: shares as percent, durations and counts as they are.
enum IndicatorText {
  static func value(_ value: Decimal) -> String {
    // Shares lie in 0...1.
    guard abs(value) <= 1 else { return NumberText.grouped(value, decimals: 2) }
    let percent = value * 100
    // A rate of a few in ten thousand is told from its target by its further decimals.
    let isSmall = abs(percent) < 1
    return
      (isSmall
      ? NumberText.atLeastTwoDecimals(percent.rounded(decimals: 4)) : NumberText.grouped(percent, decimals: 2)) + "%"
  }
}
