import Foundation
import Testing
import Vocabulary

@testable import Forecasting

/// Known structure is found again.
@Suite struct RecoveryTests {
  @Test func levelAndWeekdaysAreRecovered() throws {
    var centre = SyntheticCentre()
    centre.busyness = 0.03
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    for date in request.period.days {
      #expect(abs(forecast.total(on: date) / centre.expectedTotal(date) - 1) < 0.05, "\(date)")
    }
    for row in forecast.rows where centre.expected(row.start) > 20 {
      #expect(abs(row.mean / centre.expected(row.start) - 1) < 0.10, "\(row.start)")
    }
  }

  @Test func aLastingShiftIsFollowed() throws {
    var centre = SyntheticCentre()
    let shift = centre.firstDay.adding(days: 260)
    centre.factor = { $0 >= shift ? 2.5 : 1 }
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    let expected = request.period.days.reduce(0) { $0 + centre.expectedTotal($1) }
    #expect(abs(forecast.total / expected - 1) < 0.07)
  }

  @Test func anOutageDoesNotTeach() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 200
    let outage = centre.firstDay.adding(days: 193)
    centre.factor = { $0 >= outage ? 0.1 : 1 }
    centre.events = [
      CentreEvent(from: outage, to: outage.adding(days: 6), kind: .outage, name: "line down")
    ]
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    var healthy = centre
    healthy.factor = { _ in 1 }
    let expected = request.period.days.reduce(0) { $0 + healthy.expectedTotal($1) }
    #expect(abs(forecast.total / expected - 1) < 0.05)
  }

  @Test func holidaysAreLearnt() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 400
    let origin = centre.firstDay.adding(days: centre.dayCount)
    let coming = origin.adding(days: 10)
    var entries: [CivilDate: HolidayCalendar.Entry] = [:]
    for years in 0...1 {
      entries[coming.adding(days: -364 * years)] = .init(name: "Founders' Day", kind: .statutoryHoliday)
    }
    entries[coming.adding(days: -200)] = .init(name: "Other Day", kind: .statutoryHoliday)
    let holidays = HolidayCalendar(entries: entries)
    centre.holidays = holidays
    centre.factor = { holidays.isHoliday($0) ? 0.4 : 1 }
    let forecast = try Forecaster().forecast(centre.request())
    #expect(abs(forecast.total(on: coming) / centre.expectedTotal(coming) - 1) < 0.15)
  }

  @Test func eventsAreLearntOrTakenFromThePlanner() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 350
    let coming = centre.firstDay.adding(days: centre.dayCount + 12)
    let past = [60, 150, 240, 330].map { centre.firstDay.adding(days: $0) }
    centre.events =
      past.map { CentreEvent(from: $0, to: $0.adding(days: 1), kind: .campaign, name: "top-up", factor: 3) }
      + [
        CentreEvent(from: coming, to: coming, kind: .campaign, name: "top-up", factor: 3),
        CentreEvent(from: coming.adding(days: 3), to: coming.adding(days: 3), kind: .other, name: "new", factor: 1.8),
      ]
    // Campaigns really bring half as much again, whatever the planner believes.
    centre.factor = { date in past.contains { date == $0 || date == $0.adding(days: 1) } || date == coming ? 1.5 : 1 }
    let forecast = try Forecaster().forecast(centre.request())
    #expect(abs(forecast.total(on: coming) / centre.expectedTotal(coming) - 1) < 0.1)
    let planned = coming.adding(days: 3)
    #expect(abs(forecast.total(on: planned) / (1.8 * centre.expectedTotal(planned)) - 1) < 0.06)
  }

  @Test func springFestivalIsAlignedOnTheLunarCalendar() throws {
    var centre = SyntheticCentre()
    // Spring Festivals on 2022-02-01, 2023-01-22 and, to be forecast, 2024-02-10.
    centre.firstDay = CivilDate("2021-10-01")!
    centre.dayCount = CivilDate("2024-01-25")! - centre.firstDay
    let festivals = [2022, 2023, 2024].map { LunarDate.springFestival(year: $0) }
    var entries: [CivilDate: HolidayCalendar.Entry] = [:]
    for first in festivals {
      for day in 0..<7 {
        entries[first.adding(days: day)] = .init(name: "春节", kind: day < 3 ? .statutoryHoliday : .restDay)
      }
    }
    centre.holidays = HolidayCalendar(entries: entries)
    centre.weekdays = [1, 1, 1, 1, 1, 0.9, 0.9]
    centre.factor = { date in
      for first in festivals {
        let distance = date - first
        if (-10..<0).contains(distance) { return 1 - 0.04 * Double(distance + 10) }
        if (0..<7).contains(distance) { return 0.4 }
        if (7..<15).contains(distance) { return 1.25 }
      }
      return 1
    }
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    let (sum, error) = request.period.days.reduce((0.0, 0.0)) { sums, date in
      (sums.0 + centre.expectedTotal(date), sums.1 + abs(forecast.total(on: date) - centre.expectedTotal(date)))
    }
    #expect(error / sum < 0.08)
  }

  @Test func billingDaysAreLearntAsDaysOfTheMonth() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 500
    centre.factor = { date in [5, 20].contains(date.components.day) ? 1.3 : 1 }
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    for date in request.period.days {
      #expect(abs(forecast.total(on: date) / centre.expectedTotal(date) - 1) < 0.08, "\(date)")
    }
  }

  @Test func aMakeUpWorkdayIsForecastAsAWorkday() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 400
    let first = centre.firstDay
    // Sundays worked in exchange, three in the past and one to come.
    let sundays = [104, 195, 300, 412].map { first.adding(days: $0) }.map { date in
      date.adding(days: 6 - date.weekday.rawValue)
    }
    var entries: [CivilDate: HolidayCalendar.Entry] = [:]
    for date in sundays { entries[date] = .init(name: "调休", kind: .workday) }
    centre.holidays = HolidayCalendar(entries: entries)
    centre.factor = { date in sundays.contains(date) ? 2 : 1 }
    let coming = try #require(sundays.last)
    let forecast = try Forecaster().forecast(centre.request())
    // Twice a Sunday is the 1.0 of a middling workday.
    #expect(abs(forecast.total(on: coming) / centre.callsPerDay - 1) < 0.12)
  }

  @Test(arguments: [0.1, 0.4]) func missingWeeksDoNotHurt(from part: Double) throws {
    let centre = SyntheticCentre()
    let gap = Int(Double(centre.dayCount) * part)..<Int(Double(centre.dayCount) * part) + 35
    let records = centre.records().filter { !gap.contains($0.start.date - centre.firstDay) }
    let request = centre.request(history: records)
    let forecast = try Forecaster().forecast(request)
    for date in request.period.days {
      #expect(abs(forecast.total(on: date) / centre.expectedTotal(date) - 1) < 0.12, "\(date)")
    }
  }

  @Test(arguments: 0..<6) func aHolidaySeenOnceIsShrunkNotWild(seed: Int) throws {
    var centre = SyntheticCentre()
    centre.seed = UInt64(seed)
    centre.busyness = 0.1
    let past = centre.firstDay.adding(days: 100)
    let coming = centre.firstDay.adding(days: centre.dayCount + 15)
    centre.holidays = HolidayCalendar(
      entries: [
        past: .init(name: "Gala", kind: .statutoryHoliday), coming: .init(name: "Gala", kind: .statutoryHoliday),
      ])
    // The one past holiday met a tenfold day by accident: nobody should plan for that again in full.
    centre.factor = { $0 == past ? 10 : 1 }
    let forecast = try Forecaster().forecast(centre.request())
    #expect(forecast.total(on: coming) < 3 * centre.expectedTotal(coming))
    #expect(forecast.total(on: coming) > 0.5 * centre.expectedTotal(coming))
  }

  @Test func handlingTimesFollowTheHalfHours() throws {
    let centre = SyntheticCentre()
    let forecast = try Forecaster().forecast(centre.request())
    for row in forecast.rows where row.averageHandlingTime > 0 {
      let expected = centre.handlingTime * (row.start.slot < 24 ? 0.9 : 1.1)
      #expect(abs(row.averageHandlingTime / expected - 1) < 0.06)
    }
  }

  @Test func halfHoursNewlyOpenBorrowFromTheirNeighbours() throws {
    let centre = SyntheticCentre()
    var request = centre.request()
    let closing = centre.closes
    request.openHalfHours += request.period.days.flatMap { date in
      (closing..<closing + 3).map { HalfHour(date: date, slot: $0) }
    }
    let forecast = try Forecaster().forecast(request)
    for row in forecast.rows where row.start.slot >= closing && row.start.slot < closing + 3 {
      let last = forecast.rows.first { $0.start == HalfHour(date: row.start.date, slot: closing - 1) }!
      #expect(row.mean > 0 && row.mean <= last.mean)
    }
  }
}
