/// Raises a long horizon's bound. First steps are as long as the dearest prices, the last two hundredths of a unit.
struct LongBoundAscent {
  let bound: LongBound
  var steps: Int
  /// Part of the time that is over, where time is limited: the steps then grow shorter with it.
  var timePart: () -> Double = { 0 }

  private static let firstStep = 100.0
  private static let lastStep = 0.02
  private static let slopeKept = 0.95

  /// - Returns: the best bound, −∞ where none was found, and its prices.
  func run() -> (bound: Double, prices: [Double]) {
    var prices = [Double](repeating: 0, count: bound.priceCount)
    let ranges = prices.indices.map(bound.range)
    var adaptive = AdaptiveSteps(count: prices.count, slopeKept: LongBoundAscent.slopeKept)
    var best = -Double.infinity
    var bestPrices = prices
    for step in 0..<max(1, steps) {
      let part = max(Double(step) / Double(max(1, steps - 1)), timePart())
      guard part <= 1, let answer = bound.answer(prices) else { break }
      if answer.bound > best {
        best = answer.bound
        bestPrices = prices
      }
      let length = geometric(from: LongBoundAscent.firstStep, to: LongBoundAscent.lastStep, part: part)
      for (index, move) in adaptive.moves(answer.slope).enumerated() {
        let range = ranges[index]
        prices[index] = min(max(prices[index] + length * move, range.lowerBound), range.upperBound)
      }
    }
    return (best, bestPrices)
  }
}
