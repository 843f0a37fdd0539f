import Checking
import Foundation
import Staffing
import TestSupport
import Testing
import Vocabulary

/// `service.inRoster`: the term `service` by hand, and curves that are not the queues'.
@Suite struct WeighedServiceTests {
  /// One day with a curve at 10:00: 1 agent serves 4 calls fewer than the target's share, 2 as many, 4 one more.
  private func planned(_ agents: Int) -> PlannedCase {
    var planned = plainWeek((0..<agents).map { Agent(id: "A\($0)") }) { centre in
      centre.settings.open = [OpeningEntry(days: .all, from: TimeOfDay("10:00")!, to: TimeOfDay("11:00")!)]
    }
    planned.period = Period(firstDay: june(1), dayCount: 1)
    planned.requirement = Requirement(planned.period) { $0.slot == 20 ? 1 : 0 }
    planned.requirement.rows[20].service = PricedService(
      pricePerCall: 2.5,
      points: [
        .init(effective: 1, serviceLevel: 0.5, beyondTarget: -4),
        .init(effective: 2, serviceLevel: 0.8, beyondTarget: 0),
        .init(effective: 4, serviceLevel: 1, beyondTarget: 1),
      ])
    return planned
  }

  /// Nobody: the first line goes on, −8 calls, 9 below the last point; then 5, 1, half a call; nothing from the last point on.
  @Test(arguments: [(0, "22.5"), (1, "12.5"), (2, "2.5"), (3, "1.25"), (4, "0"), (5, "0")])
  func theTermIsReadOffTheLines(agents: Int, yuan: String) {
    let planned = planned(agents)
    let entries = (0..<agents).map { work("A\($0)", 1, PlainCentre.early) }
    #expect(planned.yuan("service", entries) == decimal(yuan))
    // 10:00 weighs service and has no price for what is over; at 10:30 nobody is needed and each of them is over.
    #expect(planned.yuan("over", entries) == Decimal(agents) * planned.centre.rules.weights.over)
    #expect((planned.yuan("under", entries) > 0) == (agents == 0))
  }

  @Test func withoutCurvesThereIsNoSuchTerm() {
    let check = plainWeek([Agent(id: "A")]).check(Roster(entries: []))
    #expect(!check.terms.contains { $0.name == "service" })
  }

  private static let settings: CentreSettings = {
    var settings = CentreSettings(centre: "x", seats: [SeatsEntry(seats: 100)])
    settings.patience = 120
    settings.shrinkage = 0.08
    settings.service.floor = 0.6
    settings.service.inRoster = true
    return settings
  }()

  private static let forecast = Forecast(
    rows: (0..<6).map { half in
      let mean = [12.0, 90, 240, 600, 30, 0][half]
      let quantiles = [-1.6, -1.28, -0.67, 0, 0.67, 1.28, 1.6].map { max(0, mean + $0 * mean * 0.12) }
      return Forecast.Row(
        start: HalfHour("2026-12-01T08:00")!.adding(half), mean: mean, quantiles: quantiles, averageHandlingTime: 150)
    })

  private func found(_ change: (inout Requirement) -> Void) -> [String] {
    var centre = PlainCentre.centre([])
    centre.settings = Self.settings
    var requirement = RequirementPlanner(settings: Self.settings).requirement(forecast: Self.forecast).priced(3)
    change(&requirement)
    return ServiceCheck(centre: centre, forecast: Self.forecast).discrepancies(requirement).map(\.item)
  }

  @Test func curvesOfTheQueuesAreConfirmed() {
    let sound = found { _ in }
    #expect(sound.isEmpty)
    let fixed = found { requirement in
      for index in requirement.rows.indices { requirement.rows[index].service = nil }
    }
    #expect(fixed.isEmpty)
  }

  @Test func whatIsFalsifiedIsFound() {
    let gain = found { $0.rows[1].service!.points[1].beyondTarget += 0.1 }
    #expect(gain == ["2026-12-01T08:30 \(point(1, 1)) beyondTarget"])
    let level = found { $0.rows[2].service!.points[0].serviceLevel -= 0.01 }
    #expect(level == ["2026-12-01T09:00 \(point(2, 0)) serviceLevel"])
    let staffing = found { $0.rows[3].service!.points[2].effective += 0.5 }
    #expect(staffing.contains { $0.hasSuffix("beyondTarget") })
    let price = found { $0.rows[2].service!.pricePerCall = 4 }
    #expect(price == ["2026-12-01T09:00 price"])
    // Points left out in the middle, at the end; a curve left out; a curve without calls.
    let middle = found { $0.rows[3].service!.points.removeSubrange(1...3) }
    #expect(!middle.isEmpty)
    let end = found { $0.rows[3].service!.points.removeLast() }
    #expect(!end.isEmpty)
    let curve = found { $0.rows[1].service = nil }
    #expect(curve == ["2026-12-01T08:30"])
    let closed = found { $0.rows[5].service = $0.rows[4].service }
    #expect(closed == ["2026-12-01T10:30"])
  }

  @Test func thePriceIsTheCentresWhereItNamesOne() {
    var centre = PlainCentre.centre([])
    centre.settings = Self.settings
    centre.settings.service.pricePerCall = 2
    let planner = RequirementPlanner(settings: centre.settings)
    let check = ServiceCheck(centre: centre, forecast: Self.forecast)
    let requirement = planner.requirement(forecast: Self.forecast)
    #expect(requirement.pricePerCall == 2 && check.discrepancies(requirement).isEmpty)
    #expect(check.discrepancies(requirement.priced(3)).count == 5)
  }

  private func point(_ row: Int, _ index: Int) -> Double {
    RequirementPlanner(settings: Self.settings).requirement(forecast: Self.forecast).rows[row].service!.points[index]
      .effective
  }
}
