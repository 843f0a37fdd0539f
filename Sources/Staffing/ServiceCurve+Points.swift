internal import Vocabulary

extension ServiceCurve {
  /// Points at which a half-hour's curve is published.
  static let mostPoints = 6
  /// Part of the calls by which the chords between the points may lie below the curve; with as many points as there may be, they can lie
  /// further below.
  static let closeEnough = 0.0005
  /// Service beyond which more agents are worth nothing.
  static let enough = 0.9995

  /// Corners of the gain's concave envelope from the fewest agents on, thinned out: chords never promise more than the envelope.
  func points(shrinkage: Double) -> [PricedService.Point] {
    var curve = self
    return curve.thinned(curve.envelope()).map { count in
      let outcome = curve.outcome(count)
      return PricedService.Point(
        effective: (Double(count) / (1 - shrinkage) * 10_000).rounded() / 10_000,
        serviceLevel: outcome.serviceLevel, beyondTarget: (curve.gain(count) * 10_000).rounded() / 10_000)
    }.concave
  }

  /// Whole agents at the corners.
  private mutating func envelope() -> [Int] {
    var corners = [agents]
    while outcome(agents).serviceLevel < ServiceCurve.enough, let step = next() {
      take(step)
      corners.append(step.to)
    }
    return corners
  }

  /// The ends, and again and again the corner at which the chords are furthest below.
  private mutating func thinned(_ corners: [Int]) -> [Int] {
    guard corners.count > 2 else { return corners }
    let gains = corners.map { gain($0) }
    var kept = [0, corners.count - 1]
    while kept.count < ServiceCurve.mostPoints {
      var worst = (corner: 0, miss: ServiceCurve.closeEnough * offered)
      for (from, to) in zip(kept, kept.dropFirst()) {
        let slope = (gains[to] - gains[from]) / Double(corners[to] - corners[from])
        for corner in (from + 1)..<max(to, from + 1) {
          let miss = gains[corner] - gains[from] - slope * Double(corners[corner] - corners[from])
          if miss > worst.miss { worst = (corner, miss) }
        }
      }
      guard worst.corner > 0 else { break }
      kept.append(worst.corner)
      kept.sort()
    }
    return kept.map { corners[$0] }
  }
}

extension [PricedService.Point] {
  /// Without points that rounding has put below the chord of their neighbours.
  fileprivate var concave: [PricedService.Point] {
    var result: [PricedService.Point] = []
    for point in self {
      while result.count > 1, result[result.count - 1].isBelow(result[result.count - 2], point) { result.removeLast() }
      result.append(point)
    }
    return result
  }
}

extension PricedService.Point {
  fileprivate func isBelow(_ left: PricedService.Point, _ right: PricedService.Point) -> Bool {
    (beyondTarget - left.beyondTarget) * (right.effective - effective)
      <= (right.beyondTarget - beyondTarget) * (effective - left.effective)
  }
}
