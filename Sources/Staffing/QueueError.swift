package import Vocabulary

/// Figures a queue cannot be built of; each names what was found and what is expected.
package enum QueueError: Error, Sendable, Equatable {
  case calls(Double)
  case interval(Double)
  case handlingTime(Double)
  case patience(Double)
  case within(Double)
  case agents(Double)
  /// A share named by its option.
  case share(String, Double)
  case speedOfAnswer(Double)

  /// Stated limits of the models.
  package static let mostAgents = 1_000_000.0
  package static let mostSeconds = 10_000_000.0
  package static let mostCalls = 1e9

  package var wording: Wording {
    switch self {
    case .calls(let value):
      Wording(
        "话务量 \(value)：应在 0 到 \(QueueError.mostCalls) 之间", "calls \(value): expected 0 to \(QueueError.mostCalls)")
    case .interval(let value):
      Wording("时段 \(value) 秒：应大于 0", "interval \(value) s: expected more than 0")
    case .handlingTime(let value):
      Wording(
        "平均处理时长 \(value) 秒：应大于 0，最多 \(QueueError.mostSeconds)",
        "handling time \(value) s: expected more than 0, at most \(QueueError.mostSeconds)")
    case .patience(let value):
      Wording(
        "耐心 \(value) 秒：应大于 0、最多 \(QueueError.mostSeconds)，或 never",
        "patience \(value) s: expected more than 0, at most \(QueueError.mostSeconds), or never")
    case .within(let value):
      Wording(
        "应答时限 \(value) 秒：应在 0 到 \(QueueError.mostSeconds) 之间",
        "within \(value) s: expected 0 to \(QueueError.mostSeconds)")
    case .agents(let value):
      Wording(
        "坐席数 \(value)：应在 0 到 \(QueueError.mostAgents) 之间", "agents \(value): expected 0 to \(QueueError.mostAgents)")
    case .share(let name, let value):
      Wording("\(name) \(value)：应大于 0 且小于 1", "\(name) \(value): expected more than 0 and less than 1")
    case .speedOfAnswer(let value):
      Wording("平均应答速度 \(value) 秒：应大于 0", "speed of answer \(value) s: expected more than 0")
    }
  }
}

extension CallQueue {
  /// A queue of checked figures.
  ///
  /// - Parameters:
  ///   - calls: offered in the interval.
  ///   - interval: seconds.
  package init(
    calls: Double, interval: Double, handlingTime: Double, patience: Double?
  ) throws(QueueError) {
    guard calls >= 0, calls <= QueueError.mostCalls else { throw .calls(calls) }
    guard interval > 0, interval.isFinite else { throw .interval(interval) }
    guard handlingTime > 0, handlingTime <= QueueError.mostSeconds else { throw .handlingTime(handlingTime) }
    if let patience, !(patience > 0 && patience <= QueueError.mostSeconds) { throw .patience(patience) }
    self.init(arrivalRate: calls / interval, handlingTime: handlingTime, patience: patience)
    guard load <= QueueError.mostAgents else { throw .calls(calls) }
  }
}

extension QueueTarget {
  package func check() throws(QueueError) {
    guard within >= 0, within <= QueueError.mostSeconds else { throw .within(within) }
    for (name, value) in [("target", serviceLevel), ("occupancy", occupancy), ("abandonment", abandonment)] {
      if let value, !(value > 0 && (value < 1 || (name == "occupancy" && value == 1))) { throw .share(name, value) }
    }
    if let speedOfAnswer, !(speedOfAnswer > 0) { throw .speedOfAnswer(speedOfAnswer) }
  }
}
