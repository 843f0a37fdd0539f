internal import Foundation
internal import Vocabulary

/// The history as one number per day, ready for regression: the logarithm of the day's calls.
///
/// A day recorded in part, or open for fewer hours than usual, is scaled up by the share its recorded half-hours have in
/// the profile of its class, so that days of different hours compare; `levels` are these scaled totals.
struct DailySeries: Sendable {
  let grid: DayGrid
  /// `DayClass` of each day of the history and of the days to forecast after it.
  let classes: [Int]
  /// Calls of the day as if open all the usual hours of its class; NaN where too little was recorded.
  let levels: [Double]
  /// Logarithm of `levels`, half a call added so that empty days have one.
  let logs: [Double]
  /// Variance of the day's noise relative to a normal day's: larger for small counts and for outliers.
  private(set) var noise: [Double]
  /// How much a day teaches about calendar effects and profiles: less before a shift of the level.
  private(set) var weights: [Double]
  /// Days on which the level was found to shift.
  private(set) var shifts: [Int] = []

  private static let offset = 0.5
  /// A normal day's deviation from its expectation, on the log scale, beyond the noise of counting.
  private static let usualDeviation = 0.1
  /// A day counts only if at least this part of its usual calls fell into recorded half-hours.
  private static let leastCoverage = 0.5

  var dayCount: Int { grid.dayCount }

  init(grid: DayGrid, classes: [Int]) {
    self.grid = grid
    self.classes = classes
    let fullWeights = [Double](repeating: 1, count: grid.dayCount)
    let settings = WeekdayProfile.Settings(halfLife: 200, classDeviation: 0.2, smoothing: 1)
    var levels = (0..<grid.dayCount).map { grid.isRecorded($0) ? grid.total($0) : .nan }
    for _ in 0..<2 {
      let profile = WeekdayProfile(
        grid: grid, classes: classes, levels: levels, weights: fullWeights, before: grid.dayCount, settings: settings)
      for day in 0..<grid.dayCount {
        let coverage = profile.coverage(of: classes[day]) { !grid[day, $0].isNaN }
        levels[day] = coverage >= DailySeries.leastCoverage ? grid.total(day) / min(coverage, 1) : .nan
      }
    }
    self.levels = levels
    logs = levels.map { log($0 + DailySeries.offset) }
    weights = fullWeights
    let countNoise = 1 / (DailySeries.usualDeviation * DailySeries.usualDeviation)
    noise = levels.map { $0.isNaN ? 1 : 1 + countNoise / ($0 + 0.5) }
  }

  func isTaught(_ day: Int) -> Bool { !levels[day].isNaN }

  /// The calls that a value on the scale of `logs` stands for.
  static func calls(fromLog value: Double) -> Double { max(0, exp(value) - offset) }

  /// Finds outliers and shifts of the level: days that stray from a running median of what the calendar leaves
  /// unexplained are given more noise, days before a shift less weight.
  mutating func judgeDays(with features: CalendarFeatures) {
    let priorDeviations = DayModel(levelHalfLife: 20, yearly: 0).priorDeviations(of: features, knowsYear: false)
    let plainNoise = noise
    for _ in 0..<2 {
      var regression = LevelRegression(columnCount: features.effects.count, levelHalfLife: 20)
      for day in 0..<dayCount {
        feed(day, to: &regression, features: features)
      }
      let effects = regression.solve(priorDeviations: priorDeviations).effects
      let days = (0..<dayCount).filter(isTaught)
      let residuals = days.map { logs[$0] - features.sum(of: effects, on: $0) }
      let level = runningMedian(of: residuals, reach: 10)
      let deviations = zip(residuals, level).map { abs($0 - $1) }
      let scale = max(1.4826 * median(of: deviations), 0.01)
      for (index, day) in days.enumerated() {
        let excess = deviations[index] / (3 * scale * (plainNoise[day] / (plainNoise.min() ?? 1)).squareRoot())
        noise[day] = plainNoise[day] * max(1, excess * excess)
      }
      let found = LevelShift.find(in: residuals)
      shifts = found.map { days[$0.index] }
      weights = [Double](repeating: 1, count: dayCount)
      for shift in found {
        for day in 0..<days[shift.index] { weights[day] *= exp(-1.5 * abs(shift.size)) }
      }
    }
  }

  /// Whether the level shifted about or after an origin, so that its forecast could not but fail.
  func shifts(within origin: RollingForecasts.Origin) -> Bool {
    shifts.contains { $0 > origin.day - 5 && $0 < origin.targets.upperBound }
  }

  /// Passes one day to a regression.
  func feed(_ day: Int, to regression: inout LevelRegression, features: CalendarFeatures) {
    regression.advance()
    if shifts.contains(day) { regression.restartLevel() }
    guard isTaught(day) else { return }
    features.withRow(day) { row in
      regression.observe(logs[day] - features.offsets[day], row: row, noise: noise[day], weight: weights[day])
    }
  }
}
