import Foundation
import TestSupport
import Testing
import Vocabulary

/// Days, times and months against Foundation's calendar and by their own laws.
@Suite struct CivilDateTests {
  @Test func everyDayOfTwoCenturiesAgreesWithFoundation() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    for number in stride(from: -25_567, through: 47_481, by: 1) {
      let date = CivilDate(dayNumber: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let (year, month, day) = date.components
      guard year == parts.year, month == parts.month, day == parts.day,
        (date.weekday.rawValue + 1) % 7 + 1 == parts.weekday,
        CivilDate(year: year, month: month, day: day) == date, CivilDate(date.description) == date
      else {
        Issue.record("day \(number) is \(date)")
        return
      }
    }
    #expect(CivilDate(year: 2026, month: 12, day: 1)!.weekday == .tuesday)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-01", "2026-01-01 ", "2026/01/01", "", "２０２６-01-01",
  ])
  func whatIsNoDateIsRefused(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func timesOfDayMayPassMidnight() {
    #expect(TimeOfDay("24:30")?.minutes == 1470 && TimeOfDay("9:05")?.minutes == 545 && TimeOfDay("48:00") != nil)
    for text in ["48:30", "9:60", "930", "-1:00", "09:3"] { #expect(TimeOfDay(text) == nil, "\(text)") }
    #expect("\(TimeOfDay(minutes: 1470))" == "24:30")
  }

  @Test func halfHoursStandOnTheirGrid() {
    let half = HalfHour("2026-12-01T09:30")
    #expect(half?.slot == 19 && half?.date == CivilDate("2026-12-01") && half?.description == "2026-12-01T09:30")
    for text in ["2026-12-01T09:15", "2026-12-01", "2026-12-01T24:00", "2026-12-01T09:30Z"] {
      #expect(HalfHour(text) == nil, "\(text)")
    }
    #expect(HalfHour(index: -1).date == CivilDate("1969-12-31") && HalfHour(index: -1).slot == 47)
  }

  @Test func monthsKnowTheirDays() {
    #expect(Month("2024-02")?.period.dayCount == 29 && Month("2026-02")?.period.dayCount == 28)
    #expect(
      Month("2026-12")?.adding(months: 1) == Month("2027-01")
        && Month("2026-01")?.adding(months: -1) == Month("2025-12"))
    #expect(Month("2026-13") == nil && Month("2026-1") == nil)
  }

  /// Published dates of the Spring Festival.
  @Test(arguments: [
    "1995-01-31", "2000-02-05", "2008-02-07", "2019-02-05", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
    "2027-02-06", "2033-01-31",
  ])
  func springFestivalFallsOnItsPublishedDay(_ text: String) {
    let date = CivilDate(text)!
    #expect(LunarDate.springFestival(year: date.year) == date)
    #expect(LunarDate(date) == LunarDate(month: 1, day: 1))
  }
}

/// Money, opening hours and random numbers.
@Suite struct VocabularyValueTests {
  @Test(arguments: [
    ("1.005", 2, "1.01"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("1234.5", 2, "1234.50"), ("0.00005", 4, "0.0001"),
    ("-0.004", 2, "0.00"),
  ])
  func decimalsRoundHalfUp(_ text: String, _ decimals: Int, _ expected: String) {
    #expect(Decimal(exactly: text)!.text(decimals: decimals) == expected)
  }

  @Test(arguments: ["1e3", "1,000", "", ".", "NaN", " 1", "0x1", "1.2.3"])
  func whatIsNoDecimalIsRefused(_ text: String) {
    #expect(Decimal(exactly: text) == nil)
  }

  @Test func laterOpeningLinesOverrideAndNightsBelongToTheDayThatOpened() {
    var settings = CentreSettings(centre: "x", seats: [SeatsEntry(seats: 1)])
    settings.open = [
      OpeningEntry(days: .all, from: TimeOfDay("08:00")!, to: TimeOfDay("26:00")!),
      OpeningEntry(days: .weekdays([.sunday]), from: TimeOfDay("10:00")!, to: TimeOfDay("12:00")!),
      OpeningEntry(days: .holidays, from: TimeOfDay("00:00")!, to: TimeOfDay("00:00")!),
    ]
    let holidays = HolidayCalendar(entries: [
      CivilDate("2026-12-09")!: HolidayCalendar.Entry(name: "试", kind: .statutoryHoliday)
    ])
    func isOpen(_ text: String) -> Bool { settings.isOpen(HalfHour(text)!, holidays: holidays) }
    #expect(isOpen("2026-12-05T23:30") && isOpen("2026-12-06T01:30") && !isOpen("2026-12-06T02:00"))
    #expect(!isOpen("2026-12-06T09:30") && isOpen("2026-12-06T10:00") && !isOpen("2026-12-07T00:30"))
    #expect(!isOpen("2026-12-09T12:00") && isOpen("2026-12-09T01:00") && !isOpen("2026-12-10T01:00"))
  }

  @Test func randomNumbersRepeatAndSpread() {
    var first = SeededRandom(seed: 7)
    var second = SeededRandom(seed: 7)
    var other = SeededRandom(seed: 7, stream: 1)
    let draws = (0..<100).map { _ in first.next() }
    #expect(draws == (0..<100).map { _ in second.next() } && draws != (0..<100).map { _ in other.next() })
    let uniform = (0..<20_000).map { _ in first.uniform() }
    #expect(abs(uniform.reduce(0, +) / 20_000 - 0.5) < 0.01 && uniform.allSatisfy { (0..<1).contains($0) })
    let normal = (0..<20_000).map { _ in first.normal() }
    #expect(abs(normal.reduce(0, +) / 20_000) < 0.03 && abs(normal.reduce(0) { $0 + $1 * $1 } / 20_000 - 1) < 0.05)
    let poisson = (0..<20_000).map { _ in Double(first.poisson(mean: 4)) }
    #expect(abs(poisson.reduce(0, +) / 20_000 - 4) < 0.08)
    let gamma = (0..<20_000).map { _ in first.gammaWithMeanOne(shape: 5) }
    #expect(abs(gamma.reduce(0, +) / 20_000 - 1) < 0.02)
  }
}
