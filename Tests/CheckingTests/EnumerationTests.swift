import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct EnumerationTests {
  /// One agent, one day, one shift of 8 hours in an hour that needs one: working costs the pay of 8 hours at 7400 ÷ 166.64,
  /// 355.26 yuan, and 10 for an early day without a night day; being off costs 2 half-hours × (5 % × 60 + 95 % × 180) = 348 yuan and no hours are owed. Off is cheaper,
  /// and with a third half-hour needed (522 yuan) working is.
  @Test(arguments: [(2, 0), (3, 1)]) func theCheaperOfTwoRostersIsFound(needed: Int, entries: Int) throws {
    var centre = PlainCentre.centre([Agent(id: "A", minHours: 0)])
    centre.shifts = [PlainCentre.early]
    centre.contract.seats[.agent] = SeatPrice(price: 7400, personsPerSeat: 1)
    centre.rules.weights.over = 0
    centre.rules.weights.noWeekendOff = 0
    let day = Period(firstDay: PlainCentre.week.firstDay, dayCount: 1)
    let requirement = Requirement(day) { (20..<20 + needed).contains($0.slot) ? 1 : 0 }
    let planned = PlannedCase(centre: centre, period: day, requirement: requirement)
    guard case .optimum(let roster, let yuan) = try #require(Enumeration.optimum(planned)) else {
      Issue.record("no roster found")
      return
    }
    #expect(roster.entries.count == entries)
    #expect(yuan.text(decimals: 2) == (entries == 0 ? "348.00" : "365.26"))
  }

  @Test(arguments: seeds(25)) func noRosterFoundByChanceIsCheaper(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed, size: .enumerable)
    guard let outcome = Enumeration.optimum(planned, limit: 30_000) else { return }
    for attempt in 0..<2 {
      guard let roster = RandomRoster.feasible(planned, seed: seed &+ 1_000 &* UInt64(attempt)) else { continue }
      switch outcome {
      case .infeasible: Issue.record("a roster exists where the enumeration found none")
      case .optimum(_, let yuan): #expect(yuan <= planned.check(roster).objective)
      }
    }
  }

  @Test func tooManyRostersAreRefused() {
    #expect(Enumeration.optimum(TinyCentre.random(seed: 1), limit: 10) == nil)
  }

  @Test func mostSmallCasesCanBeEnumerated() {
    let outcomes = seeds(30).map { Enumeration.optimum(TinyCentre.random(seed: $0, size: .enumerable), limit: 30_000) }
    #expect(outcomes.count { $0 != nil } >= 25)
    #expect(
      outcomes.count {
        if case .optimum(let roster, _) = $0 { !roster.entries.isEmpty } else { false }
      } >= 12)
  }
}
