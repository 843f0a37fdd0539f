import Staffing
import TestSupport
import Testing
import Vocabulary

/// Requirements against enumeration on small cases, and what every requirement must keep.
@Suite struct RequirementTests {
  private func forecast(_ calls: [Double], spread: Double = 0) -> Forecast {
    let start = HalfHour("2026-12-01T08:00")!
    return Forecast(
      rows: calls.enumerated().map { index, mean in
        let deviation = (mean + spread * spread * mean * mean).squareRoot()
        let quantiles = [-1.645, -1.2816, -0.674, 0, 0.674, 1.2816, 1.645].map { max(0, mean + $0 * deviation) }
        return Forecast.Row(start: start.adding(index), mean: mean, quantiles: quantiles, averageHandlingTime: 150)
      })
  }

  private func settings(_ scope: ServiceTarget.Scope, floor: Double = 0.5) -> CentreSettings {
    var settings = CentreSettings(centre: "x", seats: [SeatsEntry(seats: 100)])
    settings.patience = 120
    settings.service.target = 0.85
    settings.service.within = 15
    settings.service.scope = scope
    settings.service.floor = floor
    settings.service.uncertainty = .mean
    return settings
  }

  /// Agents on the phone in all, and the calls-weighted service.
  private func outcome(_ agents: [Int], _ forecast: Forecast, _ settings: CentreSettings) -> Double {
    let estimate = ServiceEstimate(settings: settings)
    var total = VolumeOutcome()
    for (agents, row) in zip(agents, forecast.rows) { total += estimate.outcome(effective: Double(agents), row: row) }
    return total.serviceLevel
  }

  /// The fewest agents in all of every allocation that keeps the floor and the target, by enumeration.
  private func fewest(_ forecast: Forecast, _ settings: CentreSettings) -> Int {
    let estimate = ServiceEstimate(settings: settings)
    let outcomes = forecast.rows.map { row in (0...18).map { estimate.outcome(effective: Double($0), row: row) } }
    var fewest = Int.max
    func keeps(_ half: Int, _ agents: Int) -> Bool {
      let outcome = outcomes[half][agents]
      return outcome.serviceLevel >= settings.service.floor && outcome.occupancy <= settings.maxOccupancy
    }
    for first in 1...18 where keeps(0, first) {
      for second in 1...18 where keeps(1, second) {
        for third in 1...18 where first + second + third < fewest && keeps(2, third) {
          var total = outcomes[0][first]
          total += outcomes[1][second]
          total += outcomes[2][third]
          if total.serviceLevel >= settings.service.target { fewest = first + second + third }
        }
      }
    }
    return fewest
  }

  private func planned(_ forecast: Forecast, _ settings: CentreSettings) -> [Int] {
    RequirementPlanner(settings: settings).requirement(forecast: forecast).rows.map { Int($0.required) }
  }

  /// Above a floor of one half gains are concave: no allocation has fewer agents, with and without uncertainty.
  @Test(arguments: seeds(40)) func noAllocationHasFewerAgents(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let forecast = forecast((0..<3).map { _ in Double(3 + random.below(45)) }, spread: 0.3 * random.uniform())
    var settings = settings(.month, floor: 0.5 + 0.3 * random.uniform())
    settings.service.uncertainty = random.below(2) == 0 ? .mean : .expected
    settings.service.target = 0.8 + 0.15 * random.uniform()
    settings.maxOccupancy = random.below(2) == 0 ? 1 : 0.85
    settings.service.formula = ServiceTarget.Formula.allCases[random.below(4)]
    let agents = planned(forecast, settings)
    #expect(outcome(agents, forecast, settings) >= settings.service.target - 1e-7)
    #expect(agents.reduce(0, +) == fewest(forecast, settings))
  }

