internal import Foundation

/// The logarithm of a day's calls as a sum of named effects.
struct DayEffects: Sendable, Equatable {
  var level = 0.0
  var trend = 0.0
  var weekday = 0.0
  var season = 0.0
  var holiday = 0.0
  var monthDay = 0.0
  var event = 0.0

  var sum: Double { level + trend + weekday + season + holiday + monthDay + event }

  mutating func add(_ other: DayEffects, weight: Double) {
    level += weight * other.level
    trend += weight * other.trend
    weekday += weight * other.weekday
    season += weight * other.season
    holiday += weight * other.holiday
    monthDay += weight * other.monthDay
    event += weight * other.event
  }
}

extension CalendarFeatures {
  /// What a solution of the regression says of each day, the level moved to an average weekday as of the origin.
  func effects(of solution: LevelRegression.Solution, on days: Range<Int>, origin: Int) -> [DayEffects] {
    func sum(_ group: EffectGroup, _ sums: [Double]) -> Double { sums[group.rawValue] }
    let trendAtOrigin = sum(.trend, groupSums(of: solution.effects, on: origin))
    let weekdays = zip(effects, solution.effects).filter { $0.0.group == .weekday }.map(\.1)
    let usualWeekday = weekdays.isEmpty ? 0 : weekdays.reduce(0, +) / Double(weekdays.count)
    return days.map { day in
      let sums = groupSums(of: solution.effects, on: day)
      return DayEffects(
        level: solution.level + trendAtOrigin + usualWeekday, trend: sum(.trend, sums) - trendAtOrigin,
        weekday: sum(.weekday, sums) - usualWeekday, season: sum(.yearly, sums),
        holiday: sum(.holiday, sums) + sum(.neighbour, sums), monthDay: sum(.dayOfMonth, sums),
        event: sum(.event, sums))
    }
  }
}
