/// How many months are drawn from a forecast to tell what a plan may bring.
package struct MonthDraws: Sendable, Equatable {
  /// Paths judged by the queues of their half-hours; 0 = none.
  package var paths: Int
  /// Months replayed call by call, which take the place of the paths; 0 = none.
  package var simulatedMonths: Int

  package init(paths: Int, simulatedMonths: Int = 0) {
    self.paths = paths
    self.simulatedMonths = simulatedMonths
  }
}
