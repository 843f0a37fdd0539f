import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// The bound by prices of everything but the rules of runs, against every roster there is.
@Suite struct LongBoundTests {
  private func prices(_ bound: LongBound, _ random: inout SeededRandom) -> [Double] {
    (0..<bound.priceCount).map { index in
      // Half of the people's prices are 0, the others go to 40 units of cost.
      let most = index < bound.rowCount ? Double.infinity : random.below(2) == 0 ? 0 : 40
      let range = bound.range(index)
      let (low, high) = (max(range.lowerBound, -most), min(range.upperBound, most))
      return low + random.uniform() * (high - low)
    }
  }

  /// Weak duality, and each answer's slope tells how the bound changes at most: it is concave in the prices.
  @Test(arguments: seeds(120)) func anyPricesGiveABound(seed: UInt64) throws {
    let problem = TinyShiftLevel.problem(seed: seed)
    guard let least = TinyShiftLevel.leastCost(problem) else { return }
    let bound = LongBound(ShiftLevelTables(problem), threads: 1)
    var random = SeededRandom(seed: seed)
    let points = (0..<5).map { _ in prices(bound, &random) }
    let answers = try points.map { try #require(bound.answer($0)) }
    for (point, answer) in zip(points, answers) {
      #expect(answer.bound <= Double(least))
      for (other, otherAnswer) in zip(points, answers) {
        let most = zip(answer.slope, zip(point, other)).reduce(answer.bound) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
        #expect(otherAnswer.bound <= most + 1e-2)
      }
    }
  }
}
