internal import Foundation

/// A half-hour's queue in steady state: Poisson arrivals, exponential handling, exponential patience (M/M/n+M, “Erlang A”)
/// or endless patience (M/M/n, “Erlang C”).
///
/// Exact from the birth–death chain: O. Garnett, A. Mandelbaum, M. Reiman, “Designing a Call Center with Impatient Customers”
/// (M&SOM 4, 2002); S. Zeltyn, “Call Centers with Impatient Customers” (2005). Rates are per second.
package struct CallQueue: Sendable {
  package let arrivalRate: Double
  package let handlingTime: Double
  /// Mean seconds until a waiting caller gives up; nil = never.
  package let patience: Double?

  package init(arrivalRate: Double, handlingTime: Double, patience: Double?) {
    self.arrivalRate = arrivalRate
    self.handlingTime = handlingTime
    self.patience = patience
  }

  /// Offered load in erlangs.
  package var load: Double { arrivalRate * handlingTime }

  /// What callers meet with a number of agents on the phone; a fraction of an agent is taken linearly between whole ones.
  package func performance(agents: Double, within: Double) -> QueuePerformance {
    guard arrivalRate > 0 else { return .idle }
    let floor = max(0, agents.rounded(.down))
    let below = performance(agents: Int(floor), within: within)
    guard agents > floor else { return below }
    return below.mixed(with: performance(agents: Int(floor) + 1, within: within), share: agents - floor)
  }

  /// What callers meet with a whole number of agents on the phone. O(agents + queue).
  package func performance(agents: Int, within: Double) -> QueuePerformance {
    guard arrivalRate > 0 else { return .idle }
    guard agents > 0 else { return withoutAgents(within) }
    return patience.map { erlangA(agents, patience: $0, within) } ?? erlangC(agents, within)
  }

  /// Nobody answers: everyone gives up, or waits for ever.
  private func withoutAgents(_ within: Double) -> QueuePerformance {
    let gone = patience.map { 1 - exp(-within / $0) } ?? 0
    return QueuePerformance(
      waiting: 1, answeredInTime: 0, answered: 0, abandoned: patience == nil ? 0 : 1, abandonedInTime: gone,
      meanWait: patience ?? .infinity, occupancy: 1)
  }

  private func erlangC(_ agents: Int, _ within: Double) -> QueuePerformance {
    let spare = Double(agents) - load
    guard spare > 0 else {
      // The queue grows without end: nobody is answered in time.
      return QueuePerformance(
        waiting: 1, answeredInTime: 0, answered: 1, abandoned: 0, abandonedInTime: 0, meanWait: .infinity, occupancy: 1)
    }
    let blocking = ErlangB.blocking(agents: agents, load: load)
    let utilisation = load / Double(agents)
    let waiting = blocking / (1 - utilisation * (1 - blocking))
    let rate = spare / handlingTime
    return QueuePerformance(
      waiting: waiting, answeredInTime: 1 - waiting * exp(-rate * within), answered: 1, abandoned: 0,
      abandonedInTime: 0, meanWait: waiting / rate, occupancy: utilisation)
  }

  /// Sums over the queue's states, weighted against the state in which the last agent becomes busy.
  private func erlangA(_ agents: Int, patience: Double, _ within: Double) -> QueuePerformance {
    let service = Double(agents) / handlingTime
    let leaving = 1 / patience
    let blocking = ErlangB.blocking(agents: agents, load: load)
    // Weight of j waiting callers against none waiting: Π λ ÷ (nμ + iθ).
    var weight = 1.0
    var queue = 0.0
    var waiters = 0.0
    var inTime = 0.0
    var chain = DepartureChain(service: service, leaving: leaving, within: within)
    var gone = 0.0
    var depth = 0
    let most = 200_000
    while depth < most {
      let (served, left) = chain.next()
      queue += weight
      inTime += weight * served
      gone += weight * left
      waiters += weight * Double(depth)
      depth += 1
      weight *= arrivalRate / (service + Double(depth) * leaving)
      if weight < 1e-18 * queue && arrivalRate < service + Double(depth) * leaving { break }
    }
    // P(all busy, j waiting) = weight ÷ (1 ÷ B − 1 + Σ weights), B the blocking probability.
    let total = 1 / max(blocking, 1e-300) - 1 + queue
    let waiting = queue / total
    let abandonedRate = leaving * waiters / total
    let abandoned = min(1, abandonedRate / arrivalRate)
    let answered = 1 - abandoned
    return QueuePerformance(
      waiting: waiting, answeredInTime: min(answered, 1 - waiting + inTime / total), answered: answered,
      abandoned: abandoned, abandonedInTime: min(abandoned, gone / total), meanWait: waiters / total / arrivalRate,
      occupancy: min(1, load * answered / Double(agents)))
  }
}
