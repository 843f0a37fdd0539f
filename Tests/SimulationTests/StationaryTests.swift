import Simulation
import Staffing
import TestSupport
import Testing
import Vocabulary

/// A floor that never changes against the queue in steady state.
@Suite struct StationaryTests {
  struct Setting {
    var agents: Int
    var load: Double
    var patience: Double?
  }

  /// All counts after a warm-up of eight half-hours, over replications.
  static func simulate(_ setting: Setting, replications: Int, halves: Int, seed: UInt64) -> ReplicatedCounts {
    let duties = (0..<setting.agents).map {
      SimulatedFloor.Duty(rank: 0, span: 0..<halves, meal: 0..<0, shift: $0)
    }
    let floor = SimulatedFloor(productivities: [1], duties: duties, shiftCount: setting.agents)
    let rates = [Double](repeating: setting.load / 150 * 1800, count: halves)
    var traffic = CallTraffic(
      arrivals: .rates { _ in rates }, handlingTimes: [Double](repeating: 150, count: halves),
      patience: setting.patience)
    traffic.handling = .exponential
    var options = SimulationOptions(within: 15)
    options.replications = replications
    options.seed = seed
    let result = MonthSimulator(floor: floor, traffic: traffic, options: options).run()
    // The second day, when nothing is left of the empty start.
    return result.days[1]
  }

  @Test(arguments: [
    Setting(agents: 1, load: 0.6, patience: 60), Setting(agents: 5, load: 4.2, patience: 120),
    Setting(agents: 20, load: 22, patience: 90), Setting(agents: 60, load: 56, patience: 300),
    Setting(agents: 12, load: 9.6, patience: nil),
  ])
  func everyIndicatorLiesInItsInterval(_ setting: Setting) throws {
    let counts = StationaryTests.simulate(setting, replications: 60, halves: 96, seed: 7)
    let exact = CallQueue(arrivalRate: setting.load / 150, handlingTime: 150, patience: setting.patience)
      .performance(agents: setting.agents, within: 15)
    let expected: [(SimulatedIndicator, Double)] = [
      (.serviceLevel(.offered), exact.serviceLevel(.offered)),
      (.serviceLevel(.answered), exact.serviceLevel(.answered)),
      (.serviceLevel(.shortAbandonsGood), exact.serviceLevel(.shortAbandonsGood)),
      (.serviceLevel(.shortAbandonsOut), exact.serviceLevel(.shortAbandonsOut)), (.abandonment, exact.abandoned),
      (.speedOfAnswer, exact.speedOfAnswer), (.occupancy, exact.occupancy),
    ]
    for (indicator, value) in expected {
      let found = try #require(counts.value(indicator))
      let error = try #require(counts.standardError(indicator))
      // Thirty-five intervals of 99.9 %.
      #expect(
        abs(found - value) <= 3.3 * error + 1e-12, "\(indicator) of \(setting): \(found) ± \(error), exactly \(value)")
    }
  }
}
