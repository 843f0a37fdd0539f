import Foundation
import Vocabulary

@testable import Forecasting

/// A made-up centre with a known structure, to see whether a forecast finds it again.
struct SyntheticCentre {
  var firstDay = CivilDate("2024-01-01")!
  var dayCount = 300
  var callsPerDay = 2000.0
  /// Monday to Sunday, relative.
  var weekdays = [1.2, 1.1, 1.0, 1.0, 1.0, 0.7, 0.5]
  /// Half-hours open, and their weights.
  var opens = 16
  var closes = 44
  var holidays = HolidayCalendar()
  var events: [CentreEvent] = []
  var handlingTime = 180.0
  /// Standard deviation of the days' own busyness.
  var busyness = 0.05
  var seed: UInt64 = 1
  /// Factor on the calls of a date, for holidays, shifts and outages.
  var factor: @Sendable (CivilDate) -> Double = { _ in 1 }

  func shape(_ slot: Int) -> Double {
    guard slot >= opens, slot < closes else { return 0 }
    let place = Double(slot - opens) / Double(closes - opens)
    return 0.3 + sin(place * .pi) + 0.3 * sin(place * 3 * .pi)
  }

  var shapeTotal: Double { (0..<48).reduce(0) { $0 + shape($1) } }

  /// Calls to expect of a half-hour.
  func expected(_ start: HalfHour) -> Double {
    callsPerDay * weekdays[start.date.weekday.rawValue] * factor(start.date) * shape(start.slot) / shapeTotal
  }

  func expectedTotal(_ date: CivilDate) -> Double {
    callsPerDay * weekdays[date.weekday.rawValue] * factor(date)
  }

  func records() -> [CallRecord] {
    var random = SeededRandom(seed: seed)
    var records: [CallRecord] = []
    for day in 0..<dayCount {
      let date = firstDay.adding(days: day)
      let busy = exp(busyness * random.normal())
      for slot in opens..<closes {
        let start = HalfHour(date: date, slot: slot)
        let count = Double(random.poisson(mean: expected(start) * busy))
        let time = count > 0 ? handlingTime * (slot < 24 ? 0.9 : 1.1) * (1 + 0.1 * random.normal()) : nil
        records.append(CallRecord(start: start, offered: count, averageHandlingTime: time))
      }
    }
    return records
  }

  /// The month after the history, a week left out, with the same opening hours.
  func request(history: [CallRecord]? = nil, share: Double = 1) -> ForecastRequest {
    let origin = firstDay.adding(days: dayCount)
    let period = Period(firstDay: origin.adding(days: 6), dayCount: 30)
    let open = period.days.flatMap { date in (opens..<closes).map { HalfHour(date: date, slot: $0) } }
    return ForecastRequest(
      history: CallHistory(records: history ?? records()), period: period, openHalfHours: open, holidays: holidays,
      events: events, share: share, defaultAverageHandlingTime: 150, origin: HalfHour(date: origin, slot: 0))
  }
}

extension Forecast {
  var total: Double { rows.reduce(0) { $0 + $1.mean } }

  func total(on date: CivilDate) -> Double {
    rows.reduce(0) { $1.start.date == date ? $0 + $1.mean : $0 }
  }
}
