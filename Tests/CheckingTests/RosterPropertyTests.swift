import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Properties of the recomputation that hold for any roster of any centre.
@Suite struct RosterPropertyTests {
  @Test(arguments: seeds(40)) func theObjectiveIsTheSumOfItsTerms(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed)
    let check = planned.check(RandomRoster.arbitrary(planned, seed: seed))
    #expect(
      check.terms.map(\.name) == [
        "under", "over", "shortHour", "imbalance", "lateNightMissing", "noWeekendOff", "refusedWish", "startChange",
        "backward", "regularHours", "overtimeHours",
      ])
    var sum: Decimal = 0
    for term in check.terms { sum += term.yuan }
    #expect(check.objective == sum)
    #expect(check.terms.allSatisfy { $0.yuan >= 0 })
  }

  @Test(arguments: seeds(40)) func theOrderOfEntriesDoesNotMatter(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed)
    let roster = RandomRoster.arbitrary(planned, seed: seed)
    var random = SeededRandom(seed: seed, stream: 9)
    let shuffled = planned.check(Roster(entries: roster.entries.shuffled(using: &random)))
    let check = planned.check(roster)
    #expect(check.objective == shuffled.objective)
    #expect(check.violations == shuffled.violations)
    #expect(check.coverage == shuffled.coverage)
    #expect(check.people == shuffled.people)
  }

  @Test(arguments: seeds(25)) func aRosterGrownWithinTheRulesBreaksNone(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed)
    guard let roster = RandomRoster.feasible(planned, seed: seed) else { return }
    let check = planned.check(roster)
    #expect(check.violations.isEmpty)
    #expect(check.compliance.map(\.rule) == (1...14).map { "R\($0)" })
    #expect(check.compliance.filter(\.isHard).allSatisfy { $0.count == 0 })
  }

  /// The understaffing and overstaffing of a half-hour exclude each other and differ by effective − required.
  @Test(arguments: seeds(25)) func underAndOverAreTheTwoSidesOfTheSameDifference(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed)
    let check = planned.check(RandomRoster.arbitrary(planned, seed: seed))
    #expect(check.coverage.map(\.start) == planned.period.halfHours)
    for row in check.coverage {
      #expect(row.under == 0 || row.over == 0)
      if planned.centre.settings.isOpen(row.start, holidays: planned.centre.holidays) {
        #expect(abs(row.over - row.under - (row.effective - row.required)) < 1e-9)
      } else {
        #expect(row.required == 0 && row.under == 0 && row.over == 0)
      }
    }
  }
}
