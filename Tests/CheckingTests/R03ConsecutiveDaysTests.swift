import Checking
import TestSupport
import Testing
import Vocabulary

@Suite struct ConsecutiveDaysRuleTests {
  private func planned(limit: Int, previous days: [Int] = []) -> PlannedCase {
    plainWeek([Agent(id: "A")]) { centre in
      centre.rules.maxConsecutiveDays = limit
      centre.previous = days.map { worked("A", $0, PlainCentre.early) }
    }
  }

  @Test(arguments: [(6, 0), (5, 1)]) func sixDaysInARow(limit: Int, count: Int) {
    #expect(planned(limit: limit).broken("R3", work("A", 1...6, PlainCentre.early)).count == count)
  }

  @Test func theFirstDayTooManyIsNamed() {
    #expect(planned(limit: 3).broken("R3", work("A", 2...6, PlainCentre.early)) == ["A 2026-06-05"])
  }

  /// May 29th to 31st and June 1st to 3rd are six in a row.
  @Test func theTailOfTheMonthBeforeCounts() {
    let entries = work("A", 1...3, PlainCentre.early)
    #expect(planned(limit: 6, previous: [-2, -1, 0]).broken("R3", entries).isEmpty)
    #expect(planned(limit: 5, previous: [-2, -1, 0]).broken("R3", entries) == ["A 2026-06-03"])
    #expect(planned(limit: 5, previous: [-2, -1]).broken("R3", entries).isEmpty)
  }

  @Test func aRunTooLongBeforeTheMonthIsNotThisRostersUnlessItGoesOn() {
    let planned = planned(limit: 3, previous: [-4, -3, -2, -1, 0])
    #expect(planned.broken("R3", work("A", 2...4, PlainCentre.early)).isEmpty)
    #expect(planned.broken("R3", [work("A", 1, PlainCentre.early)]) == ["A 2026-06-01"])
  }

  @Test func daysOfShiftsNoLongerInTheCatalogueCount() {
    var planned = planned(limit: 3)
    planned.centre.previous = [-1, 0].map { PreviousShift(agent: "A", date: june($0), shift: "旧") }
    #expect(planned.broken("R3", work("A", 1...2, PlainCentre.early)) == ["A 2026-06-02"])
  }
}
