import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Properties of the recomputation that hold for any roster of any centre.
@Suite struct RosterPropertyTests {
  @Test(arguments: seeds(60)) func everyTermAgreesWithASlowRecount(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed, size: seed % 4 == 0 ? .long : .usual)
    let roster = RandomRoster.arbitrary(planned, seed: seed, workPercent: 15 + Int(seed % 3) * 30)
    let slow = SlowRecount(planned: planned, roster: roster).terms()
    for term in planned.check(roster).terms {
      #expect(abs(term.yuan.doubleValue - (slow[term.name] ?? 0)) < 1e-6, "\(term.name)")
    }
  }

  /// The person's day goes from the floor, the hours from the pay; nothing is better staffed and nothing dearer paid.
  @Test(arguments: seeds(40)) func takingADayAwayChangesWhatItMust(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed)
    let roster = RandomRoster.arbitrary(planned, seed: seed)
    guard !roster.entries.isEmpty else { return }
    var random = SeededRandom(seed: seed, stream: 5)
    let position = random.below(roster.entries.count)
    let gone = roster.entries[position]
    let shift = try #require(planned.centre.shifts.first { $0.code == gone.shift })
    var fewer = roster
    fewer.entries.remove(at: position)
    let before = planned.check(roster)
    let after = planned.check(fewer)
    for (old, new) in zip(before.coverage, after.coverage) {
      let slot = old.start - HalfHour(date: gone.date, slot: 0)
      #expect(old.onDuty - new.onDuty == (shift.isOnDuty(halfHour: slot) ? 1 : 0))
      #expect(old.effective >= new.effective && old.onMeal >= new.onMeal && old.leads >= new.leads)
    }
    #expect(after.yuan(of: "under") >= before.yuan(of: "under"))
    #expect(after.yuan(of: "over") <= before.yuan(of: "over"))
    #expect(after.yuan(of: "shortHour") >= before.yuan(of: "shortHour"))
    let pay = { (check: RosterCheck) in check.yuan(of: "regularHours") + check.yuan(of: "overtimeHours") }
    #expect(pay(after) < pay(before))
    #expect(after.basePay == before.basePay)
    let person = try #require(before.people.firstIndex { $0.agent == gone.agent })
    #expect(before.people[person].hours - after.people[person].hours == Decimal(shift.paidMinutes) / 60)
    #expect(after.people[person].daysOff == before.people[person].daysOff + 1)
  }

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

  @Test(arguments: seeds(12)) func aRosterGrownWithinTheRulesBreaksNone(seed: UInt64) throws {
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
