import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The section of the simulation")
struct SimulationSectionTests {
  private func span(_ level: Double?, planned: Double?) -> MonthSimulation.Span {
    let level = level.map { MonthSimulation.Estimate(value: $0, halfWidth: 0.01) }
    return MonthSimulation.Span(
      offered: 100, serviceLevel: level, abandonment: level, speedOfAnswer: level, occupancy: nil, planned: planned)
  }

  private func simulation(_ plan: MonthPlan) -> MonthSimulation {
    var target = ServiceTarget()
    target.target = 0.85
    var simulation = MonthSimulation(
      basis: .forecast, replications: 3, seed: 11, target: target, month: span(0.83, planned: 0.86),
      serviceLevel: MonthSimulation.Distribution([0.8, 0.83, 0.86]), probabilityOfTarget: 1.0 / 3,
      fee: MonthSimulation.Distribution([1_000_000, 1_100_000, 1_200_000]),
      bonus: MonthSimulation.Distribution([0, 0, 0]))
    simulation.halfHours = plan.coverage.map { row in
      span(row.required > 0 ? 0.8 : nil, planned: row.required > 0 ? 0.9 : nil)
    }
    simulation.days = plan.month.period.days.map { _ in span(0.8, planned: 0.9) }
    simulation.indicators = [
      MonthSimulation.Indicator(
        name: "serviceLevel", actual: MonthSimulation.Distribution([0.8]), score: MonthSimulation.Distribution([66]),
        probabilityMet: 0.25)
    ]
    simulation.scores = [(88, 0.75), (96, 0.25)]
    simulation.tiers = [
      MonthSimulation.Tier(from: 95, value: 1, probability: 0.25),
      MonthSimulation.Tier(from: 85, value: Decimal(string: "0.97")!, probability: 0.75),
    ]
    simulation.worst = plan.coverage.filter { $0.required > 0 }.prefix(3).enumerated().map { index, row in
      MonthSimulation.WorstHalfHour(
        start: row.start, span: span(0.4, planned: 0.8), effective: row.effective, toAdd: Double(index * 400))
    }
    return simulation
  }

  @Test("It stands in the page, sound, with its figures in both languages")
  func isShown() throws {
    let plan = SyntheticPlan.make(people: 40)
    let page = HTMLReport(plan: plan, language: .english, simulation: simulation(plan)).text()
    #expect(MarkupReader(page).problems == [])
    let start = try #require(page.range(of: "<section id=\"simulation\""))
    let section = page[start.lowerBound...]
    for text in [
      ">83.0%<", ">33%<", ">¥1,100,000<", "5–95 %: ¥1,000,000 – ¥1,200,000", "服务水平", "88: 75%", "96: 25%", ">0.97<",
      "人数足够", "enough here", "400 short",
    ] { #expect(section.contains(text), "\(text) is missing") }
    #expect(!HTMLReport(plan: plan, language: .english).text().contains("id=\"simulation\""))
  }
}
