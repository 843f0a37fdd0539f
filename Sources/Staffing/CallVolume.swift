internal import Foundation
internal import Vocabulary

/// The calls of a half-hour as a few weighted rates: the forecast's distribution without the chance that the queue itself
/// accounts for.
///
/// The variance of the count beyond its Poisson part is that of the rate. It is read off the 10 % and 90 % quantiles, taken
/// as lognormal with the forecast's mean, and integrated by five Gauss–Hermite nodes.
struct CallVolume: Sendable {
  /// Calls in the half-hour and their weight; weights add up to 1.
  let nodes: [(calls: Double, weight: Double)]
  let handlingTime: Double
  /// Of the load that meets the agents to that of the half-hour's own calls.
  var loadFactor = 1.0

  private static let hermite: [(deviate: Double, weight: Double)] = [
    (-2.856970013872805, 0.011257411327720683), (-1.355626179974266, 0.22207592200561266), (0, 0.5333333333333333),
    (1.355626179974266, 0.22207592200561266), (2.856970013872805, 0.011257411327720683),
  ]
  /// Distance of the 10 % and 90 % quantiles of a normal distribution in standard deviations.
  private static let interdecile = 2.5631031310892007

  init(_ row: Forecast.Row, uncertainty: ServiceTarget.Uncertainty) {
    handlingTime = row.averageHandlingTime
    guard uncertainty == .expected, row.mean > 0, row.quantiles.count == Forecast.levels.count else {
      nodes = [(row.mean, 1)]
      return
    }
    let deviation = max(0, row.quantiles[5] - row.quantiles[1]) / CallVolume.interdecile
    let variance = deviation * deviation - row.mean
    guard variance > 1e-9 * row.mean * row.mean else {
      nodes = [(row.mean, 1)]
      return
    }
    let spread = log(1 + variance / (row.mean * row.mean)).squareRoot()
    nodes = CallVolume.hermite.map { (row.mean * exp(spread * $0.deviate - spread * spread / 2), $0.weight) }
  }

  init(equallyLikely calls: [Double], handlingTime: Double) {
    nodes = calls.map { ($0, 1 / Double(calls.count)) }
    self.handlingTime = handlingTime
  }

  var mean: Double { nodes.reduce(0) { $0 + $1.calls * $1.weight } }

  /// Calls in the half-hour by what they met, with agents on the phone.
  func outcome(agents: Double, settings: CentreSettings) -> VolumeOutcome {
    outcome(settings) { $0.performance(agents: agents, within: settings.service.within) }
  }

  /// The same to nine digits, for whole agents.
  func roughOutcome(agents: Int, settings: CentreSettings) -> VolumeOutcome {
    outcome(settings) {
      $0.performance(agents: agents, within: settings.service.within, precision: CallQueue.rough)
    }
  }

  private func outcome(
    _ settings: CentreSettings, _ performance: (CallQueue) -> QueuePerformance
  ) -> VolumeOutcome {
    var result = VolumeOutcome()
    for node in nodes where node.calls > 0 {
      let queue = CallQueue(
        arrivalRate: node.calls * loadFactor / 1800, handlingTime: handlingTime, patience: settings.patience)
      let performance = performance(queue)
      let calls = performance.counted(settings.service.formula)
      let offered = node.calls * node.weight
      result.offered += offered
      result.good += offered * calls.good
      result.counted += offered * calls.counted
      result.answered += offered * performance.answered
      result.occupancy += node.weight * performance.occupancy
    }
    return result
  }
}

/// Expected calls of a span, by what they met.
package struct VolumeOutcome: Sendable, Equatable {
  package var offered = 0.0
  /// Served in time, and counted, by the centre's formula.
  package var good = 0.0
  package var counted = 0.0
  package var answered = 0.0
  /// Of a half-hour.
  package var occupancy = 0.0

  package init() {}

  /// 1 where no call counts.
  package var serviceLevel: Double { counted > 0 ? min(1, max(0, good / counted)) : 1 }
  package var answerRate: Double { offered > 0 ? min(1, answered / offered) : 1 }

  package static func += (left: inout VolumeOutcome, right: VolumeOutcome) {
    left.offered += right.offered
    left.good += right.good
    left.counted += right.counted
    left.answered += right.answered
  }
}
