internal import Foundation
package import Vocabulary

/// The agents needed on the phone, half-hour by half-hour.
///
/// Every half-hour with calls first gets the fewest whole agents that keep the floor and the occupancy cap. Then agents are
/// added one step at a time wherever a step serves most calls per agent, until the target holds over its scope: the
/// marginal allocation of G. Koole and E. van der Sluis (2003), on the concave envelope of each half-hour's gain.
package struct RequirementPlanner: Sendable {
  package let settings: CentreSettings

  package init(settings: CentreSettings) {
    self.settings = settings
  }

  package func requirement(forecast: Forecast) -> Requirement {
    let curves = forecast.rows.map { row in
      row.mean > 0 && row.averageHandlingTime > 0
        ? ServiceCurve(CallVolume(row, uncertainty: settings.service.uncertainty), settings: settings) : nil
    }
    var agents = curves.map { $0?.least ?? 0 }
    switch settings.service.scope {
    case .halfHour:
      for index in curves.indices { agents[index] = curves[index]?.agentsReachingTarget() ?? 0 }
    case .day:
      for start in stride(from: 0, to: curves.count, by: HalfHour.perDay) {
        allocate(curves, start..<min(curves.count, start + HalfHour.perDay), &agents)
      }
    case .month:
      allocate(curves, curves.indices, &agents)
    }
    return Requirement(
      rows: zip(forecast.rows, agents).map { row, agents in
        let required = Double(agents) / (1 - settings.shrinkage)
        return Requirement.Row(
          start: row.start, offered: row.mean, averageHandlingTime: row.averageHandlingTime,
          required: (required * 10_000).rounded() / 10_000)
      })
  }

  private struct Step {
    var half: Int
    var to: Int
    /// Gain per agent, and gain.
    var slope: Double
    var gain: Double
  }

  /// Takes steps of falling worth over a span until Σ (served in time − target × counted) is not below 0.
  private func allocate(_ curves: [ServiceCurve?], _ span: Range<Int>, _ agents: inout [Int]) {
    var balance = 0.0
    var steps: [Step] = []
    for half in span {
      guard let curve = curves[half] else { continue }
      balance += curve.gain(curve.least)
      for step in curve.envelope() { steps.append(Step(half: half, to: step.to, slope: step.slope, gain: step.gain)) }
    }
    // Ties by time, so that the same input gives the same plan.
    steps.sort { ($0.slope, $1.half, $1.to) > ($1.slope, $0.half, $0.to) }
    for step in steps {
      if balance >= -1e-9 { return }
      agents[step.half] = step.to
      balance += step.gain
    }
  }
}

/// One half-hour's calls served in time as a function of whole agents on the phone.
struct ServiceCurve: Sendable {
  /// The fewest agents that keep the floor and the occupancy cap.
  let least: Int
  /// Outcome with `least`, `least` + 1, … agents, until service is as good as perfect.
  private let outcomes: [VolumeOutcome]
  private let target: Double

  private static let perfect = 0.99995

  init(_ volume: CallVolume, settings: CentreSettings) {
    target = settings.service.target
    let load = volume.mean * volume.handlingTime / 1800
    var count = max(1, Int(load * 0.6))
    func outcome(_ count: Int) -> VolumeOutcome { volume.outcome(agents: Double(count), settings: settings) }
    func keeps(_ outcome: VolumeOutcome) -> Bool {
      outcome.serviceLevel >= settings.service.floor && outcome.occupancy <= settings.maxOccupancy
    }
    var present = outcome(count)
    while count > 1 && keeps(present) {
      count -= 1
      present = outcome(count)
    }
    let most = Int(load * 4 + 40)
    while !keeps(present) && count < most {
      count += 1
      present = outcome(count)
    }
    least = count
    var outcomes = [present]
    while let last = outcomes.last, last.serviceLevel < ServiceCurve.perfect, outcomes.count < most {
      outcomes.append(outcome(least + outcomes.count))
    }
    self.outcomes = outcomes
  }

  /// Calls served in time beyond the target's share.
  func gain(_ agents: Int) -> Double {
    let outcome = outcomes[min(max(0, agents - least), outcomes.count - 1)]
    return outcome.good - target * outcome.counted
  }

  func agentsReachingTarget() -> Int {
    least + (outcomes.firstIndex { $0.serviceLevel >= target } ?? outcomes.count - 1)
  }

  /// Steps along the upper concave envelope of the gain, of falling slope.
  func envelope() -> [(to: Int, slope: Double, gain: Double)] {
    var corners = [0]
    for next in outcomes.indices.dropFirst() {
      while corners.count > 1 {
        let last = corners[corners.count - 1]
        if slope(corners[corners.count - 2], last) <= slope(last, next) { corners.removeLast() } else { break }
      }
      corners.append(next)
    }
    return zip(corners, corners.dropFirst()).map { from, to in
      (least + to, slope(from, to), gain(least + to) - gain(least + from))
    }.filter { $0.slope > 0 }
  }

  private func slope(_ from: Int, _ to: Int) -> Double {
    (gain(least + to) - gain(least + from)) / Double(to - from)
  }
}
