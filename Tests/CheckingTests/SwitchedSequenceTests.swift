import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// The switched rules on a person's days, worked by hand on the week of Monday June 1st to Sunday June 7th.
@Suite struct SwitchedSequenceTests {
  private static let early = PlainCentre.early
  private static let night = PlainCentre.night

  private func planned(previous days: [(Int, Shift)] = [], change: (inout Centre) -> Void) -> PlannedCase {
    plainWeek([Agent(id: "A")]) { centre in
      centre.previous = days.map { worked("A", $0.0, $0.1) }
      change(&centre)
    }
  }

  // MARK: Runs

  /// Run of two on the 2nd and 3rd: one day short of three. The run from the 6th reaches the end of the month.
  @Test func aRunOfWorkTooShortIsNamedByItsFirstDay() {
    let planned = planned { $0.rules.minWorkRun = MinimumRun(days: 3) }
    #expect(planned.broken("minWorkRun", work("A", [2, 3, 6, 7], Self.early)) == ["A 2026-06-02"])
    #expect(planned.broken("minWorkRun", work("A", 2...4, Self.early)).isEmpty)
  }

  @Test func aRunOfWorkCountsTheDaysOfLastMonth() {
    let planned = planned(previous: [(-1, Self.early), (0, Self.early)]) { $0.rules.minWorkRun = MinimumRun(days: 3) }
    #expect(planned.broken("minWorkRun", work("A", [1], Self.early)).isEmpty)
    #expect(planned.broken("minWorkRun", []) == ["A 2026-06-01"])
  }

  /// A single day between leave days cannot be longer; one that ends before a plain day off can.
  @Test func runsThatTouchLeaveOrTheEndOfTheEmploymentAreNotJudged() {
    let leave = planned { centre in
      centre.rules.minWorkRun = MinimumRun(days: 2)
      centre.leave = [3, 5].map { LeaveEntry(agent: "A", date: june($0), kind: .leave) }
    }
    #expect(leave.broken("minWorkRun", work("A", [4], Self.early)).isEmpty)
    #expect(leave.broken("minWorkRun", work("A", [1], Self.early)) == ["A 2026-06-01"])
    var leaver = planned { $0.rules.minWorkRun = MinimumRun(days: 2) }
    leaver.centre.agents[0].to = june(4)
    #expect(leaver.broken("minWorkRun", work("A", [4], Self.early)).isEmpty)
  }

  /// Three short of four on the one day, two short on the two days: five units at 10 yuan.
  @Test func shortRunsCostTheirMissingDays() {
    let planned = planned { $0.rules.minWorkRun = MinimumRun(days: 4, weight: 10) }
    #expect(planned.yuan("minWorkRun", work("A", [1, 3, 4], Self.early)) == 50)
    #expect(planned.check(Roster(entries: work("A", [1, 3, 4], Self.early))).violations.isEmpty)
  }

  @Test func aSingleDayOffBetweenWorkIsTooShort() {
    let planned = planned { $0.rules.minOffRun = MinimumRun(days: 2) }
    #expect(planned.broken("minOffRun", work("A", [1, 3, 6, 7], Self.early)) == ["A 2026-06-02"])
    // With leave on the day it is not judged, nor what reaches the end of the month.
    var leave = planned
    leave.centre.leave = [LeaveEntry(agent: "A", date: june(2), kind: .leave)]
    #expect(leave.broken("minOffRun", work("A", [1, 3, 6], Self.early)).isEmpty)
  }

  /// May 31st off, June 1st worked: one day off in a row. Nothing known before: no run to judge.
  @Test func daysOffOfLastMonthCount() {
    let tail = planned(previous: [(-1, Self.early)]) { $0.rules.minOffRun = MinimumRun(days: 2) }
    #expect(tail.broken("minOffRun", work("A", [1], Self.early)) == ["A 2026-06-01"])
    #expect(tail.broken("minOffRun", work("A", [2], Self.early)).isEmpty)
    let new = planned { $0.rules.minOffRun = MinimumRun(days: 2) }
    #expect(new.broken("minOffRun", work("A", [1], Self.early)).isEmpty)
  }

