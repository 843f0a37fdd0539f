internal import Foundation
internal import Vocabulary

/// Profiles change slowly and with the season: evenings fill in summer, a new service opens the nights.
///
/// The ratio of each half-hour's calls to what the profile expects of it, smoothed along the day, is followed from day to
/// day by the same regression with a wandering level as the daily totals, with a yearly shape where the history knows
/// the year. The profile forecast is the profile times the ratio forecast.
extension WeekdayProfile {
  /// Days after which a day's weight in the level of the ratios is halved.
  private static let ratioHalfLife = 30.0
  /// Standard deviation of the kernel that smooths the ratios along the day, in half-hours.
  private static let ratioSmoothing = 1.5
  /// Calls added to both sides of a ratio, so that half-hours with few calls have quiet ones.
  private static let ratioPriorCalls = 2.0
  private static let harmonicCount = 2

  /// The profile to expect around a day of the future.
  ///
  /// - Parameters:
  ///   - end: days of the series from here on are not used.
  ///   - target: day the profile is wanted for, as an index of the series.
  func drifted(series: DailySeries, before end: Int, to target: Int) -> WeekdayProfile {
    let knowsYear = end >= RollingForecasts.yearKnownAfter
    let firstDay = series.grid.firstDay
    var deviations = [0.1]
    if knowsYear {
      for share in [1.0, 0.5] {
        for harmonic in 1...WeekdayProfile.harmonicCount {
          deviations += [Double](repeating: 0.15 * share / Double(harmonic), count: 2)
        }
      }
    }
    var regression = LevelRegression(
      columnCount: deviations.count, responseCount: HalfHour.perDay, levelHalfLife: WeekdayProfile.ratioHalfLife)
    for day in 0..<min(end, series.dayCount) {
      regression.advance()
      if series.shifts.contains(day) { regression.restartLevel() }
      guard series.isTaught(day), series.levels[day] > 0 else { continue }
      let row = WeekdayProfile.driftRow(
        date: firstDay.adding(days: day), isRest: DayClass.isRest(series.classes[day]), knowsYear: knowsYear)
      row.withUnsafeBufferPointer { row in
        ratios(of: day, in: series).withUnsafeBufferPointer {
          regression.observe($0, row: row, noise: series.noise[day], weight: series.weights[day])
        }
      }
    }
    let solutions = (0..<HalfHour.perDay).map { regression.solve(priorDeviations: deviations, response: $0) }
    return WeekdayProfile(
      shares: shares.enumerated().map { dayClass, shares in
        let row = WeekdayProfile.driftRow(
          date: firstDay.adding(days: target), isRest: DayClass.isRest(dayClass), knowsYear: knowsYear)
        let drifted = shares.enumerated().map { slot, share in
          let ratio = zip(row, solutions[slot].effects).reduce(1 + solutions[slot].level) { $0 + $1.0 * $1.1 }
          return share * max(0.05, ratio)
        }
        let scale = shares.reduce(0, +) / max(drifted.reduce(0, +), 1e-12)
        return drifted.map { $0 * scale }
      })
  }

  /// By half-hour, calls over expected calls less 1; NaN where nothing was recorded.
  private func ratios(of day: Int, in series: DailySeries) -> [Double] {
    let shares = self.shares[series.classes[day]]
    let kernel = WeekdayProfile.ratioKernel
    return (0..<HalfHour.perDay).map { slot in
      guard !series.grid[day, slot].isNaN else { return .nan }
      var calls = WeekdayProfile.ratioPriorCalls
      var expected = WeekdayProfile.ratioPriorCalls
      for (step, weight) in kernel.enumerated() {
        for other in step == 0 ? [slot] : [slot - step, slot + step] where shares.indices.contains(other) {
          let count = series.grid[day, other]
          guard !count.isNaN else { continue }
          calls += weight * count
          expected += weight * series.levels[day] * shares[other]
        }
      }
      return max(-1, min(3, calls / expected - 1))
    }
  }

  /// Weights by distance in half-hours.
  private static let ratioKernel = (0...5).map { step in
    exp(-0.5 * (Double(step) / ratioSmoothing) * (Double(step) / ratioSmoothing))
  }

  /// Rest day or not, then sine and cosine of the year's first harmonics, for all days and for rest days alone.
  private static func driftRow(date: CivilDate, isRest: Bool, knowsYear: Bool) -> [Double] {
    var row = [isRest ? 1.0 : 0]
    guard knowsYear else { return row }
    for strength in [1.0, isRest ? 1 : 0] {
      for harmonic in 1...harmonicCount {
        let angle = 2 * Double.pi * Double(harmonic) * Double(date.dayNumber) / daysPerYear
        row += [strength * sin(angle), strength * cos(angle)]
      }
    }
    return row
  }
}
