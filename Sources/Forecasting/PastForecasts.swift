internal import Foundation
internal import Vocabulary

/// What the procedure would have forecast at earlier origins, beside what came: the material of error distributions.
struct PastForecasts: Sendable {
  struct Day: Sendable {
    /// Logarithm of actual over forecast.
    var error: Double
    var actual: Double
    var isNearHoliday: Bool
    /// How much it says about errors to come.
    var weight: Double
    /// Index of the origin it was forecast from.
    var origin: Int
  }

  struct HalfHourCount: Sendable {
    var slot: Int
    var mean: Double
    var actual: Double
    /// As of a day.
    var weight: Double
  }

  /// Days after which a past error of a day's total counts half, and one of a half-hour.
  private static let dayHalfLife = 90.0
  private static let halfHourHalfLife = 180.0

  private(set) var days: [Day] = []
  /// Of days not near a holiday.
  private(set) var halfHours: [HalfHourCount] = []

  /// - Parameters:
  ///   - combined: logarithms forecast, by origin and target.
  ///   - profiles: by origin.
  ///   - isNearHoliday: by day of the series.
  init(
    rolling: RollingForecasts, combined: [[Double]], profiles: [WeekdayProfile], series: DailySeries,
    isNearHoliday: [Bool]
  ) {
    let last = rolling.origins.last?.day ?? 0
    for (index, origin) in rolling.origins.enumerated().dropLast() where !series.shifts(within: origin) {
      let age = Double(last - origin.day)
      // Who had half the history to learn the calendar from erred more: variances of estimates fall with the days they rest
      // on. Profiles are known after weeks, so of half-hours age alone counts.
      let learning = Double(origin.day) / Double(last)
      let dayWeight = exp2(-age / PastForecasts.dayHalfLife) * learning * learning
      let halfHourWeight = exp2(-age / PastForecasts.halfHourHalfLife)
      for day in origin.targets where day < series.dayCount && series.isTaught(day) {
        let logLevel = combined[index][day - origin.targets.lowerBound]
        days.append(
          Day(
            error: series.logs[day] - logLevel, actual: series.levels[day], isNearHoliday: isNearHoliday[day],
            weight: dayWeight, origin: index))
        guard !isNearHoliday[day] else { continue }
        let level = DailySeries.calls(fromLog: logLevel)
        for slot in 0..<HalfHour.perDay where !series.grid[day, slot].isNaN {
          halfHours.append(
            HalfHourCount(
              slot: slot, mean: level * profiles[index].shares[series.classes[day]][slot],
              actual: series.grid[day, slot], weight: halfHourWeight))
        }
      }
    }
  }
}

extension HolidayCalendar {
  /// A holiday, a make-up workday, or a day beside a holiday: harder to foretell than others.
  func isNearHoliday(_ date: CivilDate) -> Bool {
    isMakeUpWorkday(date) || (-1...1).contains { isHoliday(date.adding(days: $0)) }
  }
}
