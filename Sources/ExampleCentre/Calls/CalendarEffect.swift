internal import Vocabulary

/// What the calendar does to a day's calls: the weekday, public holidays with their neighbours and make-up workdays,
/// and the Spring Festival by its lunar days. Factors against an average day.
struct CalendarEffect {
  let holidays: HolidayCalendar

  enum DayShape {
    case workday, restDay
  }

  func factor(on date: CivilDate) -> Double {
    let distance = date - LunarDate.springFestival(year: date.year)
    if let festival = CalendarEffect.festivalDays[distance] { return festival }
    if let entry = holidays[date], entry.kind != .workday { return holidayFactor(entry.name, on: date) }
    return weekdayFactor(date) * CalendarEffect.festivalSeason(distance) * neighbourFactor(date)
  }

  func shape(of date: CivilDate) -> DayShape {
    holidays.kind(of: date) == .workday ? .workday : .restDay
  }

  /// Days from the first day of the Spring Festival (正月初一), New Year's Eve included.
  private static let festivalDays: [Int: Double] = [
    -1: 0.58, 0: 0.44, 1: 0.50, 2: 0.57, 3: 0.63, 4: 0.69, 5: 0.76, 6: 0.86,
  ]

  /// People top up before they travel home, and sort things out when they are back.
  private static func festivalSeason(_ distance: Int) -> Double {
    switch distance {
    case -14 ... -9: 1.04
    case -8 ... -3: 1.09
    case -2: 0.92
    case 7...9: 1.12
    case 10...13: 1.05
    default: 1
    }
  }

  private func holidayFactor(_ name: String, on date: CivilDate) -> Double {
    // The further into a holiday, the more calls; its first day counts 0.
    let dayOfHoliday = (1...8).first { !isHoliday(date.adding(days: -$0), of: name) } ?? 1
    let (first, rise) = CalendarEffect.holidayShape[name] ?? (0.85, 0.02)
    return first + rise * Double(dayOfHoliday - 1)
  }

  private func isHoliday(_ date: CivilDate, of name: String) -> Bool {
    holidays.isHoliday(date) && holidays[date]?.name == name
  }

  private static let holidayShape: [String: (first: Double, rise: Double)] = [
    "元旦": (0.78, 0.04), "清明节": (0.80, 0.03), "劳动节": (0.76, 0.03), "端午节": (0.80, 0.03), "中秋节": (0.78, 0.04),
    "国庆节": (0.70, 0.03), "春节": (0.80, 0.02),
  ]

  private func weekdayFactor(_ date: CivilDate) -> Double {
    // A weekend day worked in exchange is nearly a workday.
    if holidays.isMakeUpWorkday(date) { return 0.97 }
    return CalendarEffect.weekdays[date.weekday.rawValue]
  }

  private static let weekdays = [1.09, 1.05, 1.03, 1.02, 1.03, 0.91, 0.87]

  /// The first workday after days off brings what has piled up; the day before a holiday a little more.
  private func neighbourFactor(_ date: CivilDate) -> Double {
    if holidays.isHoliday(date.adding(days: -1)) { return 1.08 }
    if holidays.isHoliday(date.adding(days: 1)) { return 1.03 }
    return 1
  }
}
