import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct FloorLeadRuleTests {
  private func planned(span: Int, onPhone: Int = 0, previous: [PreviousShift] = []) -> PlannedCase {
    let agents =
      (1...4).map { Agent(id: "\($0)") } + ["L", "M"].map { Agent(id: $0, grade: .lead, productivity: 0) }
    return plainWeek(agents) {
      $0.rules.leadSpan = span
      $0.rules.minOnPhone = onPhone
      $0.settings.open = [OpeningEntry(days: .all, from: TimeOfDay("10:00")!, to: TimeOfDay("11:00")!)]
      $0.previous = previous
    }
  }

  private func early(_ ids: [String]) -> [Roster.Entry] { ids.map { work($0, 1, PlainCentre.early) } }

  /// Two agents for each lead: four need ⌈4 ÷ 2⌉ = 2, two need 1, three need 2.
  @Test(
    arguments: [
      (["1", "2", "L"], 0), (["1", "2", "3", "L"], 16), (["1", "2", "3", "L", "M"], 0), (["1"], 16), (["L"], 0),
      ([], 0),
    ] as [([String], Int)])
  func leadsGoWithPeopleOnDuty(ids: [String], halfHours: Int) {
    #expect(planned(span: 2).broken("R11", early(ids)).count == halfHours)
  }

  @Test func aSpanOfZeroSwitchesTheRuleOff() {
    #expect(planned(span: 0).broken("R11", early(["1", "2", "3"])).isEmpty)
  }

  @Test func aLeadWhoEatsIsOnTheFloor() {
    let entries = [work("1", 1, PlainCentre.mid, meal: "12:30"), work("L", 1, PlainCentre.mid, meal: "12:00")]
    #expect(planned(span: 2).broken("R11", entries).isEmpty)
  }

  /// An agent carried in until 06:00 needs a lead in these twelve half-hours, from this roster or carried in too.
  @Test func carriedInPeopleNeedALead() {
    let agent = [worked("1", 0, PlainCentre.overnight)]
    #expect(planned(span: 2, previous: agent).broken("R11", []).count == 12)
    #expect(planned(span: 2, previous: agent + [worked("L", 0, PlainCentre.overnight)]).broken("R11", []).isEmpty)
  }

  @Test func itHoldsInTheHalfHoursAfterTheMonth() {
    let broken = planned(span: 2).broken("R11", [work("1", 7, PlainCentre.lateNight), work("L", 7, PlainCentre.night)])
    // The lead is there from 15:30 to 23:30, the agent from 16:30 to 24:30.
    #expect(broken == ["2026-06-07T23:30", "2026-06-08T00:00"])
  }

  /// Open 10:00 to 11:00, fourteen half-hours in the week; one person from 08:00 serves the two of the 1st.
  @Test func somebodyIsOnThePhoneInEveryOpenHalfHour() {
    #expect(planned(span: 0, onPhone: 1).broken("R11", []).count == 14)
    let broken = planned(span: 0, onPhone: 1).broken("R11", early(["1"]))
    #expect(broken.count == 12)
    #expect(broken.first == "2026-06-02T10:00")
  }

  /// A lead on the phone counts, somebody eating does not.
  @Test func everybodyNotEatingCountsAsOnThePhone() {
    var planned = planned(span: 0, onPhone: 1)
    planned.period = Period(firstDay: june(1), dayCount: 1)
    #expect(planned.broken("R11", early(["L"])).isEmpty)
    planned.centre.settings.open = [OpeningEntry(days: .all, from: TimeOfDay("12:00")!, to: TimeOfDay("13:00")!)]
    #expect(planned.broken("R11", [work("1", 1, PlainCentre.mid, meal: "12:30")]) == ["2026-06-01T12:30"])
  }

  /// Carried-in people are on the phone: open from 00:00 to 01:00 of the first day.
  @Test func carriedInPeopleAreOnThePhone() {
    var planned = planned(span: 0, onPhone: 1, previous: [worked("1", 0, PlainCentre.overnight)])
    planned.period = Period(firstDay: june(1), dayCount: 1)
    planned.centre.settings.open = [OpeningEntry(days: .all, from: TimeOfDay("00:00")!, to: TimeOfDay("01:00")!)]
    #expect(planned.broken("R11", []).isEmpty)
    planned.centre.previous = []
    #expect(planned.broken("R11", []).count == 2)
  }
}
