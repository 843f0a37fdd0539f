/// The three classic queues of a call centre.
package enum QueueModel: String, Sendable, CaseIterable {
  /// Waiting callers give up (M/M/n+M).
  case erlangA = "A"
  /// Callers who find all agents busy are lost (M/M/n/n).
  case erlangB = "B"
  /// Callers wait for ever (M/M/n).
  case erlangC = "C"

  /// What callers meet with so many agents.
  package func performance(_ queue: CallQueue, agents: Double, within: Double) -> QueuePerformance {
    switch self {
    case .erlangA: return queue.performance(agents: agents, within: within)
    case .erlangC: return endless(queue).performance(agents: agents, within: within)
    case .erlangB:
      let whole = agents.rounded(.down)
      let below = ErlangB.performance(agents: Int(whole), load: queue.load)
      guard agents > whole else { return below }
      return below.mixed(with: ErlangB.performance(agents: Int(whole) + 1, load: queue.load), share: agents - whole)
    }
  }

  /// The fewest whole agents that meet a target.
  package func leastAgents(_ queue: CallQueue, _ target: QueueTarget) -> Int {
    switch self {
    case .erlangA: return queue.leastAgents(target)
    case .erlangC: return endless(queue).leastAgents(target)
    case .erlangB:
      guard queue.load > 0 else { return 0 }
      func isMet(_ agents: Int) -> Bool { target.isMet(by: ErlangB.performance(agents: agents, load: queue.load)) }
      var high = 1
      while !isMet(high) { high *= 2 }
      var low = high / 2
      while high - low > 1 {
        let middle = (low + high) / 2
        if isMet(middle) { high = middle } else { low = middle }
      }
      return high
    }
  }

  private func endless(_ queue: CallQueue) -> CallQueue {
    CallQueue(arrivalRate: queue.arrivalRate, handlingTime: queue.handlingTime, patience: nil)
  }
}
