import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Changes from a kept roster, worked by hand on the week of Monday June 1st to Sunday June 7th.
@Suite struct ReplanningCheckTests {
  private static let early = PlainCentre.early
  private static let mid = PlainCentre.mid
  private let planned = plainWeek([Agent(id: "A"), Agent(id: "B")])

  private func check(_ kept: [Roster.Entry], fixedUntil: Int?, absences: [Absence] = []) -> ReplanningCheck {
    ReplanningCheck(
      replanning: Replanning(
        kept: Roster(entries: kept), fixedUntil: fixedUntil.map(june), absences: absences, changedDay: 40),
      centre: planned.centre, period: planned.period)
  }

  /// A is absent on the 4th, B takes the shift; the meal of the 5th moves: one absence and two changes, 80 yuan.
  @Test func shiftsMealsAndAbsencesAreToldApart() {
    let kept =
      work("A", [1, 2, 4], Self.early) + [work("B", 5, Self.mid, meal: "12:00"), work("B", 6, Self.mid, meal: "12:30")]
    let check = check(kept, fixedUntil: 3, absences: [Absence(agent: "A", from: june(4), to: june(5))])
    let roster = Roster(
      entries: work("A", [1, 2], Self.early) + [work("B", 4, Self.early)]
        + [work("B", 5, Self.mid, meal: "12:30"), work("B", 6, Self.mid, meal: "12:30")])
    let changes = check.changes(roster)
    #expect(
      changes.map { "\($0.agent) \($0.date) \($0.cause)" } == [
        "A 2026-06-04 absence", "B 2026-06-04 change", "B 2026-06-05 change",
      ])
    let summary = ReplanningSummary(replanning: check.replanning, changes: changes, totalLowerBound: 0)
    #expect(summary.changesYuan == 80 && summary.absentPersonDays == 1)
    #expect(check.violations(roster).isEmpty)
  }

  @Test func fixedDaysAndAbsencesAreHeld() {
    let kept = work("A", [1, 2, 4], Self.early)
    let check = check(kept, fixedUntil: 2, absences: [Absence(agent: "A", from: june(4), to: june(4))])
    let broken = check.violations(Roster(entries: work("A", [1, 4], Self.early)))
    #expect(
      broken.map { "\($0.rule) \($0.agent ?? "") \($0.date.map { "\($0)" } ?? "")" } == [
        "fixUntil A 2026-06-02", "absent A 2026-06-04",
      ])
  }

  /// Worked reality that breaks a rule is named before anything is planned; what later days can still mend is not.
  @Test func fixedDaysThatBreakARuleAreNamed() {
    var planned = planned
    planned.centre.rules.restHours = 11
    planned.centre.rules.minHoursHard = true
    planned.centre.agents[0].minHours = 24
    let kept = [work("A", 1, PlainCentre.night), work("A", 2, Self.early)]
    let check = ReplanningCheck(
      replanning: Replanning(kept: Roster(entries: kept), fixedUntil: june(3), absences: [], changedDay: 1),
      centre: planned.centre, period: planned.period)
    let broken = check.violationsOfFixedDays(requirement: planned.requirement)
    #expect(broken.map { "\($0.rule) \($0.agent ?? "") \($0.date.map { "\($0)" } ?? "")" } == ["R2 A 2026-06-02"])
  }
}