  // MARK: Nights

  @Test func nightsInARowCountFromLastMonth() {
    let planned = planned(previous: [(0, Self.night)]) { $0.rules.nightRuns = NightRuns(max: 2) }
    #expect(planned.broken("nightRuns", work("A", 1...3, Self.night)) == ["A 2026-06-02", "A 2026-06-03"])
    #expect(planned.broken("nightRuns", work("A", [1, 3, 4], Self.night)).isEmpty)
  }

  /// After two nights two days off: the early on the next day lacks two, the one after a day off lacks one.
  @Test func daysOffAfterNightsAreCounted() {
    let planned = planned { $0.rules.nightRuns = NightRuns(daysOff: 2, after: 2, weight: 7) }
    let nights = work("A", 1...2, Self.night)
    #expect(planned.yuan("nightRuns", nights + work("A", [3], Self.early)) == 14)
    #expect(planned.yuan("nightRuns", nights + work("A", [4], Self.night)) == 7)
    #expect(planned.yuan("nightRuns", nights + work("A", [5], Self.early)) == 0)
    #expect(planned.yuan("nightRuns", work("A", [2], Self.night) + work("A", [3], Self.early)) == 0)
    #expect(planned.yuan("nightRuns", work("A", 5...7, Self.night)) == 0)
  }

  @Test func daysOffAfterLastMonthsNightsAreCounted() {
    let planned = planned(previous: [(-2, Self.night), (-1, Self.night)]) {
      $0.rules.nightRuns = NightRuns(daysOff: 3, after: 2)
    }
    #expect(planned.broken("nightRuns", work("A", [1], Self.early)) == ["A 2026-06-01"])
    #expect(planned.broken("nightRuns", work("A", [3], Self.early)).isEmpty)
  }

  // MARK: Days, pairs, weekends

  @Test func daysOfACodeOrClassAreLimited() {
    let planned = planned { centre in
      centre.rules.maxDays = [
        DayLimit(shifts: ShiftSet(classes: [.night]), max: 1), DayLimit(shifts: ShiftSet(codes: ["早1"]), max: 2),
      ]
    }
    let entries = work("A", 1...2, Self.night) + work("A", 4...5, Self.early)
    #expect(planned.broken("maxDays", entries) == ["A"])
    #expect(planned.broken("maxDays", Array(entries.dropFirst())).isEmpty)
  }

  @Test func aForbiddenPairIsNamedByItsSecondDay() {
    let planned = planned(previous: [(0, Self.night)]) { centre in
      centre.rules.forbiddenNextDay = [
        ForbiddenNextDay(from: ShiftSet(classes: [.night]), to: ShiftSet(codes: ["早1"]))
      ]
    }
    #expect(planned.broken("forbiddenNextDay", work("A", [1], Self.early)) == ["A 2026-06-01"])
    let entries = work("A", [2], Self.night) + work("A", [3], Self.early) + work("A", [5], Self.night)
    #expect(planned.broken("forbiddenNextDay", entries) == ["A 2026-06-03"])
  }

  /// June 6th and 7th are one weekend; in 14 days there are two.
  @Test func weekendsAreCountedOnce() {
    var planned = planned { $0.rules.maxWeekends = WeekendLimit(max: 0, weight: 40) }
    #expect(planned.yuan("maxWeekends", work("A", 6...7, Self.early)) == 40)
    planned.period = Period(firstDay: june(1), dayCount: 14)
    #expect(planned.yuan("maxWeekends", work("A", [7, 13], Self.early)) == 80)
  }

  // MARK: Starts, teams, hours

