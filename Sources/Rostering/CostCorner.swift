/// A staffing at which the slope of a half-hour's cost turns: below it, each coverage unit less costs so much more.
struct CostCorner: Sendable {
  /// Coverage units.
  var at: Double
  /// Yuan per coverage unit.
  var turn: Double
}
