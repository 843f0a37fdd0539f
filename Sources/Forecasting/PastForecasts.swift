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

  /// Days after which a past error counts half.
  private static let halfLife = 180.0
  /// Weight of forecasts made before a yearly shape could be known, once it is.
  private static let unlikeWeight = 0.3

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
    let knowsYear = last >= RollingForecasts.yearKnownAfter
    for (index, origin) in rolling.origins.enumerated().dropLast() where !series.shifts(within: origin) {
      let isAlike = (origin.day >= RollingForecasts.yearKnownAfter) == knowsYear
      let weight =
        exp2(-Double(last - origin.day) / PastForecasts.halfLife) * (isAlike ? 1 : PastForecasts.unlikeWeight)
      for day in origin.targets where day < series.dayCount && series.isTaught(day) {
        let logLevel = combined[index][day - origin.targets.lowerBound]
        days.append(
          Day(
            error: series.logs[day] - logLevel, actual: series.levels[day], isNearHoliday: isNearHoliday[day],
            weight: weight, origin: index))
        guard !isNearHoliday[day] else { continue }
        let level = DailySeries.calls(fromLog: logLevel)
        for slot in 0..<HalfHour.perDay where !series.grid[day, slot].isNaN {
          halfHours.append(
            HalfHourCount(
              slot: slot, mean: level * profiles[index].shares[series.classes[day]][slot],
              actual: series.grid[day, slot], weight: weight))
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
