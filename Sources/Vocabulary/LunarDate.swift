internal import Foundation

/// A day of the Chinese lunar calendar (农历).
package struct LunarDate: Hashable, Sendable {
  /// 1...12.
  package var month: Int
  package var day: Int
  package var isLeapMonth: Bool

  package init(month: Int, day: Int, isLeapMonth: Bool = false) {
    self.month = month
    self.day = day
    self.isLeapMonth = isLeapMonth
  }

  /// The lunar date of a civil date, right for 1990 to 2050.
  package init(_ date: CivilDate) {
    let parts = LunarDate.chineseCalendar.dateComponents([.month, .day], from: LunarDate.noon(of: date))
    self.init(month: parts.month ?? 1, day: parts.day ?? 1, isLeapMonth: parts.isLeapMonth ?? false)
  }

  /// The first day of the Spring Festival (正月初一) that falls in a civil year.
  package static func springFestival(year: Int) -> CivilDate {
    let earliest = CivilDate(year: year, month: 1, day: 20)!
    return (0..<34).map { earliest.adding(days: $0) }
      .first { LunarDate($0) == LunarDate(month: 1, day: 1) } ?? earliest
  }

  private static let chineseCalendar: Calendar = {
    var calendar = Calendar(identifier: .chinese)
    calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600)!
    return calendar
  }()

  private static func noon(of date: CivilDate) -> Date {
    Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 4 * 3600)
  }
}
