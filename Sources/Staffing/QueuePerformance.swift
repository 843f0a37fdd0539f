package import Vocabulary

/// What the callers of a queue meet, as shares of all calls offered.
package struct QueuePerformance: Sendable, Equatable {
  /// Who finds all agents busy.
  package var waiting: Double
  package var answeredInTime: Double
  package var answered: Double
  package var abandoned: Double
  package var abandonedInTime: Double
  /// Mean seconds in the queue, of all callers.
  package var meanWait: Double
  /// Mean seconds in the queue, of those who are answered (ASA); infinite where nobody is.
  package var speedOfAnswer: Double
  /// Share of their time that agents talk.
  package var occupancy: Double

  /// A queue without calls.
  package static let idle = QueuePerformance(
    waiting: 0, answeredInTime: 1, answered: 1, abandoned: 0, abandonedInTime: 0, meanWait: 0, speedOfAnswer: 0,
    occupancy: 0)

  /// The line between this (share 0) and another (share 1).
  func mixed(with other: QueuePerformance, share: Double) -> QueuePerformance {
    func mix(_ path: KeyPath<QueuePerformance, Double>) -> Double {
      self[keyPath: path] + share * (other[keyPath: path] - self[keyPath: path])
    }
    return QueuePerformance(
      waiting: mix(\.waiting), answeredInTime: mix(\.answeredInTime), answered: mix(\.answered),
      abandoned: mix(\.abandoned), abandonedInTime: mix(\.abandonedInTime),
      meanWait: meanWait.isFinite ? mix(\.meanWait) : other.meanWait,
      speedOfAnswer: speedOfAnswer.isFinite ? mix(\.speedOfAnswer) : other.speedOfAnswer, occupancy: mix(\.occupancy))
  }

  /// Calls that count as served in time, and calls that count at all, by a formula of FORMATS.md.
  package func counted(_ formula: ServiceTarget.Formula) -> (good: Double, counted: Double) {
    formula.counted(answeredInTime: answeredInTime, answered: answered, abandonedInTime: abandonedInTime)
  }

  package func serviceLevel(_ formula: ServiceTarget.Formula) -> Double {
    let calls = counted(formula)
    return calls.counted > 0 ? min(1, max(0, calls.good / calls.counted)) : 1
  }
}

extension ServiceTarget.Formula {
  /// The same of shares of all calls offered.
  func counted(answeredInTime: Double, answered: Double, abandonedInTime: Double) -> (good: Double, counted: Double) {
    switch self {
    case .offered: (answeredInTime, 1)
    case .answered: (answeredInTime, answered)
    case .shortAbandonsGood: (answeredInTime + abandonedInTime, 1)
    case .shortAbandonsOut: (answeredInTime, max(0, 1 - abandonedInTime))
    }
  }
}
