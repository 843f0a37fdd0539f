internal import Foundation
internal import Vocabulary

extension PlannedCase {
  /// The same with service weighed by random concave curves in most half-hours, at one price.
  package func weighingService(seed: UInt64) -> PlannedCase {
    var random = SeededRandom(seed: seed, stream: 77)
    let price = Double(random.below(200_000)) / 10_000
    var result = self
    for index in result.requirement.rows.indices where random.below(10) < 8 {
      let required = result.requirement.rows[index].required
      result.requirement.rows[index].service = PricedService(
        pricePerCall: price, points: PlannedCase.points(around: required, &random))
    }
    return result
  }

  private static func points(around required: Double, _ random: inout SeededRandom) -> [PricedService.Point] {
    func fourDecimals(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    var effective = fourDecimals(required * (0.8 + 0.3 * random.uniform()))
    var beyond = -fourDecimals(20 * random.uniform())
    var slope = 1 + 8 * random.uniform()
    var points = [PricedService.Point(effective: effective, serviceLevel: 0.5, beyondTarget: beyond)]
    for _ in 0..<random.below(6) {
      let step = fourDecimals(0.3 + random.uniform())
      effective = fourDecimals(effective + step)
      beyond = fourDecimals(beyond + slope * step)
      slope *= 0.3 + 0.6 * random.uniform()
      points.append(PricedService.Point(effective: effective, serviceLevel: 0.9, beyondTarget: beyond))
    }
    return points
  }
}
