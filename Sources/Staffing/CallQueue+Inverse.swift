internal import Foundation
package import Vocabulary

/// The inverse problems: how many agents, calls or seconds meet a target.
extension CallQueue {
  /// The fewest whole agents that meet every part of a target; 0 where there are no calls.
  ///
  /// The service level first; what else is asked for falls with every agent and is searched from there.
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
