import Testing
import Vocabulary

@Suite struct TimeOfDayTests {
  @Test(arguments: [
    ("00:00", 0), ("7:30", 450), ("07:30", 450), ("23:59", 1439), ("24:00", 1440), ("24:30", 1470), ("32:00", 1920),
    ("48:00", 2880),
  ])
  func reads(text: String, minutes: Int) {
    #expect(TimeOfDay(text)?.minutes == minutes)
  }

  @Test(arguments: [
    "", ":", "7", "7:5", "7:60", "07:300", "48:01", "48:30", "99:00", "-1:00", "+7:00", " 7:00", "7:00 ", "007:00",
    "7.30",
    "07：30", "7:3a", "24:00:00",
  ])
  func refuses(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func writesHoursPastMidnight() {
    #expect(TimeOfDay(minutes: 1470).description == "24:30")
    #expect(TimeOfDay(minutes: 5).description == "00:05")
    for minutes in stride(from: 0, through: 2880, by: 5) {
      let time = TimeOfDay(minutes: minutes)
      #expect(TimeOfDay(time.description) == time)
      #expect(time.isOnGrid == (minutes % 30 == 0))
      #expect(time.halfHours == minutes / 30)
    }
    #expect(TimeOfDay(minutes: 60) < TimeOfDay(minutes: 61))
  }
}

@Suite struct HalfHourTests {
  @Test func readsAndWrites() throws {
    let start = try #require(HalfHour("2026-12-01T09:30"))
    #expect(start.date == CivilDate("2026-12-01"))
    #expect(start.slot == 19)
    #expect(start.description == "2026-12-01T09:30")
    #expect(HalfHour("2026-12-01 09:30") == start)
    #expect(HalfHour("2026-12-01T09:30:00") == start)
    #expect(start.adding(29).description == "2026-12-02T00:00")
    #expect(start.adding(-20).description == "2026-11-30T23:30")
    #expect(start.adding(-20) < start && start - start.adding(-20) == 20)
  }

  @Test(arguments: [
    "", "2026-12-01", "2026-12-01T9:30", "2026-12-01T09:15", "2026-12-01T24:00", "2026-12-01T25:00", "2026-12-01T09:60",
    "2026-12-01t09:30", "2026-12-01T09:30:30", "2026-12-01T09:30Z", "2026-02-30T09:30", "2026-12-01T09:30:0",
  ])
  func refuses(text: String) {
    #expect(HalfHour(text) == nil)
  }

  @Test func timesOffTheGridAreReadApart() throws {
    let (date, time) = try #require(HalfHour.dateAndTime("2026-12-01T09:45"))
    #expect(date == CivilDate("2026-12-01") && time.minutes == 585)
    #expect(HalfHour.dateAndTime("2026-12-01T24:00") == nil)
  }

  /// Also before 1970, where indices are negative.
  @Test func dateAndSlotMakeTheHalfHour() {
    for index in stride(from: -2000, through: 2000, by: 7) {
      let halfHour = HalfHour(index: index)
      #expect((0..<48).contains(halfHour.slot))
      #expect(HalfHour(date: halfHour.date, slot: halfHour.slot) == halfHour)
      #expect(HalfHour(halfHour.description) == halfHour)
    }
    let date = CivilDate(dayNumber: 20_000)
    #expect(HalfHour(date: date, slot: 49) == HalfHour(date: date.adding(days: 1), slot: 1))
  }
}

@Suite struct MonthTests {
  @Test func readsAndWrites() {
    #expect(Month("2026-12")?.description == "2026-12")
    for text in ["", "2026-1", "2026-13", "2026-00", "0000-01", "2026/12", "2026-12-01", " 2026-1", "２026-12"] {
      #expect(Month(text) == nil, "\(text)")
    }
    #expect(Month(year: 2026, month: 13) == nil)
  }

  @Test func addsMonthsAcrossYears() throws {
    let december = try #require(Month("2026-12"))
    #expect(december.adding(months: 1).description == "2027-01")
    #expect(december.adding(months: -12).description == "2025-12")
    #expect(december.adding(months: -11).description == "2026-01")
    #expect(december.adding(months: 25).description == "2029-01")
    for months in -30...30 {
      #expect(december.adding(months: months).adding(months: -months) == december)
      #expect((december.adding(months: months) < december) == (months < 0))
    }
  }

  @Test func periodIsTheMonthsDays() throws {
    let period = try #require(Month("2028-02")).period
    #expect(period.dayCount == 29 && period.halfHourCount == 1392)
    #expect(period.days.first?.description == "2028-02-01" && period.days.last?.description == "2028-02-29")
    #expect(period.lastDay.description == "2028-02-29" && period.end.description == "2028-03-01")
    #expect(period.contains(period.firstDay) && period.contains(period.lastDay) && !period.contains(period.end))
    #expect(period.halfHours.count == 1392)
    #expect(period.halfHours.last?.description == "2028-02-29T23:30")
    #expect(period.days.allSatisfy { Month(containing: $0).description == "2028-02" })
  }
}
