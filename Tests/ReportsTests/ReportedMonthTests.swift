import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("What page and workbook read off a plan")
struct ReportedMonthTests {
  private let plan = SyntheticPlan.make(people: 40)
  private var month: ReportedMonth { ReportedMonth(plan) }

  @Test("Days, hours and classes of a hand-made week")
  func personTotals() {
    // Friday 5 to Thursday 11 February 2027, all days free for the Spring Festival; Friday 12 is a workday, Saturday 13 a
    // rest day, Sunday 14 a make-up workday.
    let days = (5...14).map { CivilDate(year: 2027, month: 2, day: $0)! }
    let (early, late) = (SyntheticPlan.shifts[0], SyntheticPlan.shifts[4])
    func works(_ shift: Shift) -> DayCell { .shift(shift, meal: nil) }
    let cells: [DayCell] = [
      works(early), .off, works(late), .leave, .off, .off, .off, works(early), .notEmployed,
      works(SyntheticPlan.shifts[2]),
    ]
    let totals = PersonTotals(cells: cells, days: days, holidays: SyntheticPlan.holidays)
    #expect(totals.daysWorked == 4)
    #expect(totals.daysOff == 5 && totals.leaveDays == 1)
    #expect(totals.paidMinutes == 3 * 480 + 450)
    // The 5th and the 7th; the 14th is a workday.
    #expect(totals.publicHolidays == 2)
    // The weekends of the 6th and 7th, and of the 13th and 14th.
    #expect(totals.weekends == 2)
    #expect(totals.nights == 1 && totals.days(.early) == 2 && totals.days(.lateNight) == 1)
  }

  @Test("Everybody's cells are the roster's, leave and employment included")
  func cells() {
    let period = plan.month.period
    #expect(month.people.count == 40)
    for person in month.people {
      for (date, cell) in zip(period.days, person.cells) {
        let entry = plan.roster.entries.first { $0.agent == person.agent.id && $0.date == date }
        let isLeave = plan.centre.leave.contains { $0.agent == person.agent.id && $0.date == date }
        switch cell {
        case .shift(let shift, let meal): #expect(entry?.shift == shift.code && entry?.mealStart == meal)
        case .leave: #expect(entry == nil && isLeave)
        case .off: #expect(entry == nil && !isLeave && person.agent.isEmployed(on: date))
        case .notEmployed: #expect(!person.agent.isEmployed(on: date))
        }
      }
    }
  }

  @Test("The days add up to the month")
  func totals() {
    let month = month
    let (under, over) = (month.days.reduce(0) { $0 + $1.totals.under }, month.days.reduce(0) { $0 + $1.totals.over })
    #expect(abs(under - month.totals.under) < 1e-6 && abs(over - month.totals.over) < 1e-6)
    #expect(abs(month.totals.under - plan.coverage.reduce(0) { $0 + $1.under } / 2) < 1e-6)
    #expect(month.teams.reduce(0) { $0 + $1.people.count } == month.people.count)
    // The settlement assesses the service level, so its figure is the one shown.
    #expect(month.serviceLevel == 0.868234)
  }

  @Test("Shown are the hours in which something happens")
  func shownSlots() {
    var plan = plan
    for index in plan.coverage.indices {
      let slot = plan.coverage[index].start.slot
      plan.coverage[index].required = (17..<40).contains(slot) ? 5 : 0
      plan.coverage[index].onDuty = 0
    }
    // From 08:30, so from 8; to 20:00.
    #expect(ReportedMonth(plan).shownSlots == 16..<40)
  }

  @Test("Shifts are listed from morning to night")
  func shiftOrder() {
    #expect(month.shifts.map(\.code) == ["早1", "两头", "中1", "夜1", "夜7", "通宵"])
  }
}
