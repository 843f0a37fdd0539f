internal import Foundation
internal import Vocabulary

/// Effective staffing is counted in ten-thousandths of an agent, so that sums of productivities are exact: whole numbers
/// held in a `Double` add and subtract without rounding.
enum CoverageUnits {
  static let perAgent = 10_000.0

  static func units(_ agents: Decimal) -> Double {
    (agents * 10_000).rounded(decimals: 0).doubleValue
  }

  static func units(_ agents: Double) -> Double {
    (agents * perAgent).rounded()
  }
}
