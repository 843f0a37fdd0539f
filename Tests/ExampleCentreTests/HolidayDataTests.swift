import Testing
import Vocabulary

@Suite struct HolidayDataTests {
  private let rows = ShippedData.holidayRows

  private func days(_ year: Int, _ name: String, _ kind: String) -> [CivilDate] {
    rows.filter { $0.date.year == year && $0.name == name && $0.kind == kind }.map(\.date)
  }

  @Test func rowsAreSortedWithoutDoubles() {
    #expect(rows.count > 350)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.date < $1.date })
    #expect(rows.allSatisfy { ["statutory", "rest", "workday"].contains($0.kind) })
    #expect(Set(rows.map(\.name)) == ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"])
  }

  /// 11 days by the law's version of 2013, 13 by that of 2024.
  @Test(arguments: 2017...2026)
  func statutoryDaysAreThoseOfTheLaw(year: Int) {
    let count = rows.filter { $0.date.year == year && $0.kind == "statutory" }.count
    #expect(count == (year < 2025 ? 11 : 13))
    #expect(days(year, "春节", "statutory").count == (year < 2025 ? 3 : 4))
    #expect(days(year, "劳动节", "statutory").count == (year < 2025 ? 1 : 2))
    for (month, day, name) in [(1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")] {
      #expect(days(year, name, "statutory").contains(CivilDate(year: year, month: month, day: day)!))
    }
  }

  @Test func makeUpWorkdaysAreWeekendDays() {
    let workdays = rows.filter { $0.kind == "workday" }
    #expect(workdays.count > 50)
    #expect(workdays.allSatisfy { $0.date.weekday >= .saturday })
  }

  /// New Year's Eve became statutory in 2025; the first three days of the first lunar month always were.
  @Test(arguments: 2017...2026)
  func springFestivalFollowsTheMoon(year: Int) {
    let first = LunarDate.springFestival(year: year)
    let statutory = days(year, "春节", "statutory")
    #expect(Set((0..<3).map { first.adding(days: $0) }).isSubset(of: statutory))
    #expect(statutory.contains(first.adding(days: -1)) == (year >= 2025))
    #expect(statutory.allSatisfy { abs($0 - first) <= 2 })
  }

  @Test(arguments: 2017...2026)
  func dragonBoatAndMidAutumnFollowTheMoon(year: Int) {
    for day in days(year, "端午节", "statutory") { #expect(LunarDate(day) == LunarDate(month: 5, day: 5)) }
    for day in days(year, "中秋节", "statutory") { #expect(LunarDate(day) == LunarDate(month: 8, day: 15)) }
    #expect(days(year, "端午节", "statutory").count == 1)
    // In 2020 the Mid-Autumn Festival fell on National Day.
    #expect(days(year, "中秋节", "statutory").count == (year == 2020 ? 0 : 1))
    #expect(days(year, "清明节", "statutory").allSatisfy { $0.month == 4 && (4...5).contains($0.day) })
  }

  /// Every weekday off beside the statutory ones is made up by a weekend day worked, or stands for a statutory day on a
  /// weekend; the three days by which 2020's Spring Festival was extended cost a make-up day instead.
  @Test(arguments: [2017, 2018, 2019, 2021, 2022, 2023, 2024, 2025, 2026])
  func exchangedDaysBalance(year: Int) {
    // An arrangement may reach into the last days of the year before.
    func belongs(_ row: ShippedData.HolidayRow) -> Bool {
      row.date.month == 12 && row.name == "元旦" ? row.date.year == year - 1 : row.date.year == year
    }
    let own = rows.filter(belongs)
    let weekdaysOff = own.filter { $0.kind == "rest" && $0.date.weekday < .saturday }.count
    let statutoryOnWeekends = own.filter { $0.kind == "statutory" && $0.date.weekday >= .saturday }.count
    let workdays = own.filter { $0.kind == "workday" }.count
    #expect(weekdaysOff == statutoryOnWeekends + workdays)
  }

  @Test func knownDaysOf2026() {
    let calendar = ShippedData.holidays
    #expect(calendar.kind(of: date("2026-01-02")) == .restDay)
    #expect(calendar.isMakeUpWorkday(date("2026-01-04")))
    #expect(calendar.kind(of: date("2026-02-16")) == .statutoryHoliday)
    #expect(calendar.kind(of: date("2026-02-23")) == .restDay)
    #expect(calendar.isMakeUpWorkday(date("2026-10-10")))
    #expect(calendar.kind(of: date("2026-10-04")) == .restDay)
    #expect(calendar[date("2026-12-25")] == nil)
  }
}
