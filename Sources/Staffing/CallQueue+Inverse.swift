internal import Foundation
package import Vocabulary

/// The inverse problems: how many agents, calls or seconds meet a target.
extension CallQueue {
  /// The fewest whole agents that meet every part of a target; 0 where there are no calls.
  ///
  /// A few evaluations: from the many-server limit on, a secant on the logit of the service level, inside a bracket that always
  /// shrinks. Roughly truncated sums decide unless they come within `margin` of the goal.
  package func leastAgents(_ target: QueueTarget) -> Int {
    guard arrivalRate > 0 else { return 0 }
    var least = 1
    if let level = target.serviceLevel {
      least = leastAgents(serviceLevel: level, within: target.within, formula: target.formula)
    }
    guard target.occupancy != nil || target.abandonment != nil || target.speedOfAnswer != nil else { return least }
    if target.isMet(by: performance(agents: least, within: target.within)) { return least }
    // The rest falls with every agent: doubled steps up, then halved.
    var step = 1
    var low = least
    while !target.isMet(by: performance(agents: low + step, within: target.within)) {
      low += step
      step *= 2
    }
    var high = low + step
    while high - low > 1 {
      let middle = (low + high) / 2
      if target.isMet(by: performance(agents: middle, within: target.within)) { high = middle } else { low = middle }
    }
    return high
  }

  /// The fewest whole agents that serve a share of the calls in time.
  package func leastAgents(serviceLevel goal: Double, within: Double, formula: ServiceTarget.Formula) -> Int {
    guard arrivalRate > 0 else { return 0 }
    let spread = max(1, load.squareRoot())
    let aim = logit(goal)
    let start = ManyServerLimit(self, within: within).agents(serving: goal)
    var failing = 0
    var passing = Int.max
    var slope = start.slope
    var previous: (agents: Double, logit: Double)?
    // To the nearest: one agent too few and the least that will do both take two evaluations.
    var next = max(1, Int(start.agents.rounded()))
    while true {
      let level = roughLevel(next, within, formula, goal)
      if level >= goal { passing = next } else { failing = next }
      if passing - failing == 1 { return passing }
      let point = (agents: Double(next), logit: logit(level))
      if let previous, abs(point.logit - previous.logit) > 1e-9 {
        let secant = (point.logit - previous.logit) / (point.agents - previous.agents)
        if secant.isFinite && secant > 0 { slope = min(max(secant, 0.05 / spread), 20) }
      }
      previous = point
      let step = min(max((aim - point.logit) / slope, -3 * spread - 2), 3 * spread + 2)
      let guess = Int((point.agents + step).rounded(.up))
      next = passing == .max ? max(guess, failing + 1) : min(max(guess, failing + 1), passing - 1)
    }
  }

  /// Near enough to tell on which side of the goal it lies.
  private func roughLevel(
    _ agents: Int, _ within: Double, _ formula: ServiceTarget.Formula, _ goal: Double
  ) -> Double {
    let margin = 1e-5
    let level =
      switch (formula, patience) {
      case (.offered, let patience?):
        ErlangA(
          self, agents: agents, patience: patience, within: within, precision: CallQueue.rough, isInTimeOnly: true
        ).answeredInTime
      default: performance(agents: agents, within: within, precision: CallQueue.rough).serviceLevel(formula)
      }
    guard abs(level - goal) < margin * max(1, 1 / (1 - goal) * 0.01) else { return level }
    return performance(agents: agents, within: within).serviceLevel(formula)
  }

  /// The highest arrival rate, per second, at which so many agents meet a target; 0 where none does.
  package static func mostArrivals(
    agents: Int, handlingTime: Double, patience: Double?, target: QueueTarget
  ) -> Double {
    guard agents > 0, !target.measures.isEmpty else { return agents > 0 ? .infinity : 0 }
    func isMet(_ rate: Double) -> Bool {
      let queue = CallQueue(arrivalRate: rate, handlingTime: handlingTime, patience: patience)
      return target.isMet(by: queue.performance(agents: agents, within: target.within))
    }
    var low = 0.0
    var high = Double(agents) / handlingTime
    while isMet(high) {
      low = high
      high *= 2
    }
    while high - low > 1e-13 * high {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if isMet(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// The seconds within which a share of the calls is served, counted by a formula; nil where it never is.
  package func seconds(serving share: Double, agents: Int, formula: ServiceTarget.Formula) -> Double? {
    func level(_ within: Double) -> Double { performance(agents: agents, within: within).serviceLevel(formula) }
    if level(0) >= share { return 0 }
    var high = 1.0
    while level(high) < share {
      high *= 2
      if high > 1e9 { return nil }
    }
    var low = 0.0
    while high - low > 1e-12 * high {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if level(middle) >= share { high = middle } else { low = middle }
    }
    return high
  }
}
