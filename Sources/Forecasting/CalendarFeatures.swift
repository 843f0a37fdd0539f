internal import Foundation
internal import Vocabulary

/// What a calendar effect belongs to; candidate models differ in how much they trust each group.
enum EffectGroup: Int, CaseIterable, Sendable {
  case weekday, holiday, neighbour, dayOfMonth, trend, yearly, event
}

/// One calendar effect on the logarithm of a day's calls.
struct CalendarEffect: Sendable {
  var name: String
  var group: EffectGroup
  /// How large the effect is expected to be, as a standard deviation on the log scale: the width of its prior.
  var deviation: Double
}

/// The calendar of a run of days as regressors: the effects at work on each day.
struct CalendarFeatures: Sendable {
  let firstDay: CivilDate
  let dayCount: Int
  let effects: [CalendarEffect]
  /// A row per day, a column per effect.
  private let values: [Double]
  /// By day, what is known without learning: the planner's factors of events no past one of which was recorded (log).
  let offsets: [Double]
  /// By day, the most that its holiday effects may raise the logarithm of its calls; infinite where nothing limits it.
  private let holidayLimits: [Double]

  /// A holiday seen once may have met a busy day by chance: how far it may raise a forecast, by the times it was seen.
  private static let risesAllowed = [0, log(2.5), log(4.0)]

  /// - Parameter isTaught: by day, whether it has recorded calls; effects that no such day shows are left out.
  init(
    firstDay: CivilDate, dayCount: Int, isTaught: [Bool], holidays: HolidayCalendar, events: [CentreEvent]
  ) {
    let days = (0..<dayCount).map { firstDay.adding(days: $0) }
    let holidayEffects = HolidayEffects(holidays: holidays, firstDay: firstDay, dayCount: dayCount)
    let eventEffects = EventEffects(events: events, days: days, isTaught: isTaught)
    var columns: [String: Int] = [:]
    var effects: [CalendarEffect] = []
    var daysSeen: [Int] = []
    let rows = days.enumerated().map { index, date -> [(Int, Double)] in
      var terms = plainEffects(on: date, holidays: holidays, yearsSinceStart: Double(index) / daysPerYear)
      terms += holidayEffects.effects(on: date)
      terms += eventEffects.effects(on: index)
      return terms.compactMap { term in
        let isSeen = index < isTaught.count && isTaught[index]
        if let column = columns[term.effect.name] {
          if isSeen { daysSeen[column] += 1 }
          return (column, term.value)
        }
        guard isSeen else { return nil }
        columns[term.effect.name] = effects.count
        effects.append(term.effect)
        daysSeen.append(1)
        return (effects.count - 1, term.value)
      }
    }
    var values = [Double](repeating: 0, count: dayCount * effects.count)
    for (day, row) in rows.enumerated() {
      for (column, value) in row { values[day * effects.count + column] += value }
    }
    self.firstDay = firstDay
    self.dayCount = dayCount
    self.effects = effects
    self.values = values
    offsets = eventEffects.offsets
    holidayLimits = rows.map { row in
      let seen = row.lazy.filter { effects[$0.0].group == .holiday }.map { daysSeen[$0.0] }.min()
      return seen.map { $0 < CalendarFeatures.risesAllowed.count ? CalendarFeatures.risesAllowed[$0] : .infinity }
        ?? .infinity
    }
  }

  func withRow<Result>(_ day: Int, _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    values.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[day * effects.count..<(day + 1) * effects.count]))
    }
  }

  /// Σ of the effects of a day by group, `EffectGroup.rawValue`; the offset is an event's, holidays are limited.
  func groupSums(of coefficients: [Double], on day: Int) -> [Double] {
    withRow(day) { row in
      var sums = [Double](repeating: 0, count: EffectGroup.allCases.count)
      for column in row.indices { sums[effects[column].group.rawValue] += row[column] * coefficients[column] }
      sums[EffectGroup.event.rawValue] += offsets[day]
      sums[EffectGroup.holiday.rawValue] = min(sums[EffectGroup.holiday.rawValue], holidayLimits[day])
      return sums
    }
  }

  /// Σ of the effects of a day, its offset included.
  func sum(of coefficients: [Double], on day: Int) -> Double {
    withRow(day) { row in
      var sum = offsets[day]
      var holiday = 0.0
      for column in row.indices {
        let effect = row[column] * coefficients[column]
        if effects[column].group == .holiday { holiday += effect } else { sum += effect }
      }
      return sum + min(holiday, holidayLimits[day])
    }
  }
}

let daysPerYear = 365.2425

/// An effect at work on a day, with its strength (1 = fully).
struct CalendarTerm {
  var effect: CalendarEffect
  var value: Double

  init(_ name: String, _ group: EffectGroup, deviation: Double, value: Double = 1) {
    effect = CalendarEffect(name: name, group: group, deviation: deviation)
    self.value = value
  }
}

/// Weekday, place in the month, place in the year, trend.
private func plainEffects(
  on date: CivilDate, holidays: HolidayCalendar, yearsSinceStart: Double
) -> [CalendarTerm] {
  var terms: [CalendarTerm] = []
  if holidays.isMakeUpWorkday(date) {
    for weekday in 0..<5 { terms.append(CalendarTerm("weekday \(weekday)", .weekday, deviation: 0.5, value: 0.2)) }
    terms.append(CalendarTerm("make-up workday", .holiday, deviation: 0.15))
  } else {
    terms.append(CalendarTerm("weekday \(date.weekday.rawValue)", .weekday, deviation: 0.5))
  }
  let (year, month, day) = date.components
  let daysLeft = CivilDate.dayCount(year: year, month: month) - day
  terms.append(CalendarTerm("day of month \(day)", .dayOfMonth, deviation: 0.04))
  if daysLeft < 4 { terms.append(CalendarTerm("days to month end \(daysLeft)", .dayOfMonth, deviation: 0.04)) }
  if holidays.kind(of: date) == .workday {
    let before = (1..<day).count { holidays.kind(of: date.adding(days: -$0)) == .workday }
    let after = daysLeft == 0 ? 0 : (1...daysLeft).count { holidays.kind(of: date.adding(days: $0)) == .workday }
    if before < 3 { terms.append(CalendarTerm("workday of month \(before)", .dayOfMonth, deviation: 0.05)) }
    if after < 2 { terms.append(CalendarTerm("workdays to month end \(after)", .dayOfMonth, deviation: 0.05)) }
  }
  terms.append(CalendarTerm("trend", .trend, deviation: 0.015, value: yearsSinceStart))
  let angle = 2 * Double.pi * Double(date.dayNumber) / daysPerYear
  for harmonic in 1...8 {
    let deviation = 1 / Double(harmonic)
    terms.append(
      CalendarTerm("sine \(harmonic)", .yearly, deviation: deviation, value: sin(Double(harmonic) * angle)))
    terms.append(
      CalendarTerm("cosine \(harmonic)", .yearly, deviation: deviation, value: cos(Double(harmonic) * angle)))
  }
  return terms
}
