/// Steps up a concave function of many prices, each price's own by how much its slope has varied (D. P. Kingma and J. Ba,
/// "Adam: a method for stochastic optimization", ICLR 2015): half-hours by day and by night, or the cells and the hours of a year,
/// differ too much in scale for one step to suit all.
struct AdaptiveSteps {
  /// Averages of slope and of its square, by price.
  private var slope: [Double]
  private var square: [Double]
  private var slopeWeight = 1.0
  private var squareWeight = 1.0
  private let slopeKept: Double
  private static let squareKept = 0.95
  /// Slopes are people: those that vary by less than this move less.
  private static let least = 0.1

  /// - Parameter slopeKept: the share of the average slope kept from step to step.
  init(count: Int, slopeKept: Double) {
    slope = [Double](repeating: 0, count: count)
    square = slope
    self.slopeKept = slopeKept
  }

  /// - Parameter now: by price, the slope where the prices are.
  /// - Returns: by price the move, about 1 where the slope keeps its sign.
  mutating func moves(_ now: [Double]) -> [Double] {
    slopeWeight *= slopeKept
    squareWeight *= AdaptiveSteps.squareKept
    // Averages that began at 0 are short of the true ones by what is left of that 0.
    let slopeShare = 1 - slopeWeight
    let squareShare = 1 - squareWeight
    return now.indices.map { index in
      slope[index] += (1 - slopeKept) * (now[index] - slope[index])
      square[index] += (1 - AdaptiveSteps.squareKept) * (now[index] * now[index] - square[index])
      let usual = (square[index] / squareShare).squareRoot()
      return slope[index] / slopeShare / (usual + AdaptiveSteps.least)
    }
  }
}
