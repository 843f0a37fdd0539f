internal import Vocabulary

/// Days whose calls spread over the hours in the same way: the seven weekdays, and holidays.
///
/// A make-up workday is counted as the Friday it usually precedes in load; a weekend day inside a holiday is a holiday.
enum DayClass {
  static let count = 8
  static let holiday = 7

  static func of(_ date: CivilDate, in holidays: HolidayCalendar) -> Int {
    if holidays.isHoliday(date) { return holiday }
    if holidays.isMakeUpWorkday(date) { return Weekday.friday.rawValue }
    return date.weekday.rawValue
  }

  static func isRest(_ dayClass: Int) -> Bool { dayClass >= Weekday.saturday.rawValue }
}
