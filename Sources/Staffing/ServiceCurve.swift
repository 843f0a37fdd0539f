internal import Foundation
internal import Vocabulary

/// One half-hour's calls served in time as a function of whole agents on the phone, computed as far as it is asked for.
struct ServiceCurve: Sendable {
  /// A piece of the upper concave envelope of the gain.
  struct Step: Sendable, Equatable {
    var from: Int
    var to: Int
    /// Gain per agent, and gain.
    var slope: Double
    var gain: Double
  }

  /// Taken so far; at first the fewest that keep floor, occupancy cap and minimum.
  private(set) var agents: Int
  private let volume: CallVolume
  private let settings: CentreSettings
  private let least: Int
  /// What asks for `least`.
  private let leastBinding: Requirement.Binding
  /// With `least`, `least` + 1, … agents.
  private var outcomes: [VolumeOutcome] = []
  private var found: Step?
  /// No gain is above: every call is served in time.
  private let highestGain: Double

  private static let perfect = 0.99995

  /// Calls to expect.
  var offered: Double { volume.mean }

  init(_ volume: CallVolume, settings: CentreSettings) {
    self.volume = volume
    self.settings = settings
    highestGain = volume.mean * (1 - settings.service.target)
    var count = ServiceCurve.fewest(volume, settings) { $0.serviceLevel >= settings.service.floor }
    var binding = count > 1 ? Requirement.Binding.floor : .minimum
    let cap = settings.maxOccupancy
    if volume.roughOutcome(agents: count, settings: settings).occupancy > cap {
      count = ServiceCurve.fewest(volume, settings) { $0.occupancy <= cap }
      binding = .occupancy
    }
    if settings.minAgents > count { (count, binding) = (settings.minAgents, .minimum) }
    least = count
    leastBinding = binding
    agents = count
  }

  /// What asks for the last agent.
  var binding: Requirement.Binding { agents > least ? .target : leastBinding }

  /// The fewest agents, at least 1, with which something holds that holds with more. Overloads beyond four times the load are given up.
  private static func fewest(
    _ volume: CallVolume, _ settings: CentreSettings, _ holds: (VolumeOutcome) -> Bool
  ) -> Int {
    func passes(_ count: Int) -> Bool { holds(volume.roughOutcome(agents: count, settings: settings)) }
    let load = volume.mean * volume.loadFactor * volume.handlingTime / 1800
    let most = Int(load * 4 + 40)
    var (failing, passing) = (0, most)
    var step = max(1, Int(load.squareRoot() / 2))
    var next = max(1, Int(load))
    while passing - failing > 1 {
      if passes(next) {
        passing = next
        next = failing > 0 ? (failing + passing) / 2 : max(1, next - step)
      } else {
        failing = next
        next = passing < most ? (failing + passing) / 2 : min(most - 1, next + step)
      }
      if failing == 0 || passing == most { step *= 2 }
      next = min(max(next, failing + 1), passing - 1)
    }
    return passing
  }

  mutating func outcome(_ count: Int) -> VolumeOutcome {
    while outcomes.count <= count - least {
      outcomes.append(volume.roughOutcome(agents: least + outcomes.count, settings: settings))
    }
    return outcomes[count - least]
  }

  /// Calls served in time beyond the target's share.
  mutating func gain(_ count: Int) -> Double {
    let outcome = outcome(count)
    return outcome.good - settings.service.target * outcome.counted
  }

  var gain: Double {
    mutating get { gain(agents) }
  }

  /// The step that gains most per agent from here; nil where service is as good as perfect or more agents gain nothing.
  ///
  /// The search ends where even perfect service would gain less per agent.
  mutating func next() -> Step? {
    if let found, found.from == agents { return found }
    guard outcome(agents).serviceLevel < ServiceCurve.perfect else { return nil }
    let here = gain(agents)
    var best: Step?
    var to = agents + 1
    while (highestGain - here) / Double(to - agents) > max(best?.slope ?? 0, 1e-12) {
      let gain = gain(to) - here
      let slope = gain / Double(to - agents)
      // The longer of equal ones.
      if slope > 0, slope >= best?.slope ?? 0 { best = Step(from: agents, to: to, slope: slope, gain: gain) }
      to += 1
    }
    found = best
    return best
  }

  mutating func take(_ step: Step) {
    agents = step.to
    found = nil
  }

  /// Undoes the last step taken.
  mutating func giveBack(_ step: Step) {
    agents = step.from
    found = nil
  }

  /// Takes the agents of the last step back that a surplus allows.
  mutating func shorten(_ step: Step, by surplus: Double) {
    let reached = gain(step.to)
    while agents - 1 > step.from, reached - gain(agents - 1) <= surplus { agents -= 1 }
  }

  /// Adds agents until this half-hour reaches the target by itself, or as good as perfect service.
  mutating func reachTarget() {
    let goal = min(settings.service.target, ServiceCurve.perfect)
    while outcome(agents).serviceLevel < goal { agents += 1 }
  }
}
