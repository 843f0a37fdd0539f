import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// The ledger of a month and its figures.
@Suite struct FairnessLedgerTests {
  private static let month = Month(year: 2026, month: 6)!

  /// Over any months, the balances add up to those carried, and totals to the sums of the months.
  @Test(arguments: seeds(40)) func theLedgerAddsUp(seed: UInt64) throws {
    var planned = TinyCentre.random(seed: seed)
    var worked: [FairnessLedger.Key: Int] = [:]
    for step in 0..<3 {
      let roster = RandomRoster.arbitrary(planned, seed: seed &+ UInt64(step) &* 1_000)
      let check = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
        .check(roster)
      let ledger = check.fairnessReview.ledger
      for kind in FairnessKind.allCases {
        let entries = ledger.entries.filter { $0.kind == kind }
        let change = entries.reduce(Decimal(0)) { $0 + $1.balance - $1.carried }
        #expect(abs(change) <= Decimal(entries.count) * Decimal(string: "0.00005")!)
      }
      for entry in ledger.entries {
        let key = FairnessLedger.Key(entry.agent, entry.kind)
        worked[key, default: 0] += entry.worked
        #expect(entry.totalWorked == worked[key])
        #expect(entry.carried == planned.centre.ledger?.byKey[key]?.balance ?? 0)
        #expect(entry.balance == entry.carried + Decimal(entry.worked) - entry.share)
      }
      planned.centre.ledger = ledger
    }
  }

  /// Two people, ten days each but for leave: 6 nights and 0 carried against 2 nights and 1.5 carried.
  @Test func aMonthByHand() throws {
    var centre = PlainCentre.centre([Agent(id: "a"), Agent(id: "b"), Agent(id: "c", classes: [.early])])
    centre.rules.fairness = [.nights: 2]
    centre.ledger = FairnessLedger(
      month: Self.month.adding(months: -1),
      entries: [
        FairnessLedger.Entry(
          agent: "b", kind: .nights, balance: Decimal(string: "1.5")!, totalExposure: 20, totalWorked: 8)
      ])
    let period = PlainCentre.week
    centre.leave = period.days.suffix(3).map { LeaveEntry(agent: "b", date: $0, kind: .leave) }
    let nights = ["a", "a", "a", "a", "a", "b"].enumerated().map { index, agent in
      Roster.Entry(
        agent: agent, date: period.firstDay.adding(days: agent == "b" ? 0 : index), shift: "夜1", mealStart: nil)
    }
    let check = RosterChecker(centre: centre, period: period, requirement: Requirement(rows: []))
      .check(Roster(entries: nights))
    let entries = check.fairnessReview.ledger.byKey
    // 6 nights over 7 + 4 days.
    let a = try #require(entries[FairnessLedger.Key("a", .nights)])
    #expect(a.exposure == 7 && a.worked == 5)
    #expect(a.share == Decimal(string: "3.8182")! && a.balance == Decimal(string: "1.1818")!)
    let b = try #require(entries[FairnessLedger.Key("b", .nights)])
    #expect(b.exposure == 4 && b.worked == 1 && b.share == Decimal(string: "2.1818")!)
    #expect(b.balance == Decimal(string: "0.3182")! && b.totalExposure == 24 && b.totalWorked == 9)
    #expect(entries[FairnessLedger.Key("c", .nights)] == nil)
    // 1 + 2 + 3 + 4 + 5 and 1.5 + 1, at 2 yuan.
    #expect(check.yuan(of: "fairness") == 35)
    #expect(check.terms.reduce(Decimal(0)) { $0 + $1.yuan } == check.objective)
  }

  @Test func withoutWeightsThereIsNoTerm() {
    let centre = PlainCentre.centre([Agent(id: "a")])
    let check = RosterChecker(centre: centre, period: PlainCentre.week, requirement: Requirement(rows: []))
      .check(Roster(entries: []))
    #expect(!check.terms.contains { $0.name == "fairness" })
  }

  @Test func indicesAreJains() {
    #expect(FairnessFigures.index([(3, 10), (3, 10), (3, 10)]) == 1)
    // Alike by their days.
    #expect(abs((FairnessFigures.index([(3, 30), (1, 10)]) ?? 0) - 1) < 1e-12)
    #expect(abs((FairnessFigures.index([(8, 10), (0, 10), (0, 10), (0, 10)]) ?? 0) - 0.25) < 1e-12)
    // (1+2+3)² ÷ (3·14)
    #expect(abs((FairnessFigures.index([(1, 1), (2, 1), (3, 1)]) ?? 0) - 36.0 / 42) < 1e-12)
    #expect(FairnessFigures.index([(0, 10), (0, 10)]) == nil)
    #expect(FairnessFigures.index([]) == nil)
  }

  /// By the days of the year until the month: 60 nights over 151 + 31 days, where b joined in May.
  @Test func theFirstLedgerComesFromTheYear() throws {
    let a = Agent(id: "a", nightsYearToDate: 50)
    let b = Agent(id: "b", from: CivilDate(year: 2026, month: 5, day: 1), nightsYearToDate: 10)
    let ledger = FairnessLedger.opening([a, b], before: Self.month)
    #expect(ledger.month == Self.month.adding(months: -1))
    let first = try #require(ledger.byKey[FairnessLedger.Key("a", .nights)])
    #expect(first.balance == Decimal(string: "0.2198")! && first.totalExposure == 151 && first.totalWorked == 50)
    #expect(ledger.byKey[FairnessLedger.Key("b", .nights)]?.balance == Decimal(string: "-0.2198")!)
    #expect(ledger.byKey[FairnessLedger.Key("a", .refusedWishes)]?.balance == 0)
    let january = FairnessLedger.opening([a, b], before: Month(year: 2027, month: 1)!)
    #expect(january.entries.allSatisfy { $0.balance == 0 })
  }

  @Test func aChangedLedgerIsFound() {
    let centre = PlainCentre.centre([Agent(id: "a"), Agent(id: "b")])
    let roster = Roster(entries: [
      Roster.Entry(agent: "a", date: PlainCentre.week.firstDay, shift: "夜1", mealStart: nil)
    ])
    let check = RosterChecker(centre: centre, period: PlainCentre.week, requirement: Requirement(rows: []))
      .check(roster)
    let published = PublishedCheck(check: check)
    var ledger = check.fairnessReview.ledger
    #expect(published.discrepancies(ledger).isEmpty)
    ledger.entries[0].balance += 1
    ledger.entries.removeLast()
    #expect(published.discrepancies(ledger).count == 2)
    ledger.month = ledger.month.adding(months: 1)
    #expect(published.discrepancies(ledger).map(\.item) == ["month"])
  }
}
