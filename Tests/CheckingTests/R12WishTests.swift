import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct WishRuleTests {
  private func wishing(_ rows: [(Int, LeaveKind)], agent: Agent = Agent(id: "A")) -> PlannedCase {
    plainWeek([agent]) { $0.leave = rows.map { LeaveEntry(agent: "A", date: june($0.0), kind: $0.1) } }
  }

  // MARK: Weekend

  /// June 6th and 7th are the week's Saturday and Sunday.
  @Test(arguments: [([6], 30), ([7], 30), ([6, 7], 30), ([5], 0), ([], 0)] as [([Int], Int)])
  func aWeekendOffIsAPairOfDaysOff(days: [Int], yuan: Int) {
    #expect(plainWeek([Agent(id: "A")]).yuan("noWeekendOff", work("A", days, PlainCentre.early)) == Decimal(yuan))
  }

  /// Monday to Saturday: no pair inside the period, no term.
  @Test func withoutAPairInTheMonthThereIsNoTerm() {
    var planned = plainWeek([Agent(id: "A")])
    planned.period = Period(firstDay: june(1), dayCount: 6)
    #expect(planned.yuan("noWeekendOff", work("A", 1...6, PlainCentre.early)) == 0)
  }

  /// Who leaves on Friday, or is on leave, has the weekend off. The overnight of Friday ends on Saturday and counts
  /// for Friday.
  @Test func leaveAndDaysOutsideTheEmploymentAreOff() {
    let leaver = plainWeek([Agent(id: "A", to: june(5))])
    #expect(leaver.yuan("noWeekendOff", work("A", 1...5, PlainCentre.early)) == 0)
    #expect(wishing([(6, .leave), (7, .leave)]).yuan("noWeekendOff", work("A", 1...5, PlainCentre.early)) == 0)
    let friday = [work("A", 5, PlainCentre.overnight, meal: "25:00")]
    #expect(plainWeek([Agent(id: "A")]).yuan("noWeekendOff", friday) == 0)
  }

  @Test func oneOfSeveralPairsIsEnough() {
    var planned = plainWeek([Agent(id: "A")])
    planned.period = Period(firstDay: june(1), dayCount: 14)
    #expect(planned.yuan("noWeekendOff", work("A", [6, 7], PlainCentre.early)) == 0)
    #expect(planned.yuan("noWeekendOff", work("A", [7, 13], PlainCentre.early)) == 30)
  }

  // MARK: Wishes

  @Test func aDayWorkedAgainstAWishToBeOffIsRefused() {
    #expect(wishing([(2, .off)]).yuan("refusedWish", work("A", 1...2, PlainCentre.early)) == 20)
    #expect(wishing([(2, .off)]).yuan("refusedWish", [work("A", 1, PlainCentre.early)]) == 0)
  }

  @Test func aWantedShiftIsGrantedByExactlyThatShift() {
    let planned = wishing([(2, .want(shift: "早1"))])
    #expect(planned.yuan("refusedWish", [work("A", 2, PlainCentre.early)]) == 0)
    #expect(planned.yuan("refusedWish", [work("A", 2, PlainCentre.split)]) == 20)
    #expect(planned.yuan("refusedWish", []) == 20)
  }

  @Test func anAvoidedShiftIsRefusedByExactlyThatShift() {
    let planned = wishing([(2, .avoid(shift: "早1"))])
    #expect(planned.yuan("refusedWish", [work("A", 2, PlainCentre.early)]) == 20)
    #expect(planned.yuan("refusedWish", [work("A", 2, PlainCentre.split)]) == 0)
    #expect(planned.yuan("refusedWish", []) == 0)
  }

  /// A wanted shift of a leave day cannot be granted and counts; one outside the employment does not; approved leave is
  /// no wish; a wish written twice is one.
  @Test func leaveDaysCountAndDaysOutsideTheEmploymentDoNot() {
    #expect(wishing([(2, .want(shift: "早1")), (2, .leave)]).yuan("refusedWish", []) == 20)
    let joiner = Agent(id: "A", from: june(3))
    #expect(wishing([(2, .want(shift: "早1")), (8, .want(shift: "早1"))], agent: joiner).yuan("refusedWish", []) == 0)
    #expect(wishing([(2, .off), (2, .off)]).yuan("refusedWish", [work("A", 2, PlainCentre.early)]) == 20)
    #expect(wishing([(2, .off)]).check(Roster(entries: [])).people[0].wishes == 1)
  }

  // MARK: Starts

  private func starting(_ hours: [Double]) -> (planned: PlannedCase, entries: [Roster.Entry]) {
    let shifts = hours.enumerated().map { day, hour in
      Shift(
        code: "S\(day)", shiftClass: .mid, start: PlainCentre.time(hour), end: PlainCentre.time(hour + 6),
        paidMinutes: 360)
    }
    let planned = plainWeek([Agent(id: "A")]) { $0.shifts = shifts }
    return (planned, shifts.enumerated().map { work("A", $0 + 1, $1) })
  }

  /// Starts of consecutive days: 60 minutes apart are the same, 90 are a change; 90 minutes earlier are a change, 120 are
  /// one and a step back.
  @Test(
    arguments: [
      ([9, 10], 0, 0), ([9, 10.5], 1, 0), ([10.5, 9], 1, 0), ([11, 9], 1, 1), ([9, 11], 1, 0), ([12, 10, 8], 2, 2),
    ] as [([Double], Int, Int)])
  func changesOfStartAndStepsBack(hours: [Double], changes: Int, backward: Int) {
    let (planned, entries) = starting(hours)
    #expect(planned.yuan("startChange", entries) == Decimal(2 * changes))
    #expect(planned.yuan("backward", entries) == Decimal(5 * backward))
  }

  @Test func aDayOffOrTheTailBetweenThemMakesNoPair() {
    var planned = plainWeek([Agent(id: "A")])
    let entries = [work("A", 1, PlainCentre.night), work("A", 3, PlainCentre.early)]
    #expect(planned.yuan("startChange", entries) == 0)
    planned.centre.previous = [worked("A", 0, PlainCentre.lateNight)]
    #expect(planned.yuan("startChange", [work("A", 1, PlainCentre.early)]) == 0)
    #expect(planned.yuan("backward", [work("A", 1, PlainCentre.early)]) == 0)
  }
}
