internal import Foundation
internal import Parallel
internal import Vocabulary

/// Replays a period call by call through a floor, many times.
package struct MonthSimulator: Sendable {
  package let floor: SimulatedFloor
  package let traffic: CallTraffic
  package let options: SimulationOptions

  package init(floor: SimulatedFloor, traffic: CallTraffic, options: SimulationOptions) {
    self.floor = floor
    self.traffic = traffic
    self.options = options
  }

  /// Replications at once: results are folded in their order, so that the number of threads does not matter.
  private static let block = 32

  /// - Parameter isCancelled: asked before each replication; the result is those done by then, up to the first that is not.
  package func run(isCancelled: @escaping @Sendable () -> Bool = { false }) -> SimulationResult {
    var result = SimulationResult(halves: traffic.handlingTimes.count)
    var first = 0
    while first < options.replications, !isCancelled() {
      let count = min(MonthSimulator.block, options.replications - first)
      let begin = first
      let (floor, traffic, options) = (floor, traffic, options)
      let counts = ParallelTasks.map(count: count, threads: options.threads) { index in
        isCancelled() ? nil : Replication.run(floor, traffic, options, replication: begin + index)
      }
      for case let replication? in counts.prefix(while: { $0 != nil }) { result.add(replication) }
      first += count
    }
    return result
  }
}

/// What the replications brought.
package struct SimulationResult: Sendable {
  /// Sums over replications, by half-hour, with what the spread of ratios needs.
  package private(set) var halves: [ReplicatedCounts]
  package private(set) var days: [ReplicatedCounts]
  package private(set) var month = ReplicatedCounts()
  /// The month's counts of each replication.
  package private(set) var months: [CallCounts] = []

  init(halves count: Int) {
    halves = [ReplicatedCounts](repeating: ReplicatedCounts(), count: count)
    days = [ReplicatedCounts](
      repeating: ReplicatedCounts(), count: (count + HalfHour.perDay - 1) / HalfHour.perDay)
  }

  package var replications: Int { months.count }

  mutating func add(_ counts: [CallCounts]) {
    var total = CallCounts()
    var day = CallCounts()
    for (index, half) in counts.enumerated() {
      halves[index].add(half)
      day += half
      if index % HalfHour.perDay == HalfHour.perDay - 1 || index == counts.count - 1 {
        days[index / HalfHour.perDay].add(day)
        total += day
        day = CallCounts()
      }
    }
    month.add(total)
    months.append(total)
  }
}
