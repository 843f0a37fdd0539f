import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct UnderstaffingRuleTests {
  /// One day; `required` in the half-hour from 10:00 only, when the centre is open.
  private func planned(required: Double, agents: [Agent], change: (inout Centre) -> Void = { _ in }) -> PlannedCase {
    var planned = plainWeek(agents) { centre in
      centre.settings.open = [OpeningEntry(days: .all, from: TimeOfDay("10:00")!, to: TimeOfDay("10:30")!)]
      change(&centre)
    }
    planned.period = Period(firstDay: june(1), dayCount: 1)
    planned.requirement = Requirement(planned.period) { $0.slot == 20 ? required : 0 }
    return planned
  }

  /// Nobody for 10: the first 5 % are 0.5 × 60 = 30, the other 9.5 × 180 = 1710.
  @Test func theFirstPieceIsCheaper() {
    #expect(planned(required: 10, agents: [Agent(id: "A")]).yuan("under", []) == 1740)
  }

  /// 1.02 needed, 1 there: 0.02 short, within 5 % of 1.02 = 0.051: 0.02 × 60 = 1.2.
  @Test func aSmallShortageStaysInTheFirstPiece() {
    let planned = planned(required: 1.02, agents: [Agent(id: "A")])
    #expect(planned.yuan("under", [work("A", 1, PlainCentre.early)]) == decimal("1.2"))
    #expect(planned.yuan("over", [work("A", 1, PlainCentre.early)]) == 0)
  }

  /// Pieces to 10 %, 30 % and beyond at 1, 10 and 100; 5 needed and 3 there: 0.5 × 1 + 1 × 10 + 0.5 × 100 = 60.5.
  @Test func sharesOfThePiecesAreCumulative() {
    let agents = ["A", "B", "C"].map { Agent(id: $0) }
    let planned = planned(required: 5, agents: agents) {
      $0.rules.weights.under = [
        Rules.UnderPiece(upTo: decimal("0.1"), perHalfHour: 1), Rules.UnderPiece(upTo: decimal("0.3"), perHalfHour: 10),
        Rules.UnderPiece(upTo: nil, perHalfHour: 100),
      ]
    }
    #expect(planned.yuan("under", agents.map { work($0.id, 1, PlainCentre.early) }) == decimal("60.5"))
  }

  /// Two for one and a half: 0.5 × 2 = 1; the fifteen closed half-hours of the shift cost nothing.
  @Test func overstaffingCountsInOpenHalfHoursOnly() {
    let planned = planned(required: 1.5, agents: [Agent(id: "A"), Agent(id: "B")])
    #expect(planned.yuan("over", [work("A", 1, PlainCentre.early), work("B", 1, PlainCentre.early)]) == 1)
  }

  @Test func aRequirementOfAClosedHalfHourDoesNotCount() {
    var planned = planned(required: 1, agents: [Agent(id: "A")])
    planned.requirement = Requirement(planned.period) { $0.slot == 21 ? 5 : 0 }
    let check = planned.check(Roster(entries: []))
    #expect(check.yuan(of: "under") == 0)
    #expect(check.coverage[21].required == 0)
  }

  /// A trainee of 0.6, a lead without and one with a productivity of 0.3, and an agent who eats from 10:00:
  /// 0.6 + 0 + 0.3 + 0 = 0.9 effective of four on duty.
  @Test func effectiveIsTheProductivityOfThoseNotEating() {
    var lunch = PlainCentre.mid
    lunch.mealFrom = TimeOfDay("10:00")!
    let agents = [
      Agent(id: "T", grade: .trainee, productivity: decimal("0.6")), Agent(id: "L", grade: .lead, productivity: 0),
      Agent(id: "M", grade: .lead, productivity: decimal("0.3")), Agent(id: "A"),
    ]
    let planned = planned(required: 1, agents: agents) { $0.shifts = [PlainCentre.early, lunch] }
    let entries = ["T", "L", "M"].map { work($0, 1, PlainCentre.early) } + [work("A", 1, lunch, meal: "10:00")]
    let row = planned.check(Roster(entries: entries)).coverage[20]
    #expect(row.onDuty == 4 && row.onMeal == 1 && row.leads == 2)
    #expect(row.effective == 0.9 && row.under == 0.1)
  }

  /// Promoted on the 2nd: 0.6 on the 1st, 1 from the 2nd on, also for the shift of the 1st that reaches into the 2nd.
  @Test func aPromotedTraineeServesAsAnAgentFromTheDayOn() {
    let agent = Agent(id: "T", grade: .trainee, productivity: decimal("0.6"), promoted: june(2))
    let check = plainWeek([agent]).check(
      Roster(entries: [work("T", 1, PlainCentre.overnight, meal: "25:00"), work("T", 3, PlainCentre.early)]))
    func effective(_ text: String) -> Double? {
      check.coverage.first { $0.start == HalfHour(text) }?.effective
    }
    #expect(effective("2026-06-02T00:00") == 0.6)
    #expect(effective("2026-06-03T08:00") == 1)
  }

  /// Carried in until 06:00 of the first day: on duty and effective there.
  @Test func carriedInShiftsServe() {
    let planned = plainWeek([Agent(id: "A")]) { $0.previous = [worked("A", 0, PlainCentre.overnight)] }
    let rows = planned.check(Roster(entries: [])).coverage
    #expect(rows.filter { $0.onDuty == 1 && $0.effective == 1 && $0.onMeal == 0 }.count == 12)
    #expect(planned.yuan("over", []) == 24)
  }

  /// Somebody who left with the month before is carried in all the same, and is nobody of this month.
  @Test func leaversAreCarriedInToo() {
    let planned = plainWeek([Agent(id: "A", to: june(0))]) { $0.previous = [worked("A", 0, PlainCentre.overnight)] }
    let check = planned.check(Roster(entries: []))
    #expect(check.coverage[0].onDuty == 1)
    #expect(check.people.isEmpty)
    #expect(check.basePay == 0)
  }
}
