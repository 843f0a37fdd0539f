internal import Vocabulary

/// The effects of public holidays on their own days and on the days around them.
///
/// Each holiday has its own effects, by name and by the day's place in the run of days off, on top of effects all
/// holidays share: a holiday seen once leans on the others. The Spring Festival moves through the civil year, so its
/// effects, from three weeks before to three after, are told apart by the distance to the first day of the lunar year.
struct HolidayEffects {
  private let holidays: HolidayCalendar
  /// Day in its run of days off of one holiday, from 0.
  private var placeInRun: [CivilDate: Int] = [:]
  /// First days of lunar years, where the calendar knows the Spring Festival.
  private var springFestivals: [CivilDate] = []

  private static let springReach = 21
  private static let springKnotDistance = 4

  init(holidays: HolidayCalendar, firstDay: CivilDate, dayCount: Int) {
    self.holidays = holidays
    let last = firstDay.adding(days: dayCount - 1)
    let dates = holidays.dates.filter { holidays.isHoliday($0) }
    for date in dates {
      let before = date.adding(days: -1)
      let continues = holidays.isHoliday(before) && holidays[before]?.name == holidays[date]?.name
      placeInRun[date] = continues ? (placeInRun[before] ?? 0) + 1 : 0
    }
    if dates.contains(where: { HolidayEffects.isSpringFestival(holidays[$0]?.name) }) {
      springFestivals = (firstDay.year...last.year + 1).map { LunarDate.springFestival(year: $0) }
    }
  }

  private static func isSpringFestival(_ name: String?) -> Bool {
    guard let name = name?.lowercased() else { return false }
    return ["春节", "除夕", "spring festival", "lunar new year", "chinese new year"].contains { name.contains($0) }
  }

  func effects(on date: CivilDate) -> [CalendarTerm] {
    ownEffects(on: date) + neighbourEffects(on: date) + springEffects(on: date)
  }

  private func ownEffects(on date: CivilDate) -> [CalendarTerm] {
    guard holidays.isHoliday(date), let name = holidays[date]?.name else { return [] }
    let isWeekend = date.weekday >= .saturday
    var terms = [
      CalendarTerm(
        isWeekend ? "holiday on weekday \(date.weekday.rawValue)" : "holiday in the week", .holiday,
        deviation: isWeekend ? 0.3 : 0.5)
    ]
    guard !HolidayEffects.isSpringFestival(name) else { return terms }
    let place = min(placeInRun[date] ?? 0, 8)
    terms.append(
      CalendarTerm(
        "\(name), day \(place)\(isWeekend ? ", weekend" : "")", .holiday, deviation: isWeekend ? 0.2 : 0.3))
    return terms
  }

  /// Up to two days before and after a holiday, and single working days between days off.
  private func neighbourEffects(on date: CivilDate) -> [CalendarTerm] {
    guard !holidays.isHoliday(date) else { return [] }
    var terms: [CalendarTerm] = []
    for distance in [-2, -1, 1, 2] {
      let holiday = date.adding(days: -distance)
      guard holidays.isHoliday(holiday), let name = holidays[holiday]?.name else { continue }
      if abs(distance) == 2, holidays.isHoliday(date.adding(days: -distance / 2)) { continue }
      let strength = holiday.weekday >= .saturday ? 0.5 : 1
      let isRest = holidays.kind(of: date) != .workday
      terms.append(
        CalendarTerm(
          "\(distance) from a holiday\(isRest ? ", rest day" : "")", .neighbour, deviation: 0.1, value: strength))
      guard !HolidayEffects.isSpringFestival(name) else { continue }
      terms.append(CalendarTerm("\(distance) from \(name)", .neighbour, deviation: 0.07, value: strength))
    }
    let isBridge =
      holidays.kind(of: date) == .workday
      && holidays.kind(of: date.adding(days: -1)) != .workday && holidays.kind(of: date.adding(days: 1)) != .workday
    if isBridge { terms.append(CalendarTerm("bridge day", .neighbour, deviation: 0.15)) }
    return terms
  }

  private func springEffects(on date: CivilDate) -> [CalendarTerm] {
    let distances = springFestivals.map { date - $0 }
    guard let distance = distances.first(where: { abs($0) <= HolidayEffects.springReach }) else { return [] }
    var terms = [CalendarTerm("\(distance) days from the Spring Festival", .holiday, deviation: 0.12)]
    let spacing = HolidayEffects.springKnotDistance
    let below = Int((Double(distance) / Double(spacing)).rounded(.down))
    let fraction = Double(distance - below * spacing) / Double(spacing)
    for (knot, value) in [(below, 1 - fraction), (below + 1, fraction)] where value > 0 {
      terms.append(CalendarTerm("Spring Festival knot \(knot)", .holiday, deviation: 0.3, value: value))
    }
    return terms
  }
}
