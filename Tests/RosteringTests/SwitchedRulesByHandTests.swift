import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// Every rule a planner may switch on, hard and soft, with a roster that breaks it by units counted by hand and one that keeps
/// it: the engine and the recomputation find the same.
@Suite struct SwitchedRulesByHandTests {
  private static let early = PlainCentre.early
  private static let night = PlainCentre.night
  private static let lateNight = PlainCentre.lateNight

  /// A person's shift on a day of the week from Monday the 1st.
  struct Work: Sendable {
    var agent: String
    var day: Int
    var shift: Shift
  }

  struct Case: Sendable, CustomTestStringConvertible {
    /// The rule's key, and what is meant where it says several things.
    var key: String
    var aspect = ""
    /// Switches the rule on, hard where the weight is nil.
    var on: @Sendable (inout Centre, Decimal?) -> Void
    var breaking: [Work]
    var units: Int
    var keeping: [Work]

    var testDescription: String { aspect.isEmpty ? key : "\(key): \(aspect)" }
  }

  private static func work(_ agent: String, _ days: [Int], _ shift: Shift) -> [Work] {
    days.map { Work(agent: agent, day: $0, shift: shift) }
  }

  static let personCases = [
    Case(
      key: "minWorkRun", on: { $0.rules.minWorkRun = MinimumRun(days: 3, weight: $1) },
      breaking: work("A", [2, 3], early), units: 1, keeping: work("A", [2, 3, 4], early)),
    Case(
      key: "minOffRun", on: { $0.rules.minOffRun = MinimumRun(days: 3, weight: $1) },
      breaking: work("A", [1, 3], early), units: 2, keeping: work("A", [1, 5], early)),
    Case(
      key: "nightRuns", aspect: "nights in a row", on: { $0.rules.nightRuns = NightRuns(max: 2, weight: $1) },
      breaking: work("A", [1, 2, 3], night), units: 1, keeping: work("A", [1, 2], night)),
    Case(
      key: "nightRuns", aspect: "days off after", on: { $0.rules.nightRuns = NightRuns(daysOff: 2, weight: $1) },
      breaking: work("A", [1], night) + work("A", [3], early), units: 1,
      keeping: work("A", [1], night) + work("A", [4], early)),
    Case(
      key: "maxDays",
      on: { $0.rules.maxDays = [DayLimit(shifts: ShiftSet(classes: [.night]), max: 1, weight: $1)] },
      breaking: work("A", [1, 3, 5], night), units: 2, keeping: work("A", [1], night)),
    Case(
      key: "forbiddenNextDay",
      on: {
        $0.rules.forbiddenNextDay = [
          ForbiddenNextDay(from: ShiftSet(classes: [.night]), to: ShiftSet(codes: [early.code]), weight: $1)
        ]
      }, breaking: work("A", [1], night) + work("A", [2], early), units: 1,
      keeping: work("A", [1], night) + work("A", [3], early)),
    Case(
      key: "maxWeekends", on: { $0.rules.maxWeekends = WeekendLimit(max: 0, weight: $1) },
      breaking: work("A", [6, 7], early), units: 1, keeping: work("A", [1, 2, 3, 4, 5], early)),
    Case(
      key: "sameStart", on: { $0.rules.sameStart = SameStart(weight: $1) },
      breaking: work("A", [1], early) + work("A", [3], night) + work("A", [5], lateNight), units: 2,
      keeping: work("A", [1, 3, 5], early)),
    Case(
      key: "teamRotation",
      on: {
        $0.rules.teamRotation = TeamRotation(
          start: PlainCentre.week.firstDay, teams: ["甲"], cycle: [ShiftSet(classes: [.early])], weight: $1)
      }, breaking: work("A", [2], night), units: 1, keeping: work("A", [2], early) + work("B", [2], night)),
    Case(
      key: "workingTime", aspect: "weeks",
      on: {
        $0.rules.workingTime = WorkingTime(system: .standard(weeklyHours: 16), overtimeHours: 0, weight: $1)
      }, breaking: work("A", [1, 2, 3], early), units: 8, keeping: work("A", [1, 2], early)),
    Case(
      key: "workingTime", aspect: "the month",
      on: {
        $0.rules.standardHours = 16
        $0.rules.workingTime = WorkingTime(system: .comprehensiveMonth, overtimeHours: 4, weight: $1)
      }, breaking: work("A", [1, 2, 3], early), units: 4, keeping: work("A", [1, 2], early)),
    Case(
      key: "workingTime", aspect: "the quarter",
      on: {
        $0.rules.standardHours = 160
        $0.agents[0].hoursQuarter = 480
        $0.rules.workingTime = WorkingTime(system: .comprehensiveQuarter, overtimeHours: 8, weight: $1)
      }, breaking: work("A", [1, 2, 3], early), units: 16, keeping: work("A", [1], early)),
  ]

  private static func hours(_ weekday: Weekday) -> WeeklyHours {
    WeeklyHours(days: .weekdays([weekday]), from: PlainCentre.time(9), to: PlainCentre.time(10))
  }

  private static func pair(_ kind: StaffPair.Kind, breaking: [Work], keeping: [Work]) -> Case {
    Case(
      key: "pairs", aspect: kind.rawValue,
      on: {
        $0.pairs = [StaffPair(agent: "A", other: "B", kind: kind)]
        $0.rules.pairs.weight = $1
      }, breaking: breaking, units: 1, keeping: keeping)
  }

