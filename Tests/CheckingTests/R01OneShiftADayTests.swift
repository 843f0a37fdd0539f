import Checking
import TestSupport
import Testing
import Vocabulary

@Suite struct OneShiftADayRuleTests {
  private let planned = plainWeek([Agent(id: "A", name: "王芳", classes: [.early, .mid])])

  @Test func oneAllowedShiftADayIsFine() {
    let entries = work("A", 1...3, PlainCentre.early) + [work("A", 4, PlainCentre.split)]
    #expect(planned.broken("R1", entries).isEmpty)
  }

  @Test func twoShiftsOnADayAreNamedOnce() {
    let entries = [work("A", 2, PlainCentre.early), work("A", 2, PlainCentre.mid, meal: "12:00")]
    #expect(planned.broken("R1", entries) == ["A 2026-06-02"])
  }

  @Test func aClassThePersonMayNotWorkIsNamed() {
    #expect(planned.broken("R1", [work("A", 5, PlainCentre.night)]) == ["A 2026-06-05"])
  }

  @Test func unknownPeopleAndShiftsAndDaysOutsideAreNamedAndSetAside() {
    let entries = [
      Roster.Entry(agent: "B", date: june(1), shift: "早1"), Roster.Entry(agent: "A", date: june(1), shift: "早9"),
      work("A", 8, PlainCentre.early),
    ]
    #expect(planned.broken("R1", entries) == ["B 2026-06-01", "A 2026-06-01", "A 2026-06-08"])
    let check = planned.check(Roster(entries: entries))
    #expect(check.coverage.allSatisfy { $0.onDuty == 0 })
    #expect(check.people[0].workedDays == 0)
  }

  @Test func daysOutsideTheEmploymentAreNamed() {
    let planned = plainWeek([Agent(id: "A", from: june(2), to: june(4))])
    let entries = work("A", 1...5, PlainCentre.early)
    #expect(planned.broken("R1", entries) == ["A 2026-06-01", "A 2026-06-05"])
    #expect(planned.check(Roster(entries: entries)).people[0].workedDays == 3)
  }
}
