import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// What the recomputation says to people: violations, compliance, people's months.
@Suite struct ReportTests {
  @Test func aViolationNamesPersonDayFindingLimitAndRemedyInBothLanguages() throws {
    let planned = plainWeek([Agent(id: "A007", name: "王芳")]) { $0.rules.restHours = 11 }
    let entries = [work("A007", 1, PlainCentre.night), work("A007", 2, PlainCentre.early)]
    let violation = try #require(planned.check(Roster(entries: entries)).violations.first)
    #expect(
      violation.text(.chinese)
        == "R2 班次间休息，A007 王芳，2026-06-02：2026-06-01 的 夜1（至 23:30）与 2026-06-02 的 早1（08:00 起）之间休息 8.5 小时；至少 11 小时。当日改派较晚的班次或休息"
    )
    #expect(
      violation.text(.english)
        == "R2 rest between shifts, A007 王芳, 2026-06-02: 8.5 h rest between 夜1 on 2026-06-01 (to 23:30) and 早1 on "
        + "2026-06-02 (from 08:00); at least 11 h; assign a later shift that day, or a day off")
  }

  @Test func aViolationOfTheFloorNamesTheHalfHour() throws {
    let planned = plainWeek([Agent(id: "A")]) { $0.rules.leadSpan = 20 }
    let violation = try #require(planned.check(Roster(entries: [work("A", 1, PlainCentre.early)])).violations.first)
    #expect(violation.agent == nil && violation.halfHour == HalfHour("2026-06-01T08:00"))
    #expect(violation.text(.chinese).contains("2026-06-01T08:00"))
    #expect(violation.text(.english).contains("0 leads for 1 trainees and agents on duty; at least 1"))
  }

  /// Texts of every violation of many broken rosters differ between the languages; the only Chinese in an English one are
  /// names of shifts, of which it mentions two at most.
  @Test(arguments: seeds(20)) func everyTextExistsInBothLanguages(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed)
    let check = planned.check(RandomRoster.arbitrary(planned, seed: seed, workPercent: 90))
    for violation in check.violations {
      for wording in [violation.found, violation.advice, violation.ruleName] {
        #expect(!wording.chinese.isEmpty && !wording.english.isEmpty && wording.chinese != wording.english)
        #expect(
          wording.english.unicodeScalars.filter { (0x3000...0x9FFF).contains($0.value) }.count <= 6,
          "\(wording.english)")
      }
    }
    for line in check.compliance {
      for wording in [line.name, line.limit, line.found] {
        #expect(!wording.chinese.isEmpty && !wording.english.isEmpty && wording.chinese != wording.english)
      }
    }
  }

  @Test(arguments: seeds(20)) func complianceCountsTheViolations(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed)
    let check = planned.check(RandomRoster.arbitrary(planned, seed: seed, workPercent: 90))
    #expect(check.compliance.map(\.rule) == (1...14).map { "R\($0)" })
    for line in check.compliance where line.isHard {
      #expect(line.count == check.violations.count { $0.rule == line.rule })
    }
    #expect(check.compliance.filter { !$0.isHard }.map(\.rule) == ["R12", "R13", "R14"])
  }

  /// Seven days with Saturday the 6th a holiday: early on Monday and Saturday, lateNight on Tuesday, overnight on Wednesday;
  /// 32 h; leave on Friday; three days off. The tail's Sunday makes the run of Monday to Wednesday four days.
  @Test func aPersonsMonthInFigures() {
    let agent = Agent(id: "A", name: "王芳", team: "甲", minHours: 40)
    let planned = plainWeek([agent]) {
      $0.holidays = HolidayCalendar(entries: [june(6): HolidayCalendar.Entry(name: "节", kind: .restDay)])
      $0.leave = [
        LeaveEntry(agent: "A", date: june(5), kind: .leave), LeaveEntry(agent: "A", date: june(6), kind: .off),
      ]
      $0.previous = [worked("A", 0, PlainCentre.early)]
    }
    let entries = [
      work("A", 1, PlainCentre.early), work("A", 2, PlainCentre.lateNight),
      work("A", 3, PlainCentre.overnight, meal: "25:00"), work("A", 6, PlainCentre.early),
    ]
    let person = planned.check(Roster(entries: entries)).people[0]
    #expect(person.agent == "A" && person.name == "王芳" && person.team == "甲" && person.grade == .agent)
    #expect(person.employedDays == 7 && person.leaveDays == 1 && person.workedDays == 4 && person.daysOff == 3)
    #expect(person.hours == 32 && person.minHours == 40)
    #expect(person.nights == 2 && person.earlies == 2 && person.lateNights == 1 && person.imbalance == 1)
    #expect(person.weekendsWorked == 1 && person.publicHolidaysWorked == 1 && person.longestRun == 4)
    #expect(person.wishes == 1 && person.refusedWishes == 1)
  }
}