  /// Early and night are two starts in the week, another week may have its own.
  @Test func oneStartAWeek() {
    var planned = planned { $0.rules.sameStart = SameStart(weight: 5) }
    #expect(planned.yuan("sameStart", work("A", 1...3, Self.early)) == 0)
    #expect(planned.yuan("sameStart", work("A", 1...2, Self.early) + work("A", 3...4, Self.night)) == 5)
    planned.period = Period(firstDay: june(1), dayCount: 14)
    #expect(planned.yuan("sameStart", work("A", 1...2, Self.early) + work("A", 8...9, Self.night)) == 0)
  }

  /// The rotation began a week before: team 一班, first of the list, is one step on, at the nights.
  @Test func aTeamWorksTheStepOfItsWeek() {
    let planned = plainWeek([Agent(id: "A", team: "一班"), Agent(id: "B", team: "别的")]) { centre in
      centre.rules.teamRotation = TeamRotation(
        start: june(-6), teams: ["一班"],
        cycle: [ShiftSet(classes: [.early]), ShiftSet(classes: [.night])])
    }
    let entries = [
      work("A", 1, Self.night), work("A", 3, Self.early), work("B", 3, Self.early),
    ]
    #expect(planned.broken("teamRotation", entries) == ["A 2026-06-03"])
  }

  @Test(arguments: [(-14, 0), (-7, 1), (0, 0), (7, 1), (13, 1)]) func weeksTurnTheCycle(days: Int, step: Int) {
    let rotation = TeamRotation(start: june(1), teams: ["甲", "乙"], cycle: [ShiftSet(), ShiftSet()])
    #expect(rotation.step(team: "甲", on: june(1 + days)) == step)
    #expect(rotation.step(team: "乙", on: june(1 + days)) == 1 - step)
    #expect(rotation.step(team: "丙", on: june(1)) == nil)
  }

  /// Six days of 8 hours are 8 above 40; the week that ends on Sunday the 7th counts May's days with it.
  @Test func standardHoursCountByTheWeek() {
    let rule = WorkingTime(system: .standard(weeklyHours: 40), overtimeHours: 2, weight: 10)
    let planned = planned { $0.rules.workingTime = rule }
    #expect(planned.yuan("workingTime", work("A", 1...6, Self.early)) == 60)
    #expect(planned.yuan("workingTime", work("A", 1...5, Self.early)) == 0)
    // The period from Wednesday on: the week has Monday and Tuesday of before.
    var tail = self.planned(previous: [(1, Self.early), (2, Self.early)]) { $0.rules.workingTime = rule }
    tail.period = Period(firstDay: june(3), dayCount: 5)
    #expect(tail.yuan("workingTime", work("A", 3...6, Self.early)) == 60)
    // A week that ends after the period is the next one's.
    tail.period = Period(firstDay: june(3), dayCount: 4)
    #expect(tail.yuan("workingTime", work("A", 3...6, Self.early)) == 0)
  }

  /// 480 hours of the quarter worked, 500 − 480 + 4 allowed: five days of 8 hours are 16 too many.
  @Test func averagedHoursCountTheQuarter() {
    var planned = planned { centre in
      centre.rules.standardHours = decimal("160")
      centre.rules.workingTime = WorkingTime(system: .comprehensiveQuarter, overtimeHours: 24, weight: 3)
    }
    planned.centre.agents[0].hoursQuarter = 480
    #expect(planned.yuan("workingTime", work("A", 1...5, Self.early)) == 48)
    // What was too much before this month is not this month's.
    planned.centre.agents[0].hoursQuarter = 600
    #expect(planned.yuan("workingTime", work("A", 1...5, Self.early)) == 120)
    #expect(planned.yuan("workingTime", []) == 0)
    planned.centre.rules.workingTime = WorkingTime(system: .comprehensiveMonth, overtimeHours: 0)
    planned.centre.rules.standardHours = 32
    #expect(planned.broken("workingTime", work("A", 1...5, Self.early)) == ["A"])
    #expect(planned.broken("workingTime", work("A", 1...4, Self.early)).isEmpty)
  }
}
