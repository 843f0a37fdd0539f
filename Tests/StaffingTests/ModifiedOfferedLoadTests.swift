import Foundation
import Staffing
import TestSupport
import Testing
import Vocabulary

@Suite struct ModifiedOfferedLoadTests {
  private func forecast(_ calls: [Double], handlingTime: Double) -> Forecast {
    let start = HalfHour("2026-12-01T00:00")!
    return Forecast(
      rows: calls.enumerated().map { index, mean in
        Forecast.Row(
          start: start.adding(index), mean: mean, quantiles: Forecast.levels.map { _ in mean },
          averageHandlingTime: handlingTime)
      })
  }

  @Test func aSteadyLoadIsItself() {
    let loads = ModifiedOfferedLoad.loads(of: forecast([60, 60, 60], handlingTime: 300))
    for load in loads { #expect(abs(load - 10) < 1e-12) }
  }

  /// Against small steps of y′ = λ − y ÷ a.
  @Test(arguments: seeds(5)) func itSolvesTheDifferentialEquation(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let calls = (0..<12).map { _ in Double(random.below(300)) }
    let handlingTime = 60 + 2000 * random.uniform()
    let loads = ModifiedOfferedLoad.loads(of: forecast(calls, handlingTime: handlingTime))
    var busy = calls[0] / 1800 * handlingTime
    for (mean, load) in zip(calls, loads) {
      var sum = 0.0
      let steps = 20_000
      let step = 1800 / Double(steps)
      for _ in 0..<steps {
        let next = busy + step * (mean / 1800 - busy / handlingTime)
        sum += (busy + next) / 2
        busy = next
      }
      #expect(abs(sum / Double(steps) - load) < 1e-3 * max(1, load))
    }
  }

  /// What calls leave over is needed after them, not before.
  @Test func aPeakIsStaffedLater() {
    var settings = CentreSettings(centre: "x", seats: [SeatsEntry(seats: 100)])
    settings.patience = 120
    settings.service.uncertainty = .mean
    settings.service.scope = .halfHour
    let peak = forecast([60, 60, 240, 60, 60], handlingTime: 600)
    let offered = RequirementPlanner(settings: settings).requirement(forecast: peak).rows.map(\.required)
    settings.service.load = .modified
    let modified = RequirementPlanner(settings: settings).requirement(forecast: peak).rows.map(\.required)
    #expect(modified[2] < offered[2] && modified[3] > offered[3] && modified[1] == offered[1])
  }
}
