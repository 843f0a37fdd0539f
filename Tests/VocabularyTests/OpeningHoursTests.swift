import Testing
import Vocabulary

@Suite struct OpeningHoursTests {
  /// Thursday 2026-10-01 is a holiday; Saturday 2026-10-10 is worked in exchange.
  private let holidays = HolidayCalendar(entries: [
    CivilDate("2026-10-01")!: .init(name: "国庆节", kind: .statutoryHoliday),
    CivilDate("2026-10-06")!: .init(name: "国庆节", kind: .restDay),
    CivilDate("2026-10-10")!: .init(name: "国庆节", kind: .workday),
  ])

  private func settings(_ open: [OpeningEntry]) -> CentreSettings {
    var settings = CentreSettings(centre: "test", seats: [SeatsEntry(seats: 1)])
    settings.open = open
    return settings
  }

  private func entry(_ days: OpeningEntry.Days, _ from: String, _ to: String) -> OpeningEntry {
    OpeningEntry(days: days, from: TimeOfDay(from)!, to: TimeOfDay(to)!)
  }

  private func isOpen(_ settings: CentreSettings, _ text: String) -> Bool {
    settings.isOpen(HalfHour(text)!, holidays: holidays)
  }

  @Test func openAllDayByDefault() {
    let settings = CentreSettings(centre: "test", seats: [])
    for slot in 0..<48 {
      #expect(settings.isOpen(HalfHour(date: CivilDate("2026-10-01")!, slot: slot), holidays: holidays))
    }
  }

  @Test func ownsItsFirstHalfHourAndNotItsLast() {
    let settings = settings([entry(.all, "08:00", "20:00")])
    #expect(!isOpen(settings, "2026-10-12T07:30"))
    #expect(isOpen(settings, "2026-10-12T08:00"))
    #expect(isOpen(settings, "2026-10-12T19:30"))
    #expect(!isOpen(settings, "2026-10-12T20:00"))
  }

  @Test func laterEntriesOverride() {
    let settings = settings([
      entry(.all, "08:00", "20:00"), entry(.restdays, "10:00", "16:00"), entry(.holidays, "12:00", "14:00"),
      entry(.weekdays([.monday]), "06:00", "20:00"),
    ])
    // A plain Tuesday, a plain Sunday, a statutory and an exchanged day off, a make-up Saturday, a Monday.
    #expect(isOpen(settings, "2026-10-13T08:00"))
    #expect(!isOpen(settings, "2026-10-11T09:30") && isOpen(settings, "2026-10-11T10:00"))
    #expect(!isOpen(settings, "2026-10-01T11:30") && isOpen(settings, "2026-10-01T12:00"))
    #expect(!isOpen(settings, "2026-10-06T11:30") && isOpen(settings, "2026-10-06T13:30"))
    #expect(isOpen(settings, "2026-10-10T08:00") && isOpen(settings, "2026-10-10T19:30"))
    #expect(isOpen(settings, "2026-10-12T06:00"))
  }

  @Test func daysNamedByNoEntryAreClosed() {
    let settings = settings([entry(.workdays, "08:00", "18:00")])
    #expect(isOpen(settings, "2026-10-10T08:00"))
    for slot in 0..<48 {
      #expect(!settings.isOpen(HalfHour(date: CivilDate("2026-10-11")!, slot: slot), holidays: holidays))
      #expect(!settings.isOpen(HalfHour(date: CivilDate("2026-10-01")!, slot: slot), holidays: holidays))
    }
  }

  @Test func equalEndsAreClosed() {
    let settings = settings([entry(.all, "00:00", "24:00"), entry(.holidays, "00:00", "00:00")])
    #expect(!isOpen(settings, "2026-10-01T00:00") && !isOpen(settings, "2026-10-01T12:00"))
    #expect(isOpen(settings, "2026-10-02T00:00"))
  }

  /// Friday night to 02:00 belongs to Friday, whatever Saturday does; Sunday's small hours belong to Saturday.
  @Test func hoursPastMidnightBelongToTheDayThatOpened() {
    let settings = settings([entry(.weekdays([.friday]), "18:00", "26:00")])
    #expect(isOpen(settings, "2026-10-16T23:30"))
    #expect(isOpen(settings, "2026-10-17T00:00") && isOpen(settings, "2026-10-17T01:30"))
    #expect(!isOpen(settings, "2026-10-17T02:00"))
    #expect(!isOpen(settings, "2026-10-16T01:00"))
    #expect(!isOpen(settings, "2026-10-18T00:30"))
  }

  @Test func seatsHoldFromTheirDate() {
    var settings = CentreSettings(centre: "test", seats: [])
    #expect(settings.seats(on: CivilDate("2026-12-01")!) == 0)
    settings.seats = [SeatsEntry(seats: 10), SeatsEntry(from: CivilDate("2026-12-10"), seats: 20)]
    #expect(settings.seats(on: CivilDate("2026-12-09")!) == 10)
    #expect(settings.seats(on: CivilDate("2026-12-10")!) == 20)
    settings.seats = [SeatsEntry(from: CivilDate("2026-12-10"), seats: 20)]
    #expect(settings.seats(on: CivilDate("2026-12-01")!) == 20)
  }
}

@Suite struct HolidayCalendarTests {
  private let calendar = HolidayCalendar(entries: [
    CivilDate("2026-10-01")!: .init(name: "国庆节", kind: .statutoryHoliday),
    CivilDate("2026-10-06")!: .init(name: "国庆节", kind: .restDay),
    CivilDate("2026-10-10")!: .init(name: "国庆节", kind: .workday),
  ])

  @Test(arguments: [
    ("2026-10-01", DayKind.statutoryHoliday, true, false), ("2026-10-06", .restDay, true, false),
    ("2026-10-10", .workday, false, true), ("2026-10-11", .restDay, false, false),
    ("2026-10-12", .workday, false, false),
  ])
  func kinds(text: String, kind: DayKind, isHoliday: Bool, isMakeUp: Bool) throws {
    let date = try #require(CivilDate(text))
    #expect(calendar.kind(of: date) == kind)
    #expect(calendar.isHoliday(date) == isHoliday)
    #expect(calendar.isMakeUpWorkday(date) == isMakeUp)
  }

  @Test func namesAndDates() {
    #expect(calendar[CivilDate("2026-10-10")!]?.name == "国庆节")
    #expect(calendar[CivilDate("2026-10-12")!] == nil)
    #expect(calendar.dates.map(\.description) == ["2026-10-01", "2026-10-06", "2026-10-10"])
    #expect(HolidayCalendar().dates.isEmpty)
  }
}
