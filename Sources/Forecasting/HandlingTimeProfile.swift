internal import Foundation
internal import Vocabulary

/// Average handling time: a level with a trend, times a profile by class of day and half-hour.
///
/// Everything is weighted by calls, so that quiet half-hours do not disturb; a half-hour's ratio to the level is shrunk
/// towards its half-hour over all days, and that towards 1.
struct HandlingTimeProfile: Sendable {
  private let ratios: [[Double]]
  private let trend: Double
  private let level: Double
  private let firstDay: CivilDate
  /// Used where nothing was recorded.
  private let fallback: Double

  /// Calls a ratio must rest on to count as much as what it is shrunk towards.
  private static let priorCalls = 300.0
  /// Days after which a call counts half, in the profile and in the level.
  private static let profileHalfLife = 120.0
  private static let levelHalfLife = 30.0

  init(
    records: [CallRecord], before origin: HalfHour, excluding excludedDays: Set<CivilDate>, holidays: HolidayCalendar,
    fallback: Double
  ) {
    let sums = HandlingTimeProfile.sums(records.filter { $0.start < origin && !excludedDays.contains($0.start.date) })
    self.fallback = fallback
    firstDay = sums.first?.start.date ?? origin.date
    guard !sums.isEmpty else {
      ratios = []
      trend = 0
      level = 0
      return
    }
    var ratios = [[Double]](repeating: [Double](repeating: 1, count: HalfHour.perDay), count: DayClass.count)
    var levels: [(day: Int, log: Double, calls: Double)] = []
    for _ in 0..<2 {
      levels = HandlingTimeProfile.dailyLevels(sums, ratios: ratios, firstDay: firstDay, holidays: holidays)
      ratios = HandlingTimeProfile.ratios(sums, levels: levels, firstDay: firstDay, origin: origin, holidays: holidays)
    }
    var regression = LevelRegression(columnCount: 1, levelHalfLife: HandlingTimeProfile.levelHalfLife)
    var day = 0
    let usualCalls = max(1, median(of: levels.map(\.calls)))
    for entry in levels {
      while day <= entry.day {
        regression.advance()
        day += 1
      }
      withUnsafePointer(to: Double(entry.day) / daysPerYear) { years in
        regression.observe(
          entry.log, row: UnsafeBufferPointer(start: years, count: 1), noise: max(0.2, usualCalls / entry.calls),
          weight: 1)
      }
    }
    let solution = regression.solve(priorDeviations: [0.05])
    self.ratios = ratios
    trend = solution.effects[0]
    level = solution.level
  }

  /// Seconds.
  func value(at start: HalfHour, dayClass: Int) -> Double {
    guard !ratios.isEmpty else { return fallback }
    return exp(level + trend * Double(start.date - firstDay) / daysPerYear) * ratios[dayClass][start.slot]
  }

  private struct Sum {
    var start: HalfHour
    var calls: Double
    var seconds: Double
  }

  private static func sums(_ records: [CallRecord]) -> [Sum] {
    records.compactMap { record in
      guard let time = record.averageHandlingTime, time > 0, let calls = record.answered ?? record.offered, calls > 0
      else { return nil }
      return Sum(start: record.start, calls: calls, seconds: calls * time)
    }.sorted { $0.start < $1.start }
  }

  /// Logarithm of each day's handling time, freed of the mix of its half-hours.
  private static func dailyLevels(
    _ sums: [Sum], ratios: [[Double]], firstDay: CivilDate, holidays: HolidayCalendar
  ) -> [(day: Int, log: Double, calls: Double)] {
    var levels: [(day: Int, log: Double, calls: Double)] = []
    var index = 0
    while index < sums.count {
      let date = sums[index].start.date
      let dayClass = DayClass.of(date, in: holidays)
      var calls = 0.0
      var seconds = 0.0
      var expected = 0.0
      while index < sums.count, sums[index].start.date == date {
        calls += sums[index].calls
        seconds += sums[index].seconds
        expected += sums[index].calls * ratios[dayClass][sums[index].start.slot]
        index += 1
      }
      levels.append((date - firstDay, log(seconds / expected), calls))
    }
    return levels
  }

  private static func ratios(
    _ sums: [Sum], levels: [(day: Int, log: Double, calls: Double)], firstDay: CivilDate, origin: HalfHour,
    holidays: HolidayCalendar
  ) -> [[Double]] {
    let empty = [Double](repeating: 0, count: HalfHour.perDay)
    var calls = [[Double]](repeating: empty, count: DayClass.count)
    var scaled = calls
    var levelOfDay: [Int: Double] = [:]
    for level in levels { levelOfDay[level.day] = exp(level.log) }
    for sum in sums {
      let date = sum.start.date
      let dayClass = DayClass.of(date, in: holidays)
      let weight = exp2(-Double(origin.date - date) / profileHalfLife)
      calls[dayClass][sum.start.slot] += weight * sum.calls
      scaled[dayClass][sum.start.slot] += weight * sum.seconds / (levelOfDay[date - firstDay] ?? 1)
    }
    let overall = (0..<HalfHour.perDay).map { slot in
      let seen = (0..<DayClass.count).reduce(0) { $0 + calls[$1][slot] }
      let sum = (0..<DayClass.count).reduce(0) { $0 + scaled[$1][slot] }
      return (sum + priorCalls) / (seen + priorCalls)
    }
    return (0..<DayClass.count).map { dayClass in
      (0..<HalfHour.perDay).map { slot in
        (scaled[dayClass][slot] + priorCalls * overall[slot]) / (calls[dayClass][slot] + priorCalls)
      }
    }
  }
}
