import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct MealRuleTests {
  private let one = plainWeek([Agent(id: "A")])

  @Test(arguments: ["12:00", "12:30", "13:00"]) func aMealInItsWindowIsFine(start: String) {
    #expect(one.broken("R8", [work("A", 1, PlainCentre.mid, meal: start)]).isEmpty)
  }

  @Test(arguments: ["11:30", "13:30", "12:15", nil]) func aMealOutsideOffTheGridOrMissingIsNamed(start: String?) {
    #expect(one.broken("R8", [work("A", 1, PlainCentre.mid, meal: start)]) == ["A 2026-06-01"])
  }

  @Test func aMealOfAShiftWithoutOneIsNamed() {
    #expect(one.broken("R8", [work("A", 1, PlainCentre.early, meal: "12:00")]) == ["A 2026-06-01"])
  }

  /// The overnight shift of the 1st eats 01:00 to 02:00 of the 2nd, which is written 25:00.
  @Test func aMealAfterMidnightIsWrittenPastTwentyFour() {
    #expect(one.broken("R8", [work("A", 1, PlainCentre.overnight, meal: "25:00")]).isEmpty)
    #expect(one.broken("R8", [work("A", 1, PlainCentre.overnight, meal: "01:00")]) == ["A 2026-06-01"])
    let rows = one.check(Roster(entries: [work("A", 1, PlainCentre.overnight, meal: "25:00")])).coverage
    #expect(
      rows.filter { $0.onMeal == 1 }.map(\.start) == [HalfHour("2026-06-02T01:00")!, HalfHour("2026-06-02T01:30")!])
  }

  private func crowd(_ count: Int, share: String) -> PlannedCase {
    plainWeek((1...count).map { Agent(id: "\($0)") }) { $0.rules.mealShare = decimal(share) }
  }

  /// ⌈0.34 × 3⌉ = ⌈1.02⌉ = 2 may eat at once, of two ⌈0.68⌉ = 1; ⌈0.34 × 50⌉ = 17 exactly, which binary fractions
  /// would make 18.
  @Test(arguments: [(3, 2, 0), (3, 3, 1), (2, 1, 0), (2, 2, 1), (50, 17, 0), (50, 18, 1)])
  func theShareIsRoundedUp(onDuty: Int, eating: Int, count: Int) {
    let entries = (1...onDuty).map {
      work("\($0)", 1, PlainCentre.mid, meal: $0 <= eating ? "12:00" : $0 % 2 == 0 ? "12:30" : "13:00")
    }
    let broken = crowd(onDuty, share: "0.34").broken("R8", entries).filter { $0 == "2026-06-01T12:00" }
    #expect(broken.count == count)
  }

  @Test func oneMayAlwaysEat() {
    #expect(crowd(1, share: "0").broken("R8", [work("1", 1, PlainCentre.mid, meal: "12:00")]).isEmpty)
  }

  /// Three on duty with one who does not eat: the lead counts on both sides, and with two leads eating the
  /// limit ⌈0.34 × 3⌉ = 2 holds.
  @Test func leadsCountOnBothSides() {
    var planned = crowd(3, share: "0.34")
    planned.centre.agents[0].grade = .lead
    planned.centre.agents[1].grade = .lead
    let entries = (1...3).map { work("\($0)", 1, PlainCentre.mid, meal: "12:00") }
    #expect(planned.broken("R8", entries) == ["2026-06-01T12:00"])
    #expect(planned.broken("R8", Array(entries.dropLast()) + [work("3", 1, PlainCentre.mid, meal: "12:30")]).isEmpty)
  }

  /// Two overnight shifts of the last day eat at once from 01:00 of the day after: ⌈0.34 × 2⌉ = 1.
  @Test func itHoldsInTheHalfHoursAfterTheMonth() {
    let entries = (1...2).map { work("\($0)", 7, PlainCentre.overnight, meal: "25:00") }
    #expect(crowd(2, share: "0.34").broken("R8", entries) == ["2026-06-08T01:00", "2026-06-08T01:30"])
  }

  /// Carried-in overnights are on duty and do not eat, so two of four may: ⌈0.34 × 4⌉ = 2. Alone they would be one of two.
  @Test func carriedInShiftsAreOnDutyWithoutAMeal() {
    var planned = crowd(4, share: "0.34")
    var dawn = PlainCentre.mid
    dawn.code = "凌"
    dawn.start = TimeOfDay("01:00")!
    dawn.end = TimeOfDay("09:00")!
    dawn.mealFrom = TimeOfDay("03:00")!
    dawn.mealTo = dawn.mealFrom
    planned.centre.shifts.append(dawn)
    let entries = (1...2).map { work("\($0)", 1, dawn, meal: "03:00") }
    #expect(planned.broken("R8", entries) == ["2026-06-01T03:00"])
    planned.centre.previous = (3...4).map { worked("\($0)", 0, PlainCentre.overnight) }
    #expect(planned.broken("R8", entries).isEmpty)
    #expect(planned.check(Roster(entries: entries)).coverage[6].onDuty == 4)
  }
}
