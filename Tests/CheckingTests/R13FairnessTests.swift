import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct FairnessRuleTests {
  /// A works four nights, B none, C is employed for part of the week, D may not work nights.
  private let check: RosterCheck = {
    let agents = [
      Agent(id: "A", nightsYearToDate: 10), Agent(id: "B", nightsYearToDate: 30), Agent(id: "C", to: june(4)),
      Agent(id: "D", classes: [.early, .mid]),
    ]
    let planned = plainWeek(agents) {
      $0.holidays = HolidayCalendar(entries: [june(6): HolidayCalendar.Entry(name: "节", kind: .statutoryHoliday)])
    }
    return planned.check(
      Roster(
        entries: work("A", 1...2, PlainCentre.night) + [work("A", 3, PlainCentre.lateNight)]
          + [work("A", 4, PlainCentre.overnight, meal: "25:00")] + [work("B", 6, PlainCentre.early)]
          + work("C", 1...4, PlainCentre.night)))
  }()

  private func spread(_ measure: Fairness.Measure) -> Fairness.Spread? {
    check.fairness.spreads.first { $0.measure == measure }
  }

  /// A 4 and B 0 of night, lateNight and overnight: mean 2.
  @Test func nightsAreComparedAmongThoseWhoMayWorkThemAllMonth() throws {
    let nights = try #require(spread(.nights))
    #expect(nights.people == 2 && nights.least == 0 && nights.most == 4 && nights.mean == 2)
    #expect(spread(.lateNights)?.most == 1)
  }

  /// A 10 + 4, B 30 + 0.
  @Test func theYearIsAddedUp() throws {
    let nights = try #require(spread(.nightsOfYear))
    #expect(nights.least == 14 && nights.most == 30 && nights.mean == 22)
  }

  /// A, B and D are compared; B works the Saturday, a holiday.
  @Test func weekendsAndHolidaysAreComparedAmongAll() {
    #expect(spread(.weekends)?.people == 3)
    #expect(spread(.weekends)?.most == 1)
    #expect(spread(.publicHolidays)?.most == 1)
  }

  /// Only A is two or more above a mean, that of the nights.
  @Test func theReportCountsWhoCarriesMore() {
    #expect(check.fairness.peopleAboveAverage == 1)
    #expect(check.compliance[12].count == 1)
    #expect(!check.compliance[12].isHard)
  }
}
