import Foundation
import Planning
import Rostering
import TestSupport
import Testing
import Vocabulary

/// Prices confirmed by rosters planned anew and judged by the recomputation.
@Suite struct PriceConfirmationTests {
  private let month = Month("2026-06")!

  /// Two agents on one shift, three wanted; 22 days of work at most.
  private var planner: MonthPlanner {
    var centre = PlainCentre.centre(["a", "b"].map { Agent(id: $0, minHours: 0) })
    centre.shifts = [PlainCentre.early]
    centre.settings.open = [OpeningEntry(days: .all, from: PlainCentre.time(8), to: PlainCentre.time(16))]
    centre.rules.minDaysOff = 8
    centre.rules.weights.under = [Rules.UnderPiece(upTo: nil, perHalfHour: 60)]
    centre.rules.weights.noWeekendOff = 0
    let price = SeatPrice(price: 7400, personsPerSeat: 1)
    centre.contract.seats = [.agent: price, .overtime: price]
    return MonthPlanner(centre: centre, month: month)
  }

  private func confirmed(_ engine: RosterOptions.Engine, of rules: Set<String>) throws -> MonthPrices {
    let requirement = Requirement(month.period) { _ in 3 }
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    options.engine = engine
    return try PriceConfirmation(planner: planner, requirement: requirement, options: options)
      .confirmed(try planner.prices(requirement, of: rules))
  }

  /// Solved exactly there is no gap, and what is planned is what the duals say.
  @Test func exactPlansConfirmTheDualPrices() throws {
    let prices = try confirmed(.exact, of: ["R4", "R9", "staff"])
    #expect(prices.prices.map(\.priced.change.rule) == ["R4", "R9", "staff", "staff"])
    for price in prices.prices {
      let change = try #require(prices.change(price))
      let estimate = try #require(price.priced.estimate)
      #expect(abs(change - estimate) < 0.05, "\(price.priced.change.unit.english)")
      #expect(prices.isWithinGaps(price) == (price.priced.change.rule == "R9"))
      #expect(try #require(prices.range(price)).contains(change))
    }
  }

  /// R1 stands without a plan of its own.
  @Test func theDefinitionIsNotPlanned() throws {
    let prices = try confirmed(.exact, of: ["R1"])
    #expect(prices.base != nil && prices.prices.first?.outcome == nil)
    #expect(prices.prices.first.flatMap { prices.change($0) } == nil)
  }

  /// A difference is a saving only beyond the two plans' gaps.
  @Test(arguments: [(-20.0, true), (-15, false), (0, false), (15, false), (16, true)])
  func differencesWithinTheGapsAreNoSavings(change: Double, isBeyond: Bool) throws {
    let requirement = Requirement(month.period) { _ in 3 }
    let priced = try #require(try planner.prices(requirement, of: ["R9"]).prices.first?.priced)
    let price = MonthPrice(
      priced: priced, outcome: .planned(PlannedCost(objective: 100 + change, lowerBound: 95 + change)))
    let prices = MonthPrices(base: PlannedCost(objective: 100, lowerBound: 90), prices: [price])
    #expect(prices.isWithinGaps(price) == !isBeyond)
    // One seat more never costs anything.
    #expect(prices.range(price) == (change - 5)...max(change - 5, min(0, change + 10)))
  }
}
