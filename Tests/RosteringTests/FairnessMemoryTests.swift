import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// Months planned one after the other: what a month leaves in the ledger, the next one evens out.
@Suite struct FairnessMemoryTests {
  /// Seven people, two on nights and two on earlies in each half-hour. Somebody is away for half a month now and then, and
  /// nothing but the ledger spreads the nights.
  private static func centre(seed: UInt64, month: Month) -> Centre {
    var random = SeededRandom(seed: seed &* 100 &+ UInt64(month.month))
    let agents = (1...7).map { Agent(id: "P\($0)", team: "T\($0 % 2)") }
    var centre = PlainCentre.centre(agents)
    centre.shifts = [PlainCentre.early, PlainCentre.night]
    centre.rules.restHours = 11
    centre.rules.minDaysOff = 8
    centre.rules.maxConsecutiveDays = 6
    centre.rules.weights.imbalance = 0
    centre.rules.weights.shortHour = 0
    let away = random.below(7)
    for day in month.period.days.prefix(14) {
      centre.leave.append(LeaveEntry(agent: agents[away].id, date: day, kind: .leave))
    }
    return centre
  }

  private static func requirement(_ period: Period) -> Requirement {
    Requirement(period) { halfHour in
      halfHour.slot >= 16 && halfHour.slot < 32 ? 2 : halfHour.slot >= 32 && halfHour.slot < 47 ? 2 : 0
    }
  }

  private func threeMonths(seed: UInt64, weights: [FairnessKind: Decimal]) throws -> [FairnessLedger] {
    var ledgers: [FairnessLedger] = []
    for number in 3...5 {
      let month = try #require(Month(year: 2026, month: number))
      var centre = Self.centre(seed: seed, month: month)
      centre.rules.fairness = weights
      centre.ledger = ledgers.last
      let requirement = Self.requirement(month.period)
      let problem = RosterProblem(centre: centre, period: month.period, requirement: requirement)
      var options = RosterOptions()
      options.effort = .quick
      options.threads = 1
      options.seed = seed
      let outcome = try RosterEngine(problem: problem, options: options).solve()
      let check = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(outcome.roster)
      #expect(check.violations.isEmpty)
      #expect(abs(check.objective.doubleValue - outcome.solution.objective) < 1e-3)
      #expect(outcome.solution.lowerBound <= outcome.solution.objective + 1e-6)
      ledgers.append(check.fairnessReview.ledger)
    }
    return ledgers
  }

  @Test(arguments: seeds(3)) func threeMonthsWithMemoryAreMoreEven(seed: UInt64) throws {
    let with = try #require(try threeMonths(seed: seed, weights: [.nights: 20]).last).figures(.nights)
    let without = try #require(try threeMonths(seed: seed, weights: [:]).last).figures(.nights)
    #expect(try #require(with.indexAfter) > #require(without.indexAfter))
    #expect(with.deviationAfter < without.deviationAfter)
    #expect(with.spreadAfter <= without.spreadAfter)
  }

  /// The line under each convex burden makes the bound tighter and leaves it a bound.
  @Test(arguments: seeds(4)) func tangentsTightenTheBound(seed: UInt64) throws {
    let month = try #require(Month(year: 2026, month: 3))
    var centre = Self.centre(seed: seed, month: month)
    centre.rules.fairness = [.nights: 5, .lateNights: 1, .weekends: 3, .publicHolidays: 2, .refusedWishes: 4]
    for agent in centre.agents.prefix(3) {
      let date = month.period.firstDay.adding(days: 20 + Int(seed))
      centre.leave.append(LeaveEntry(agent: agent.id, date: date, kind: .off))
    }
    let requirement = Self.requirement(month.period)
    let problem = RosterProblem(centre: centre, period: month.period, requirement: requirement)
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    let solution = try RosterEngine(problem: problem, options: options).solve().solution
    let bounds = solution.phases.filter { $0.name == "bound" }.compactMap(\.lowerBound)
    try #require(bounds.count == 2)
    #expect(bounds[1] > bounds[0])
    #expect(bounds[1] <= solution.objective)
  }

  /// Σ max(0, balance + i) in closed form.
  @Test func theCostEscalates() {
    for balance in [-7.5, -3, -2.25, -1, 0, 0.4, 2, 6.0001] {
      for count in 0...12 {
        let plain = (0..<count).reduce(0.0) { $0 + max(0, balance + Double($1 + 1)) }
        #expect(abs(SequenceRule.escalated(Double(count), balance: balance) - plain) < 1e-9)
      }
    }
  }
}
