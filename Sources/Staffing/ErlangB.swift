/// The loss formula of A. K. Erlang (1917): Poisson arrivals, no waiting.
package enum ErlangB {
  /// The probability that all agents are busy.
  ///
  /// By the stable recursion 1 ÷ B(n) = 1 + n ÷ load × 1 ÷ B(n − 1), in O(agents).
  /// - Parameters:
  ///   - agents: 0 or more.
  ///   - load: offered load in erlangs, 0 or more.
  package static func blocking(agents: Int, load: Double) -> Double {
    guard load > 0 else { return agents == 0 ? 1 : 0 }
    var inverse = 1.0
    for count in stride(from: 1, through: agents, by: 1) {
      inverse = 1 + inverse * Double(count) / load
      if !inverse.isFinite { return 0 }
    }
    return 1 / inverse
  }
}
