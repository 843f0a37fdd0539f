import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct BalanceRuleTests {
  private func planned(_ classes: Set<ShiftClass> = []) -> PlannedCase {
    plainWeek([Agent(id: "A", classes: classes)]) { $0.rules.balance.tolerance = 1 }
  }

  /// Two nights and one lateNight against one early: 3 − 1 = 2, over the tolerance of 1.
  @Test func nightsAndLateNightsAreHeldAgainstEarlies() {
    let nights = work("A", 1...2, PlainCentre.night) + [work("A", 3, PlainCentre.lateNight)]
    #expect(planned().broken("R6", nights + [work("A", 5, PlainCentre.early)]) == ["A"])
    #expect(planned().broken("R6", nights + work("A", 5...6, PlainCentre.early)).isEmpty)
    #expect(planned().broken("R6", work("A", 1...2, PlainCentre.early)) == ["A"])
  }

  @Test func midsAndOvernightsCountOnNeitherSide() {
    let entries =
      work("A", 1...3, PlainCentre.mid, meal: "12:00") + work("A", 5...6, PlainCentre.overnight, meal: "25:00")
    #expect(planned().broken("R6", entries).isEmpty)
    #expect(planned().yuan("imbalance", entries) == 0)
  }

  /// Who may work early and lateNight has both sides; early and mid, or nights alone, have one.
  @Test(
    arguments: [
      ([.early, .lateNight], 1), ([.early, .mid], 0), ([.early, .overnight], 0), ([], 1),
    ] as [(Set<ShiftClass>, Int)])
  func whoMayWorkOneSideOnlyIsExempt(classes: Set<ShiftClass>, count: Int) {
    let entries = work("A", 1...3, PlainCentre.early)
    #expect(planned(classes).broken("R6", entries).count == count)
    #expect(planned(classes).yuan("imbalance", entries) == (count == 1 ? 30 : 0))
    #expect((planned(classes).check(Roster(entries: entries)).people[0].imbalance == nil) == (count == 0))
  }
}
