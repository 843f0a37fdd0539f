import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct RestRuleTests {
  private func planned(hours: String, previous: [PreviousShift] = []) -> PlannedCase {
    plainWeek([Agent(id: "A")]) {
      $0.rules.restHours = decimal(hours)
      $0.previous = previous
    }
  }

  /// Night to 23:30, early from 08:00: 8.5 h of rest.
  @Test(arguments: [("8.5", 0), ("8.51", 1)]) func restIsHeldAgainstTheLimitExactly(hours: String, count: Int) {
    let entries = [work("A", 1, PlainCentre.night), work("A", 2, PlainCentre.early)]
    #expect(planned(hours: hours).broken("R2", entries).count == count)
  }

  @Test func theSecondShiftIsNamed() {
    let entries = [work("A", 1, PlainCentre.lateNight), work("A", 2, PlainCentre.early)]
    #expect(planned(hours: "11").broken("R2", entries) == ["A 2026-06-02"])
  }

  /// The day before the period: 夜7 to 24:30 of May 31st, then early from 08:00 of June 1st: 7.5 h.
  @Test(arguments: [("7.5", 0), ("8", 1)]) func theTailOfTheMonthBeforeCounts(hours: String, count: Int) {
    let planned = planned(hours: hours, previous: [worked("A", 0, PlainCentre.lateNight)])
    #expect(planned.broken("R2", [work("A", 1, PlainCentre.early)]).count == count)
  }

  /// 22:00 to 48:00 on Monday, then early on Wednesday from 08:00: 8 h, although Tuesday has no shift.
  @Test func aShiftThatEndsADayLaterIsHeldAgainstTheDayAfterThat() {
    var long = PlainCentre.overnight
    long.code = "长"
    long.end = TimeOfDay("48:00")!
    let planned = plainWeek([Agent(id: "A")]) {
      $0.shifts.append(long)
      $0.rules.restHours = 11
    }
    let entries = [work("A", 1, long, meal: "25:00"), work("A", 3, PlainCentre.early)]
    #expect(planned.broken("R2", entries) == ["A 2026-06-03"])
  }

  /// The five hours between the parts of a split shift are no rest; its last part ends at 21:00, 11 h before 08:00.
  @Test func aSplitShiftRestsAfterItsLastPart() {
    let entries = work("A", 1...2, PlainCentre.split)
    #expect(planned(hours: "11").broken("R2", entries).isEmpty)
    #expect(planned(hours: "11.5").broken("R2", entries) == ["A 2026-06-02"])
  }

  @Test func aShortRestInsideTheMonthBeforeIsNotThisRosters() {
    let previous = [worked("A", -1, PlainCentre.lateNight), worked("A", 0, PlainCentre.early)]
    #expect(planned(hours: "11", previous: previous).broken("R2", []).isEmpty)
  }
}
