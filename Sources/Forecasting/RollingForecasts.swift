internal import Foundation
internal import Vocabulary

/// Forecasts of daily totals by every candidate model, made again and again from earlier origins at the very distance
/// of the forecast wanted, and once from its own origin.
struct RollingForecasts: Sendable {
  /// A day before which everything is known, and the days then forecast.
  struct Origin: Sendable {
    var day: Int
    var targets: Range<Int>
  }

  let models: [DayModel]
  /// In order of time; the last is the origin of the forecast wanted.
  let origins: [Origin]
  /// Forecast logarithms of `DailySeries.levels` by model, origin and target.
  let values: [[[Double]]]
  /// What the forecasts from the last origin are made of, by model and target.
  let effects: [[DayEffects]]

  /// Days between origins.
  private static let step = 14
  private static let mostOrigins = 26
  /// History before the first origin.
  private static let leastHistory = 28
  /// Days of history before a yearly shape can be told from a trend.
  static let yearKnownAfter = 440

  init(series: DailySeries, features: CalendarFeatures, originDay: Int, targets: Range<Int>, models: [DayModel]) {
    let lead = targets.lowerBound - originDay
    var days: [Int] = []
    // A target range of which at least two weeks are recorded already can be judged.
    var day = originDay - lead - 14
    while day >= RollingForecasts.leastHistory, days.count < RollingForecasts.mostOrigins {
      days.append(day)
      day -= RollingForecasts.step
    }
    var origins = days.reversed().map { Origin(day: $0, targets: $0 + lead..<$0 + lead + targets.count) }
    origins.append(Origin(day: originDay, targets: targets))
    self.origins = origins
    self.models = models
    struct Memory: Hashable {
      var level: Double
      var effects: Double
    }
    var values = [[[Double]]](repeating: [], count: models.count)
    var effects = [[DayEffects]](repeating: [], count: models.count)
    let memories = models.map { Memory(level: $0.levelHalfLife, effects: $0.effectHalfLife) }
    for (index, memory) in memories.enumerated() where memories.firstIndex(of: memory) == index {
      let sharing = models.indices.filter { memories[$0] == memory }
      var regression = LevelRegression(
        columnCount: features.effects.count, levelHalfLife: memory.level, effectHalfLife: memory.effects)
      var day = 0
      for origin in origins {
        while day < origin.day {
          if day < series.dayCount {
            series.feed(day, to: &regression, features: features)
          } else {
            regression.advance()
          }
          day += 1
        }
        for model in sharing {
          let deviations = models[model].priorDeviations(
            of: features, knowsYear: origin.day >= RollingForecasts.yearKnownAfter)
          let solution = regression.solve(priorDeviations: deviations)
          values[model].append(
            RollingForecasts.forecast(models[model], solution, origin: origin, series: series, features: features))
          // Past forecasts are judged, only the one wanted is explained.
          if values[model].count == origins.count {
            effects[model] = RollingForecasts.effects(
              models[model], solution, of: values[model][origins.count - 1], origin: origin, features: features)
          }
        }
      }
    }
    self.values = values
    self.effects = effects
  }

  private static func forecast(
    _ model: DayModel, _ solution: LevelRegression.Solution, origin: Origin, series: DailySeries,
    features: CalendarFeatures
  ) -> [Double] {
    switch model.kind {
    case .regression:
      return origin.targets.map { solution.level + features.sum(of: solution.effects, on: $0) }
    case .recentWeekdays(let count):
      let effects = zip(features.effects, solution.effects).map { $0.group == .weekday ? 0 : $1 }
      return origin.targets.map { target in
        let like = stride(from: target - 7, through: 0, by: -7)
          .filter { $0 < origin.day && $0 < series.dayCount && series.isTaught($0) }.prefix(count)
        guard !like.isEmpty else { return solution.level + features.sum(of: solution.effects, on: target) }
        let mean = like.reduce(0) { $0 + series.logs[$1] - features.sum(of: effects, on: $1) } / Double(like.count)
        return mean + features.sum(of: effects, on: target)
      }
    }
  }

  private static func effects(
    _ model: DayModel, _ solution: LevelRegression.Solution, of values: [Double], origin: Origin,
    features: CalendarFeatures
  ) -> [DayEffects] {
    let effects = features.effects(of: solution, on: origin.targets, origin: origin.day)
    guard case .recentWeekdays = model.kind else { return effects }
    // Means of recent like weekdays differ from the regression in the weekday alone.
    return zip(effects, values).map { effects, value in
      var effects = effects
      effects.weekday += value - effects.sum
      return effects
    }
  }
}
