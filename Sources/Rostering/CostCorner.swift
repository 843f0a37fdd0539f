/// A staffing at which the slope of a half-hour's cost turns: below it, each coverage unit less costs so much more.
struct CostCorner: Sendable {
  /// Coverage units.
  var at: Double
  /// Yuan per coverage unit.
  var turn: Double
}

extension RosterProblem {
  /// The corners of a half-hour's convex cost, the highest staffing first: one for each price of understaffing.
  func costCorners(_ slot: Int) -> [CostCorner] {
    var reach = 0.0
    var slope = -costs.over
    return costs.under.map { piece in
      defer { (reach, slope) = (piece.upTo, piece.price) }
      return CostCorner(at: required[slot] * (1 - reach), turn: (piece.price - slope) / CoverageUnits.perAgent)
    }
  }
}
