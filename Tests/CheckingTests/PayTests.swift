import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Regular hours, overtime and base pay, priced by grade.
@Suite struct PayTests {
  /// Prices per hour 10 (trainee), 20 (agent), 30 (lead) and 50 (overtime): price ÷ (40 h × persons per seat).
  private func planned(_ agents: [Agent], standardHours: Decimal = 40) -> PlannedCase {
    plainWeek(agents) {
      $0.contract.standardHours = standardHours
      $0.contract.seats = [
        .trainee: SeatPrice(price: 10 * standardHours, personsPerSeat: 1),
        .agent: SeatPrice(price: 25 * standardHours, personsPerSeat: decimal("1.25")),
        .lead: SeatPrice(price: 30 * standardHours, personsPerSeat: 1),
        .overtime: SeatPrice(price: 50 * standardHours, personsPerSeat: 1),
      ]
    }
  }

  /// Three days of 8 h each: 240, 480 and 720 yuan.
  @Test(arguments: [(Grade.trainee, 240), (.agent, 480), (.lead, 720)]) func hoursArePricedByGrade(
    grade: Grade, yuan: Int
  ) {
    let planned = planned([Agent(id: "A", grade: grade)])
    #expect(planned.yuan("regularHours", work("A", 1...3, PlainCentre.early)) == Decimal(yuan))
    #expect(planned.yuan("overtimeHours", work("A", 1...3, PlainCentre.early)) == 0)
  }

  /// 48 h against 40: 40 × 20 = 800 and 8 × 50 = 400. Another's short month does not set it off.
  @Test func hoursAboveTheStandardAreOvertime() {
    let planned = planned([Agent(id: "A"), Agent(id: "B")])
    let entries = work("A", 1...6, PlainCentre.early) + [work("B", 1, PlainCentre.early)]
    #expect(planned.yuan("regularHours", entries) == 960)
    #expect(planned.yuan("overtimeHours", entries) == 400)
  }

  /// Standard 20 h, promoted on the 3rd: the days 1 and 2 are 16 h of a trainee, the 3rd 4 h of an agent and 4 h over:
  /// 160 + 80 and 200. The cap is used up in order of days.
  @Test func aPromotedTraineeIsPricedByTheDay() {
    let planned = planned([Agent(id: "A", grade: .trainee, productivity: 1, promoted: june(3))], standardHours: 20)
    let entries = work("A", 1...3, PlainCentre.early)
    #expect(planned.yuan("regularHours", entries) == 240)
    #expect(planned.yuan("overtimeHours", entries) == 200)
  }

  /// 470 paid minutes are 7.8333… h × 20 = 156.67 yuan.
  @Test func minutesThatAreNoWholeHoursAreExact() {
    var short = PlainCentre.early
    short.paidMinutes = 470
    var planned = planned([Agent(id: "A")])
    planned.centre.shifts = [short]
    #expect(planned.yuan("regularHours", [work("A", 1, short)]).text(decimals: 10) == "156.6666666667")
  }

  /// Minimum 14 h of an agent at 20, 10 h of a lead at 30: 280 + 300.
  @Test func basePayIsThePayOfTheMinimumHours() {
    let agents = [Agent(id: "A", minHours: 14), Agent(id: "B", grade: .lead, minHours: 10)]
    #expect(planned(agents).check(Roster(entries: [])).basePay == 580)
  }

  /// 14 h owed over seven days, two as a trainee and five as an agent: 4 × 10 + 10 × 20 = 240. Employed from the 2nd, one
  /// and five of six days: 14 ÷ 6 × 10 + 70 ÷ 6 × 20 = 256.67.
  @Test func basePayOfAPromotedTraineeIsSplitByEmployedDays() {
    let whole = Agent(id: "A", grade: .trainee, minHours: 14, promoted: june(3))
    #expect(planned([whole]).check(Roster(entries: [])).basePay.text(decimals: 10) == "240.0000000000")
    let part = Agent(id: "A", grade: .trainee, from: june(2), minHours: 14, promoted: june(3))
    #expect(planned([part]).check(Roster(entries: [])).basePay.text(decimals: 2) == "256.67")
  }
}
