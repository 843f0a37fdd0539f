package import Vocabulary

/// What a staffing has to reach; nil = not asked for.
package struct QueueTarget: Sendable, Equatable {
  /// Share served within `within` seconds by the formula, between 0 and 1.
  package var serviceLevel: Double?
  package var within: Double
  package var formula: ServiceTarget.Formula
  /// At most this share of the agents' time.
  package var occupancy: Double?
  /// At most this share of the calls.
  package var abandonment: Double?
  /// At most these seconds until those who are answered are answered.
  package var speedOfAnswer: Double?

  package init(
    serviceLevel: Double? = nil, within: Double, formula: ServiceTarget.Formula = .offered, occupancy: Double? = nil,
    abandonment: Double? = nil, speedOfAnswer: Double? = nil
  ) {
    self.serviceLevel = serviceLevel
    self.within = within
    self.formula = formula
    self.occupancy = occupancy
    self.abandonment = abandonment
    self.speedOfAnswer = speedOfAnswer
  }

  /// Each thing asked for as a measure that rises with the agents, and what it has to reach.
  var measures: [(goal: Double, value: @Sendable (QueuePerformance) -> Double)] {
    var result: [(goal: Double, value: @Sendable (QueuePerformance) -> Double)] = []
    if let occupancy { result.append((-occupancy, { -$0.occupancy })) }
    if let abandonment { result.append((-abandonment, { -$0.abandoned })) }
    if let speedOfAnswer { result.append((-speedOfAnswer, { -$0.speedOfAnswer })) }
    if let serviceLevel {
      let formula = formula
      result.append((serviceLevel, { $0.serviceLevel(formula) }))
    }
    return result
  }

  package func isMet(by performance: QueuePerformance) -> Bool {
    measures.allSatisfy { $0.value(performance) >= $0.goal }
  }
}