  static let floorCases = [
    Case(
      key: "minStaff", on: { $0.rules.minStaff = [StaffMinimum(hours: hours(.monday), least: 2, weight: $1)] },
      breaking: work("A", [1], early), units: 2, keeping: work("A", [1], early) + work("B", [1], early)),
    Case(
      key: "skillNeeds",
      on: { $0.rules.skillNeeds = [SkillNeed(skill: "粤语", hours: hours(.tuesday), least: 1, weight: $1)] },
      breaking: work("B", [2], early), units: 2, keeping: work("A", [2], early)),
    Case(
      key: "peopleOff", aspect: "fewest",
      on: { $0.rules.peopleOff = [PeopleOff(days: .weekdays([.monday]), least: 1, weight: $1)] },
      breaking: work("A", [1], early) + work("B", [1], night), units: 1, keeping: work("A", [1], early)),
    Case(
      key: "peopleOff", aspect: "most",
      on: { $0.rules.peopleOff = [PeopleOff(days: .weekdays([.monday]), most: 0, weight: $1)] },
      breaking: work("A", [2], early), units: 2, keeping: work("A", [1], early) + work("B", [1], night)),
    pair(.apart, breaking: work("A", [1], early) + work("B", [1], night), keeping: work("A", [1], early)),
    pair(
      .apartShift, breaking: work("A", [1], early) + work("B", [1], early),
      keeping: work("A", [1], early) + work("B", [1], night)),
    pair(
      .together, breaking: work("A", [1], early), keeping: work("A", [1], early) + work("B", [1], night)),
    pair(
      .togetherShift, breaking: work("A", [1], early) + work("B", [1], night),
      keeping: work("A", [1], early) + work("B", [1], early)),
  ]

  private func planned(_ change: (inout Centre) -> Void) -> PlannedCase {
    var centre = PlainCentre.centre([
      Agent(id: "A", team: "甲", minHours: 0, skills: ["粤语"]), Agent(id: "B", team: "乙", minHours: 0),
    ])
    change(&centre)
    return PlannedCase(centre: centre, period: PlainCentre.week, requirement: Requirement(PlainCentre.week) { _ in 0 })
  }

  private func judged(
    _ work: [Work], _ planned: PlannedCase
  ) -> (check: RosterCheck, evaluation: RosterEvaluation) {
    let roster = Roster(
      entries: work.map {
        Roster.Entry(
          agent: $0.agent, date: planned.period.firstDay.adding(days: $0.day - 1), shift: $0.shift.code, mealStart: nil)
      })
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    return (
      RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement).check(roster),
      RosterEvaluation(problem: problem, assignment: problem.keptAssignment(roster))
    )
  }

  @Test(arguments: personCases + floorCases) func aHardRuleForbids(_ made: Case) {
    let planned = planned { made.on(&$0, nil) }
    let broken = judged(made.breaking, planned)
    #expect(Set(broken.check.violations.map(\.rule)) == [made.key])
    #expect(broken.evaluation.violations > 0)
    let kept = judged(made.keeping, planned)
    #expect(kept.check.violations.isEmpty, "\(kept.check.violations.map { $0.text(.english) })")
    #expect(kept.evaluation.violations == 0)
    // What is forbidden has no price.
    #expect(!broken.check.terms.contains { $0.name == made.key })
    #expect(!broken.evaluation.terms.contains { $0.name == made.key })
  }

  @Test(arguments: personCases + floorCases) func aSoftRuleCostsItsUnits(_ made: Case) {
    let planned = planned { made.on(&$0, 7) }
    for (work, units) in [(made.breaking, made.units), (made.keeping, 0)] {
      let (check, evaluation) = judged(work, planned)
      #expect(check.violations.isEmpty && evaluation.violations == 0)
      #expect(check.yuan(of: made.key) == Decimal(7 * units))
      #expect(evaluation.terms.first { $0.name == made.key }.map { abs($0.yuan - Double(7 * units)) < 1e-9 } == true)
    }
  }

  /// Locks are always hard.
  @Test func aLockedDayHolds() {
    let planned = planned {
      $0.locks = [LockedDay(agent: "A", date: PlainCentre.week.firstDay, shift: PlainCentre.night.code)]
    }
    for breaking in [[], Self.work("A", [1], Self.early)] {
      let broken = judged(breaking, planned)
      #expect(broken.check.violations.map(\.rule) == ["locks"] && broken.evaluation.violations > 0)
    }
    let kept = judged(Self.work("A", [1], Self.night), planned)
    #expect(kept.check.violations.isEmpty && kept.evaluation.violations == 0)
  }

  /// From 21:00, the end of the second part, to 08:00 are 11 hours, to 15:30 are 18.5.
  @Test func aSplitShiftRestsFromItsSecondPart() {
    let planned = planned { $0.rules.restHours = 12 }
    let split = Self.work("A", [1], PlainCentre.split)
    let broken = judged(split + Self.work("A", [2], Self.early), planned)
    #expect(broken.check.violations.map(\.rule) == ["R2"] && broken.evaluation.violations > 0)
    let kept = judged(split + Self.work("A", [2], Self.night), planned)
    #expect(kept.check.violations.isEmpty && kept.evaluation.violations == 0)
  }
}
