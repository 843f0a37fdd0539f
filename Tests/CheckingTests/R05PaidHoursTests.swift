import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct PaidHoursRuleTests {
  private func long(_ minutes: Int) -> Shift {
    var shift = PlainCentre.early
    shift.code = "长"
    shift.paidMinutes = minutes
    return shift
  }

  /// 480 + 180 = 660 minutes are the most.
  @Test(arguments: [(660, 0), (661, 1)]) func aShiftIsPaidNoMoreThanADayAndItsOvertime(minutes: Int, count: Int) {
    let planned = plainWeek([Agent(id: "A")]) { $0.shifts.append(long(minutes)) }
    #expect(planned.broken("R5", [work("A", 1, long(minutes))]).count == count)
  }

  /// Five days of 8 h are 40 h: over 24 h by 16 h.
  @Test(arguments: [("16", 0), ("15.99", 1)]) func theMonthHasNoMoreOvertimeThanAllowed(overtime: String, count: Int) {
    let planned = plainWeek([Agent(id: "A")]) {
      $0.rules.standardHours = 24
      $0.rules.maxOvertimeHours = decimal(overtime)
    }
    #expect(planned.broken("R5", work("A", 1...5, PlainCentre.early)) == Array(repeating: "A", count: count))
  }

  /// 16 h worked of 20 h owed: 4 × 60 yuan of shortfall, hard only where the rules say so.
  @Test func minimumHoursAreHardOnlyOnDemand() {
    var planned = plainWeek([Agent(id: "A", minHours: 20)])
    let entries = work("A", 1...2, PlainCentre.early)
    #expect(planned.broken("R5", entries).isEmpty)
    #expect(planned.yuan("shortHour", entries) == 240)
    planned.centre.rules.minHoursHard = true
    #expect(planned.broken("R5", entries) == ["A"])
    #expect(planned.broken("R5", work("A", 1...3, PlainCentre.early)).isEmpty)
  }

  /// Nothing given: 160 h of a whole period, 4 of 7 days are 640 ÷ 7 h, less 8 for the one leave day inside the
  /// employment.
  @Test func minimumHoursByDefault() {
    let planned = plainWeek([Agent(id: "A", from: june(4)), Agent(id: "B")]) {
      $0.leave = [2, 5].map { LeaveEntry(agent: "A", date: june($0), kind: .leave) }
    }
    let people = planned.check(Roster(entries: [])).people
    #expect(people[0].minHours == Decimal(640) / 7 - 8)
    #expect(people[1].minHours == 160)
  }

  /// A whole month less 20.5 days of leave would be below 0; a number given is used as it is.
  @Test func leaveTakesTheDefaultToZeroAndNotTheGivenNumber() {
    var planned = plainWeek([Agent(id: "A", from: june(7)), Agent(id: "B", minHours: 100)]) {
      $0.leave = ["A", "B"].map { LeaveEntry(agent: $0, date: june(7), kind: .leave) }
    }
    planned.period = Month("2026-06")!.period
    planned.centre.agents[0].to = june(7)
    // One day employed of 30, 160 ÷ 30 = 5.33 h, less 8.
    #expect(planned.check(Roster(entries: [])).people.map(\.minHours) == [0, 100])
  }
}
