import Foundation
import Testing
import Vocabulary

@Suite struct CivilDateTests {
  private static let gregorian: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    return calendar
  }()

  @Test func everyDayFrom1900To2100AgreesWithFoundation() throws {
    let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2100, month: 12, day: 31))
    #expect(last - first == 73_413)
    let differing = (0...(last - first)).map { first.adding(days: $0) }.filter { date in
      let foundation = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
      let parts = CivilDateTests.gregorian.dateComponents([.year, .month, .day, .weekday], from: foundation)
      let (year, month, day) = date.components
      // Foundation counts weekdays from Sunday = 1.
      return (parts.year, parts.month, parts.day) != (year, month, day)
        || parts.weekday != (date.weekday.rawValue + 1) % 7 + 1
    }
    #expect(differing.isEmpty)
  }

  @Test func partsMakeTheSameDay() throws {
    let first = try #require(CivilDate(year: 1999, month: 12, day: 25))
    for date in (0..<1500).map({ first.adding(days: $0) }) {
      let (year, month, day) = date.components
      #expect(CivilDate(year: year, month: month, day: day) == date)
      #expect(CivilDate(date.description) == date)
      #expect(date.year == year && date.month == month && date.day == day)
    }
  }

  @Test func knownDays() throws {
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CivilDate(year: 1969, month: 12, day: 31)?.dayNumber == -1)
    #expect(CivilDate(year: 2000, month: 2, day: 29)?.dayNumber == 11_016)
    let date = try #require(CivilDate("2026-12-01"))
    #expect(date.weekday == .tuesday)
    #expect(date.adding(days: -1).description == "2026-11-30")
    #expect(date.adding(days: 31) - date == 31)
    #expect(date.adding(days: -1) < date)
  }

  @Test func monthsHaveTheirDays() {
    #expect(
      (1...12).map { CivilDate.dayCount(year: 2025, month: $0) } == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    #expect([1900, 2000, 2024, 2026, 2100].map { CivilDate.dayCount(year: $0, month: 2) } == [28, 29, 29, 28, 28])
  }

  @Test(arguments: [
    "", "2026-2-01", "2026-02-1", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31", "2026-12-00", "0000-01-01",
    "2026/12/01", "2026-12-01 ", " 2026-12-01", "2026-12-011", "20261201", "-026-12-01", "２026-12-01", "2026-1２-01",
    "2026-12-0x", "2026-12-01T00:00",
  ])
  func refuses(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func refusesDaysThatAreNot() {
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2023, month: 6, day: 31) == nil)
    #expect(CivilDate(year: 2023, month: 0, day: 1) == nil)
    #expect(CivilDate(year: 2023, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
  }
}
