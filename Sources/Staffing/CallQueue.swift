internal import Foundation

/// A half-hour's queue in steady state: Poisson arrivals, exponential handling, exponential patience (M/M/n+M, “Erlang A”)
/// or endless patience (M/M/n, “Erlang C”).
///
/// Exact from the birth–death chain: O. Garnett, A. Mandelbaum, M. Reiman, “Designing a Call Center with Impatient Customers”
/// (M&SOM 4, 2002); S. Zeltyn, “Call Centers with Impatient Customers” (2005). Relative error below 1e-10 for 1 to 20,000 agents
/// at any load. Rates are per second; see `QueueError` for what is refused.
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

  /// Truncation of sums: what is printed, and what only has to be compared.
  static let exact = 1e-26
  static let rough = 1e-9

  /// What callers meet with a number of agents on the phone; a fraction of an agent is taken linearly between whole ones.
  package func performance(agents: Double, within: Double) -> QueuePerformance {
    guard arrivalRate > 0 else { return .idle }
    let floor = max(0, agents.rounded(.down))
    let below = performance(agents: Int(floor), within: within)
    guard agents > floor else { return below }
    return below.mixed(with: performance(agents: Int(floor) + 1, within: within), share: agents - floor)
  }

  /// What callers meet with a whole number of agents on the phone. O(√load + queue).
  package func performance(agents: Int, within: Double) -> QueuePerformance {
    performance(agents: agents, within: within, precision: CallQueue.exact)
  }

  func performance(agents: Int, within: Double, precision: Double) -> QueuePerformance {
    guard arrivalRate > 0 else { return .idle }
    guard agents > 0 else { return withoutAgents(within) }
    guard let patience else { return erlangC(agents, within, precision) }
    return ErlangA(self, agents: agents, patience: patience, within: within, precision: precision).performance
  }

  /// Nobody answers: everyone gives up, or waits for ever.
  private func withoutAgents(_ within: Double) -> QueuePerformance {
    let gone = patience.map { -expm1(-within / $0) } ?? 0
    return QueuePerformance(
      waiting: 1, answeredInTime: 0, answered: 0, abandoned: patience == nil ? 0 : 1, abandonedInTime: gone,
      meanWait: patience ?? .infinity, speedOfAnswer: .infinity, occupancy: 1)
  }

  private func erlangC(_ agents: Int, _ within: Double, _ precision: Double) -> QueuePerformance {
    let spare = Double(agents) - load
    guard spare > 0 else {
      // The queue grows without end: nobody is answered in time.
      return QueuePerformance(
        waiting: 1, answeredInTime: 0, answered: 1, abandoned: 0, abandonedInTime: 0, meanWait: .infinity,
        speedOfAnswer: .infinity, occupancy: 1)
    }
    let idle = ErlangB.idleOdds(agents: agents, load: load, precision: precision) * spare / Double(agents)
    let waiting = 1 / (1 + idle)
    let atOnce = idle.isFinite ? idle / (1 + idle) : 1
    let rate = spare / handlingTime
    return QueuePerformance(
      waiting: waiting, answeredInTime: atOnce - waiting * expm1(-rate * within), answered: 1, abandoned: 0,
      abandonedInTime: 0, meanWait: waiting / rate, speedOfAnswer: waiting / rate, occupancy: load / Double(agents))
  }
}
