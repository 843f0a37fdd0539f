internal import Foundation
internal import Vocabulary

/// How an indicator's value is read: shares as percent, durations and counts as they are.
enum IndicatorText {
  static func value(_ value: Decimal) -> String {
    // Shares lie in 0...1.
    abs(value) <= 1 ? NumberText.grouped(value * 100, decimals: 2) + "%" : NumberText.grouped(value, decimals: 2)
  }
}
