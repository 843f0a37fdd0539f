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

  /// The counts of the second day, when nothing is left of the empty start; the floor outlasts it.
  private func simulate(_ setting: Setting, replications: Int, seed: UInt64) -> ReplicatedCounts {
    let halves = 2 * HalfHour.perDay
    let duties = (0..<setting.agents).map {
      SimulatedFloor.Duty(rank: 0, span: 0..<halves + 4, meal: 0..<0, shift: $0)
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
    return MonthSimulator(floor: floor, traffic: traffic, options: options).run().days[1]
  }

  /// 1 to 40 agents with half a root of them too few to one and a half too many, patience 20 s to never (then half a root to spare
  /// at least, so that a day forgets how it began).
  private func settings(_ count: Int) -> [Setting] {
    var random = SeededRandom(seed: 50)
    return (0..<count).map { _ in
      let agents = [1, 2, 5, 10, 20, 40][random.below(6)]
      let patience: Double? = [20, 60, 120, 400, nil][random.below(5)]
      let least = patience == nil ? 0.5 : -0.5
      let spare = least + (1.5 - least) * random.uniform()
      let load = max(Double(agents) * 0.4, Double(agents) - spare * Double(agents).squareRoot())
      return Setting(agents: agents, load: load, patience: patience)
    }
  }

  /// Fifty settings, seven indicators each. All lie in intervals that hold together with 99 %; of intervals that hold each for
  /// itself with 99 %, about one in a hundred misses.
  @Test func everyIndicatorLiesInItsInterval() throws {
    var deviations: [Double] = []
    for (index, setting) in settings(50).enumerated() {
      let counts = simulate(setting, replications: 80, seed: 100 + UInt64(index))
      let exact = CallQueue(arrivalRate: setting.load / 150, handlingTime: 150, patience: setting.patience)
        .performance(agents: setting.agents, within: 15)
      var expected: [(SimulatedIndicator, Double)] = ServiceTarget.Formula.allCases.map {
        (.serviceLevel($0), exact.serviceLevel($0))
      }
      expected += [(.speedOfAnswer, exact.speedOfAnswer), (.occupancy, exact.occupancy)]
      if setting.patience == nil {
        #expect(counts.value(.abandonment) == 0)
      } else {
        expected.append((.abandonment, exact.abandoned))
      }
      for (indicator, value) in expected {
        let found = try #require(counts.value(indicator))
        let error = try #require(counts.standardError(indicator))
        let deviation = abs(found - value) / error
        // Student's 1 − 0.005/350 with 79 degrees of freedom.
        #expect(deviation <= 4.45, "\(indicator) of \(setting): \(found) ± \(error), exactly \(value)")
        deviations.append(deviation)
      }
    }
    // Student's 0.995; twelve or more misses of about 340 come by chance once in two thousand times.
    #expect(deviations.count { $0 > 2.640 } < 12)
  }
}
