import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Locks and the switched rules between people, worked by hand.
@Suite struct SwitchedFloorTests {
  private func hours(_ from: Double, _ to: Double, _ days: OpeningEntry.Days = .all) -> WeeklyHours {
    WeeklyHours(days: days, from: PlainCentre.time(from), to: PlainCentre.time(to))
  }

  private func planned(_ agents: [Agent] = [Agent(id: "A"), Agent(id: "B")], change: (inout Centre) -> Void)
    -> PlannedCase
  {
    plainWeek(agents, change: change)
  }

  @Test func lockedDaysStay() {
    let planned = planned { centre in
      centre.locks = [
        LockedDay(agent: "A", date: june(1), shift: "早1"), LockedDay(agent: "B", date: june(2), shift: nil),
        LockedDay(agent: "A", date: june(9), shift: "早1"),
      ]
    }
    #expect(planned.broken("locks", [work("A", 1, PlainCentre.early)]).isEmpty)
    let entries = [work("A", 1, PlainCentre.night), work("B", 2, PlainCentre.early)]
    #expect(planned.broken("locks", entries) == ["A 2026-06-01", "B 2026-06-02"])
    #expect(planned.broken("locks", []) == ["A 2026-06-01"])
  }

  /// The mid shift eats from 12:00 to 12:30: then nobody is on the phone.
  @Test func whoEatsIsNotAtThePhone() {
    let planned = planned { $0.rules.minStaff = [StaffMinimum(hours: hours(11, 13, .weekdays([.monday])), least: 1)] }
    let entries = [work("A", 1, PlainCentre.mid, meal: "12:00")]
    #expect(planned.broken("minStaff", entries) == ["2026-06-01T12:00"])
    #expect(planned.broken("minStaff", [work("A", 1, PlainCentre.mid, meal: "13:00")]).isEmpty)
    #expect(planned.broken("minStaff", []).count == 4)
  }

  /// 22:00 to 26:00 of Monday are the last four half-hours of Monday and the first four of Tuesday; closed ones do not
  /// count.
  @Test func hoursPastMidnightBelongToTheDayTheyBegan() {
    var planned = planned {
      $0.rules.minStaff = [StaffMinimum(hours: hours(22, 26, .weekdays([.monday])), least: 2, weight: 5)]
    }
    #expect(planned.yuan("minStaff", [work("A", 1, PlainCentre.overnight, meal: "26:00")]) == 40)
    planned.centre.settings.open = [
      OpeningEntry(days: .all, from: PlainCentre.time(0), to: PlainCentre.time(23))
    ]
    #expect(planned.yuan("minStaff", []) == 60)
  }

  @Test func onlyThoseWithTheSkillCount() {
    let planned = planned([Agent(id: "A", skills: ["粤语", "英语"]), Agent(id: "B")]) { centre in
      centre.rules.skillNeeds = [SkillNeed(skill: "粤语", hours: hours(9, 10, .weekdays([.tuesday])), least: 1)]
    }
    #expect(planned.broken("skillNeeds", [work("A", 2, PlainCentre.early)]).isEmpty)
    #expect(
      planned.broken("skillNeeds", [work("B", 2, PlainCentre.early)]) == ["2026-06-02T09:00", "2026-06-02T09:30"])
  }

  /// Who joins on the 2nd is neither on nor off on the 1st.
  @Test func peopleOffAreThoseEmployed() {
    let planned = planned([Agent(id: "A"), Agent(id: "B", from: june(2))]) { centre in
      centre.rules.peopleOff = [PeopleOff(days: .weekdays([.monday, .tuesday]), least: 1, most: 1, weight: 9)]
    }
    #expect(planned.yuan("peopleOff", []) == 9)
    #expect(planned.yuan("peopleOff", [work("A", 1, PlainCentre.early)]) == 18)
    #expect(planned.yuan("peopleOff", [work("A", 2, PlainCentre.early)]) == 0)
    #expect(planned.yuan("peopleOff", [work("A", 2, PlainCentre.early), work("B", 2, PlainCentre.early)]) == 9)
  }

  @Test(arguments: [
    (StaffPair.Kind.apart, ["A 2026-06-01", "A 2026-06-02"]), (.apartShift, ["A 2026-06-01"]),
    (.together, ["A 2026-06-03"]), (.togetherShift, ["A 2026-06-02", "A 2026-06-03"]),
  ])
  func pairsAreJudgedDayByDay(kind: StaffPair.Kind, broken: [String]) {
    let planned = planned { $0.pairs = [StaffPair(agent: "A", other: "B", kind: kind)] }
    let entries = [
      work("A", 1, PlainCentre.early), work("B", 1, PlainCentre.early), work("A", 2, PlainCentre.early),
      work("B", 2, PlainCentre.night), work("A", 3, PlainCentre.early),
    ]
    #expect(planned.broken("pairs", entries) == broken)
    var soft = planned
    soft.centre.rules.pairs.weight = 4
    #expect(soft.yuan("pairs", entries) == Decimal(4 * broken.count))
  }

  @Test func daysOfOneWithoutTheOtherEmployedAreNotJudged() {
    let planned = planned([Agent(id: "A"), Agent(id: "B", to: june(2))]) {
      $0.pairs = [StaffPair(agent: "A", other: "B", kind: .together)]
    }
    #expect(planned.broken("pairs", [work("A", 3, PlainCentre.early)]).isEmpty)
  }

  /// Hard rules are no cost terms, soft ones no violations; without any the report and the terms are those of R1 to R14.
  @Test func onlyRulesThatAreOnAreReported() {
    #expect(planned { _ in }.check(Roster(entries: [])).compliance.count == 14)
    let on = planned { centre in
      centre.rules.minOffRun = MinimumRun(days: 2, weight: 1)
      centre.rules.maxWeekends = WeekendLimit(max: 1)
    }.check(Roster(entries: []))
    #expect(on.compliance.dropFirst(14).map(\.rule) == ["minOffRun", "maxWeekends"])
    #expect(on.compliance.dropFirst(14).map(\.isHard) == [false, true])
    #expect(on.terms.map(\.name).suffix(3) == ["minOffRun", "regularHours", "overtimeHours"])
  }
}
