package import Vocabulary

/// How a month is to be replayed.
package struct SimulationRequest: Sendable, Equatable {
  package var basis = MonthSimulation.Basis.forecast
  package var replications = 100
  package var seed: UInt64 = 1
  package var threads = 2
  /// Ratio of standard deviation and mean of handling times.
  package var handlingVariation = 1.0
  /// Part of the shifts that are missed whole, nil = the centre's; the rest of its shrinkage is half-hours away from the phone.
  package var absence: Double?
  /// Part of those who gave up that call again.
  package var redialShare = 0.0

  package init() {}
}
