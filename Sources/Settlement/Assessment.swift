internal import Foundation
internal import Vocabulary

/// Scores of indicators and the coefficient they pick (考核).
struct Assessment {
  let contract: Contract

  /// Linear from 0 at the floor to 100 at the target, between 0 and the cap, whichever of both lies higher.
  func score(_ indicator: Indicator, actual: Decimal) -> Decimal {
    min(contract.scoreCap, max(0, Assessment.unlimited(indicator, actual: actual)))
  }

  /// On the line through floor and target, which reaches below 0 and above 100.
  static func unlimited(_ indicator: Indicator, actual: Decimal) -> Decimal {
    (actual - indicator.floor) * 100 / (indicator.target - indicator.floor)
  }

  /// Whether the target is reached, in the direction that is better.
  func isMet(_ indicator: Indicator, actual: Decimal) -> Bool {
    indicator.target > indicator.floor ? actual >= indicator.target : actual <= indicator.target
  }

  func results(_ actual: (Indicator) throws(SettlementError) -> Decimal) throws(SettlementError)
    -> [SettlementStatement.IndicatorResult]
  {
    var results: [SettlementStatement.IndicatorResult] = []
    for indicator in contract.indicators {
      let value = try actual(indicator)
      results.append(
        SettlementStatement.IndicatorResult(
          name: indicator.name, dimension: indicator.dimension, actual: value, score: score(indicator, actual: value),
          weight: indicator.weight, gate: indicator.gate, met: isMet(indicator, actual: value)))
    }
    return results
  }

  /// Decimals to which a mean is exact: it ends the division's own error, which would else put a mean of exactly 90 below 90.
  private static let exactDecimals = 20

  /// Weighted means by dimension and over all. A dimension without weight is shown with 100 and does not count.
  func scores(_ results: [SettlementStatement.IndicatorResult]) -> SettlementStatement.Scores {
    func mean(_ part: [SettlementStatement.IndicatorResult]) -> Decimal? {
      let weight = part.reduce(Decimal(0)) { $0 + $1.weight }
      guard weight > 0 else { return nil }
      return (part.reduce(Decimal(0)) { $0 + $1.score * $1.weight } / weight).rounded(
        decimals: Assessment.exactDecimals)
    }
    let quality = mean(results.filter { $0.dimension == .quality })
    let business = mean(results.filter { $0.dimension == .business })
    let total = mean(results)
    return SettlementStatement.Scores(
      quality: quality ?? 100, business: business ?? 100, total: total ?? 100,
      lowest: [quality, business, total].compactMap { $0 }.min() ?? 100)
  }

  /// The tier with the largest `from` that is not above the score; 1 where there are no tiers.
  func coefficient(_ lowest: Decimal) -> Decimal {
    contract.coefficients.filter { $0.from <= lowest }.max { $0.from < $1.from }?.value
      ?? contract.coefficients.min { $0.from < $1.from }?.value ?? 1
  }
}
