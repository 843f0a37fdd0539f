internal import Glibc

/// Raises a long horizon's bound by steps along its slope, each price's own step by how much that slope has varied (D. P. Kingma and J. Ba,
/// "Adam: a method for stochastic optimization", ICLR 2015): prices of a cell, of a year's weekends and of its hours differ too
/// much in scale for one step to suit all. First steps are as long as the dearest prices, the last a hundredth of a unit.
struct LongBoundAscent {
  let bound: LongBound
  var steps: Int
  /// Part of the time that is over, where time is limited: the steps then grow shorter with it.
  var timePart: () -> Double = { 0 }

  private static let firstStep = 100.0
  private static let lastStep = 0.02
  /// Shares that the average slope and the average square keep from step to step.
  private static let slopeKept = 0.95
  private static let squareKept = 0.95

  /// - Returns: the best bound, −∞ where none was found, and its prices.
  func run() -> (bound: Double, prices: [Double]) {
    var prices = [Double](repeating: 0, count: bound.priceCount)
    let ranges = prices.indices.map(bound.range)
    var slope = prices
    var square = prices
    var best = -Double.infinity
    var bestPrices = prices
    var slopeWeight = 1.0
    var squareWeight = 1.0
    for step in 0..<max(1, steps) {
      let part = max(Double(step) / Double(max(1, steps - 1)), timePart())
      guard part <= 1, let answer = bound.answer(prices) else { break }
      if answer.bound > best {
        best = answer.bound
        bestPrices = prices
      }
      let length = LongBoundAscent.firstStep * pow(LongBoundAscent.lastStep / LongBoundAscent.firstStep, part)
      slopeWeight *= LongBoundAscent.slopeKept
      squareWeight *= LongBoundAscent.squareKept
      for index in prices.indices {
        let now = answer.slope[index]
        slope[index] += (1 - LongBoundAscent.slopeKept) * (now - slope[index])
        square[index] += (1 - LongBoundAscent.squareKept) * (now * now - square[index])
        // Averages that began at 0 are short of the true ones by what has been kept of it.
        let usual = (square[index] / (1 - squareWeight)).squareRoot()
        guard usual > 1e-6 else { continue }
        let moved = prices[index] + length * slope[index] / (1 - slopeWeight) / usual
        prices[index] = min(max(moved, ranges[index].lowerBound), ranges[index].upperBound)
      }
    }
    return (best, bestPrices)
  }
}
