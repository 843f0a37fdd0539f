import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

@Suite struct CentreAroundHistoryTests {
  private static let month = Month("2025-06")!
  private static let first = date("2025-03-01")

  /// Calls of a hundred a half-hour on the days and hours given.
  private static func history(_ isOpen: (CivilDate, Int) -> Bool) -> CallHistory {
    var records: [CallRecord] = []
    for day in 0..<122 {
      let date = first.adding(days: day)
      for slot in 0..<HalfHour.perDay where isOpen(date, slot) {
        records.append(CallRecord(start: HalfHour(date: date, slot: slot), offered: 80 + Double((day * 7 + slot) % 41)))
      }
    }
    return CallHistory(records: records)
  }

  private static let holidays = HolidayCalendar(entries: [
    date("2025-04-21"): .init(name: "Easter Monday", kind: .statutoryHoliday),
    date("2025-05-01"): .init(name: "Labour Day", kind: .statutoryHoliday),
    date("2025-06-09"): .init(name: "Whit Monday", kind: .statutoryHoliday),
  ])

  private static func isRoundTheClock(_ date: CivilDate, _ slot: Int) -> Bool { true }

  private static func isOffice(_ date: CivilDate, _ slot: Int) -> Bool {
    guard holidays[date] == nil, date.weekday != .sunday else { return false }
    return date.weekday == .saturday ? (18..<26).contains(slot) : (14..<42).contains(slot)
  }

  /// Opens at 10:00 and closes at 02:00 of the next day.
  private static func isEvening(_ date: CivilDate, _ slot: Int) -> Bool { slot >= 20 || slot < 4 }

  private static let openings: [(name: String, isOpen: @Sendable (CivilDate, Int) -> Bool)] = [
    ("round the clock", isRoundTheClock), ("office", isOffice), ("evening", isEvening),
  ]

  @Test(arguments: 0..<3)
  func opensWhenTheHistoryDoes(opening: Int) {
    let (name, isOpen) = CentreAroundHistoryTests.openings[opening]
    let centre = ExampleCentre.around(
      history: CentreAroundHistoryTests.history(isOpen), month: CentreAroundHistoryTests.month,
      holidays: CentreAroundHistoryTests.holidays, seed: 1)
    for halfHour in CentreAroundHistoryTests.month.period.halfHours {
      #expect(
        centre.settings.isOpen(halfHour, holidays: centre.holidays) == isOpen(halfHour.date, halfHour.slot),
        "\(name): \(halfHour)")
    }
  }

  @Test func missingWeeksAreNotClosed() {
    let gap = date("2025-05-05")
    let history = CentreAroundHistoryTests.history { day, _ in !(0..<14).contains(day - gap) }
    let centre = ExampleCentre.around(
      history: history, month: CentreAroundHistoryTests.month, holidays: HolidayCalendar(), seed: 1)
    #expect(centre.settings.open.map(\.days) == [.all])
    #expect(centre.settings.open.first?.to == TimeOfDay("24:00"))
  }

  /// 100 calls of 240 s a half-hour are 13.3 erlangs: (13.3 + 0.4 √13.3 + 1) ÷ 0.92 = 17.2 agents, 30 days of 24 hours:
  /// 12,370 hours, of about 138 a person (7.5 h on 19.7 days, trainees and leave taken off).
  @Test func headcountFollowsTheLoad() {
    let centre = ExampleCentre.around(
      history: CentreAroundHistoryTests.history(CentreAroundHistoryTests.isRoundTheClock),
      month: CentreAroundHistoryTests.month, holidays: HolidayCalendar(), seed: 1)
    let leads = centre.agents.filter { $0.grade == .lead }.count
    #expect((82...98).contains(centre.agents.count - leads))
    #expect(leads >= 5)
    #expect(centre.shifts.count == 16)
    let findings = TailFindings(centre, firstDay: CentreAroundHistoryTests.month.period.firstDay)
    #expect(findings.shortRests == [])
    #expect(findings.uncoveredHalfHours == [])
  }

  @Test func shiftsLieInTheOpeningHours() {
    let centre = ExampleCentre.around(
      history: CentreAroundHistoryTests.history(CentreAroundHistoryTests.isOffice),
      month: CentreAroundHistoryTests.month, holidays: CentreAroundHistoryTests.holidays, seed: 1)
    #expect(centre.shifts.count >= 8)
    for shift in centre.shifts {
      #expect(shift.start >= TimeOfDay("07:00")! && shift.lastEnd <= TimeOfDay("21:00")!, "\(shift.code)")
      for meal in shift.mealStarts {
        #expect((meal..<meal + shift.mealHalfHours).allSatisfy(shift.isOnDuty), "\(shift.code)")
      }
    }
    #expect(Set(centre.shifts.map(\.shiftClass)).isSuperset(of: [.early, .mid, .night]))
    #expect(centre.shifts.allSatisfy { $0.shiftClass != .overnight })
    let codes = Set(centre.shifts.map(\.code))
    #expect(centre.previous.allSatisfy { codes.contains($0.shift) })
    #expect(!centre.previous.isEmpty)
  }
}
