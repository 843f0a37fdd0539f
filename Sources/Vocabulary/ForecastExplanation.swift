/// A forecast as a product of named effects, half-hour by half-hour.
package struct ForecastExplanation: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package var start: HalfHour
    /// Calls of an ordinary day as of the origin, the partner's share applied.
    package var level: Double
    /// Factors on the level: growth since the origin; the weekday against an average one; the time of the year; holidays,
    /// the lunar year and their neighbours; the day of the month (billing); events.
    package var trend: Double
    package var weekday: Double
    package var season: Double
    package var holiday: Double
    package var monthDay: Double
    package var event: Double
    /// Part of the day's calls that falls into this half-hour.
    package var profile: Double
    /// The planner's factor; 1 where there is none.
    package var adjustment: Double
    /// Calls forecast: the product of all of the above.
    package var mean: Double

    package init(
      start: HalfHour, level: Double, trend: Double, weekday: Double, season: Double, holiday: Double, monthDay: Double,
      event: Double, profile: Double, adjustment: Double, mean: Double
    ) {
      self.start = start
      self.level = level
      self.trend = trend
      self.weekday = weekday
      self.season = season
      self.holiday = holiday
      self.monthDay = monthDay
      self.event = event
      self.profile = profile
      self.adjustment = adjustment
      self.mean = mean
    }

    /// Calls forecast without the planner's adjustment.
    package var modelMean: Double { level * trend * weekday * season * holiday * monthDay * event * profile }

    /// The effects in the order of the file, by column.
    package var factors: [(name: String, wording: Wording, value: Double)] {
      [
        ("level", Wording("水平", "level"), level), ("trend", Wording("趋势", "trend"), trend),
        ("weekday", Wording("星期", "weekday"), weekday), ("season", Wording("季节", "season"), season),
        ("holiday", Wording("节假日（含农历）", "holiday, lunar year"), holiday),
        ("monthDay", Wording("月内日（账单日）", "day of the month, billing"), monthDay),
        ("event", Wording("活动", "event"), event), ("profile", Wording("日内占比", "part of the day"), profile),
        ("adjustment", Wording("人工调整", "planner's adjustment"), adjustment),
      ]
    }
  }

  /// Every half-hour of the period in order; of closed ones mean and profile are 0.
  package var rows: [Row]

  package init(rows: [Row]) { self.rows = rows }
}