  /// Of one who knows that one of two ways it will be: no allocation has fewer agents.
  @Test(arguments: seeds(20)) func whoKnowsThePathsTakesFewest(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let paths = (0..<2).map { _ in (0..<3).map { _ in Double(3 + random.below(45)) } }
    let settings = settings(.month, floor: 0.5)
    let agents = RequirementPlanner(settings: settings).agents(onPaths: paths, handlingTimes: [150, 150, 150])
    let ways = paths.map { forecast($0) }
    func served(_ half: Int, _ agents: Int) -> VolumeOutcome {
      var total = VolumeOutcome()
      for way in ways {
        total += ServiceEstimate(settings: settings).outcome(effective: Double(agents), row: way.rows[half])
      }
      return total
    }
    let outcomes = (0..<3).map { half in (0...18).map { served(half, $0) } }
    func keeps(_ staffing: [Int]) -> Bool {
      var total = VolumeOutcome()
      for (half, count) in staffing.enumerated() {
        guard outcomes[half][count].serviceLevel >= settings.service.floor else { return false }
        total += outcomes[half][count]
      }
      return total.serviceLevel >= settings.service.target - 1e-9
    }
    var fewest = Int.max
    for first in 1...18 {
      for second in 1...18 {
        for third in 1...18 where first + second + third < fewest && keeps([first, second, third]) {
          fewest = first + second + third
        }
      }
    }
    #expect(keeps(agents))
    #expect(agents.reduce(0, +) == fewest)
  }

  /// Without a floor the first agents gain little, and steps are wider than one.
  @Test(arguments: seeds(20)) func withoutAFloorItIsNearlySo(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let forecast = forecast((0..<3).map { _ in Double(5 + random.below(40)) })
    let settings = settings(.month, floor: 0)
    let agents = planned(forecast, settings)
    #expect(outcome(agents, forecast, settings) >= 0.85 - 1e-7)
    #expect(agents.reduce(0, +) <= fewest(forecast, settings) + 1)
  }

  @Test func theWorkingTellsWhatAFigureIsMadeOf() throws {
    var settings = settings(.month, floor: 0.7)
    settings.shrinkage = 0.1
    settings.shrinkageAtTimes = [
      ShrinkageEntry(days: .all, from: TimeOfDay(minutes: 540), to: TimeOfDay(minutes: 600), rate: 0.2)
    ]
    settings.minAgents = 2
    settings.maxOccupancy = 0.75
    // 08:00 to 10:30, the last half-hour open without calls.
    let forecast = forecast([1, 60, 240, 300, 0])
    let rows = RequirementPlanner(settings: settings).requirement(forecast: forecast).rows
    let workings = try rows.map { try #require($0.working) }
    #expect(workings.map(\.shrinkage) == [0.1, 0.1, 0.2, 0.2, 0.1])
    #expect(workings[0].agents == 2 && workings[0].binding == .minimum)
    #expect(workings[4].agents == 2 && workings[4].binding == .minimum && workings[4].load == 0)
    #expect(workings[3].binding == .occupancy && workings[3].occupancy <= 0.75)
    for (row, (working, calls)) in zip(rows, zip(workings, forecast.rows)) {
      #expect(abs(row.required - Double(working.agents) / (1 - working.shrinkage)) < 1e-4)
      guard calls.mean > 0 else { continue }
      #expect(abs(working.load - calls.mean / 12) < 1e-9)
      let outcome = ServiceEstimate(settings: settings).outcome(effective: row.required, row: calls)
      #expect(abs(outcome.serviceLevel - working.serviceLevel) < 1e-4)
      #expect(abs(outcome.occupancy - working.occupancy) < 1e-4)
    }
  }

  @Test func everyHalfHourReachesItsTargetWhereThatIsTheScope() {
    let forecast = forecast([3, 30, 120, 0])
    let settings = settings(.halfHour)
    let rows = RequirementPlanner(settings: settings).requirement(forecast: forecast).rows
    for (row, calls) in zip(rows, forecast.rows) where calls.mean > 0 {
      let estimate = ServiceEstimate(settings: settings)
      #expect(estimate.outcome(effective: row.required, row: calls).serviceLevel >= 0.85)
      #expect(estimate.outcome(effective: row.required - 1, row: calls).serviceLevel < 0.85)
    }
    #expect(rows[3].required == 0)
  }

  @Test func uncertaintyOccupancyAndShrinkageAddAgents() {
    let sure = forecast([100, 120, 140])
    let unsure = forecast([100, 120, 140], spread: 0.15)
    var expected = settings(.month)
    expected.service.uncertainty = .expected
    func total(_ settings: CentreSettings, _ forecast: Forecast) -> Double {
      RequirementPlanner(settings: settings).requirement(forecast: forecast).rows.reduce(0) { $0 + $1.required }
    }
    #expect(total(expected, unsure) > total(expected, sure))
    var capped = settings(.month)
    capped.maxOccupancy = 0.6
    #expect(total(capped, sure) > total(settings(.month), sure))
    var shrunk = settings(.month)
    shrunk.shrinkage = 0.2
    #expect(abs(total(shrunk, sure) - total(settings(.month), sure) / 0.8) < 0.001)
  }
}
