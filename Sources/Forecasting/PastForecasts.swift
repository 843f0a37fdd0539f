internal import Vocabulary

/// What the procedure would have forecast at earlier origins, beside what came: the material of error distributions.
struct PastForecasts: Sendable {
  struct Day: Sendable {
    /// Logarithm of actual over forecast.
    var error: Double
    var actual: Double
    var isNearHoliday: Bool
  }

  struct HalfHourCount: Sendable {
    var slot: Int
    var mean: Double
    var actual: Double
  }

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
    for (index, origin) in rolling.origins.enumerated().dropLast() where !series.shifts(within: origin) {
      for day in origin.targets where day < series.dayCount && series.isTaught(day) {
        let logLevel = combined[index][day - origin.targets.lowerBound]
        days.append(
          Day(error: series.logs[day] - logLevel, actual: series.levels[day], isNearHoliday: isNearHoliday[day]))
        guard !isNearHoliday[day] else { continue }
        let level = DailySeries.calls(fromLog: logLevel)
        for slot in 0..<HalfHour.perDay where !series.grid[day, slot].isNaN {
          halfHours.append(
            HalfHourCount(
              slot: slot, mean: level * profiles[index].shares[series.classes[day]][slot],
              actual: series.grid[day, slot]))
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
