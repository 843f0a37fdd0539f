internal import Foundation

/// The loss formula of A. K. Erlang (1917): Poisson arrivals, no waiting.
package enum ErlangB {
  /// The probability that all agents are busy. O(agents).
  ///
  /// - Parameters:
  ///   - agents: 0 or more.
  ///   - load: offered load in erlangs, 0 or more.
  package static func blocking(agents: Int, load: Double) -> Double {
    guard load > 0 else { return agents == 0 ? 1 : 0 }
    return 1 / (1 + idleOdds(agents: agents, load: load, precision: 1e-18))
  }

  /// What callers meet where nobody waits: those who find all agents busy are lost.
  package static func performance(agents: Int, load: Double) -> QueuePerformance {
    guard load > 0 else { return .idle }
    let idle = idleOdds(agents: agents, load: load, precision: 1e-18)
    let lost = 1 / (1 + idle)
    let answered = idle.isFinite ? idle / (1 + idle) : 1
    return QueuePerformance(
      waiting: lost, answeredInTime: answered, answered: answered, abandoned: lost, abandonedInTime: lost, meanWait: 0,
      speedOfAnswer: 0, occupancy: agents > 0 ? min(1, load / Double(agents) * answered) : 1)
  }

  /// The odds of an idle agent: P(fewer than n busy) ÷ P(n busy) = Σ over k = 1…n of n (n − 1) … (n − k + 1) ÷ loadᵏ, which is
  /// 1 ÷ blocking − 1 without the cancellation. Infinite beyond 10²⁹⁰.
  ///
  /// - Parameter precision: terms below this part of the sum are left out once they fall.
  static func idleOdds(agents: Int, load: Double, precision: Double) -> Double {
    let perAgent = 1 / load
    var busy = Double(agents)
    var term = 1.0
    var sum = 0.0
    while busy > 0 {
      term *= busy * perAgent
      sum += term
      busy -= 1
      if busy < load && term < precision * sum { break }
      if sum > 1e290 { return .infinity }
    }
    return sum
  }

  /// `idleOdds` to eight digits in time that does not grow with the agents: 1 + odds = load ∫ e^(−load z) (1 + z)ⁿ dz over
  /// z ≥ 0 (the integral of Erlang B), with 1 + z = eᵘ.
  static func roughIdleOdds(agents: Int, load: Double) -> Double {
    // Up to here the sum is as quick; beyond, its terms near the end of the double's range.
    guard load > 200, Double(agents) - load < 12 * load.squareRoot(), Double(agents) > 0.5 * load else {
      return idleOdds(agents: agents, load: load, precision: 1e-9)
    }
    let exponent = Double(agents) + 1
    let mode = max(0, log(exponent / load))
    let range = IntegrandRange(
      slope: exponent - load, curvature: load, modes: mode...mode, curvatureAtMode: max(load, exponent))
    var sum = 0.0
    GaussLegendre.forEachNode(range.bounds, panels: range.panels(range.bounds)) { u, weight in
      sum += weight * exp(exponent * u - load * expm1(u))
    }
    return load * sum - 1
  }
}
