package import Vocabulary

/// Calls of a span by what they met, and the time of agents.
package struct CallCounts: Sendable, Equatable {
  package var offered = 0
  package var answered = 0
  package var answeredInTime = 0
  package var abandoned = 0
  package var abandonedInTime = 0
  /// Seconds waited by those who were answered.
  package var waitSeconds = 0.0
  package var busySeconds = 0.0
  /// Seconds agents were on the phone, talking or waiting for a call.
  package var agentSeconds = 0.0

  package init() {}

  package static func += (left: inout CallCounts, right: CallCounts) {
    left.offered += right.offered
    left.answered += right.answered
    left.answeredInTime += right.answeredInTime
    left.abandoned += right.abandoned
    left.abandonedInTime += right.abandonedInTime
    left.waitSeconds += right.waitSeconds
    left.busySeconds += right.busySeconds
    left.agentSeconds += right.agentSeconds
  }

  /// Calls served in time and calls counted, by a formula of FORMATS.md.
  package func counted(_ formula: ServiceTarget.Formula) -> (good: Int, counted: Int) {
    switch formula {
    case .offered: (answeredInTime, offered)
    case .answered: (answeredInTime, answered)
    case .shortAbandonsGood: (answeredInTime + abandonedInTime, offered)
    case .shortAbandonsOut: (answeredInTime, offered - abandonedInTime)
    }
  }

  /// Numerator and denominator of an indicator.
  package func ratio(_ indicator: SimulatedIndicator) -> (part: Double, whole: Double) {
    switch indicator {
    case .serviceLevel(let formula):
      let calls = counted(formula)
      return (Double(calls.good), Double(calls.counted))
    case .answerRate: return (Double(answered), Double(offered))
    case .abandonment: return (Double(abandoned), Double(offered))
    case .speedOfAnswer: return (waitSeconds, Double(answered))
    case .occupancy: return (busySeconds, agentSeconds)
    }
  }

  /// Nil where nothing counts.
  package func value(_ indicator: SimulatedIndicator) -> Double? {
    let ratio = ratio(indicator)
    return ratio.whole > 0 ? ratio.part / ratio.whole : nil
  }
}

package enum SimulatedIndicator: Sendable, Equatable {
  case serviceLevel(ServiceTarget.Formula)
  case answerRate, abandonment, speedOfAnswer, occupancy
}
