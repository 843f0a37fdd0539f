package import Vocabulary

/// The yardstick of every forecast: each half-hour as on the last like weekday recorded.
package enum SeasonalNaive {
  /// Weeks looked back for a recorded half-hour.
  private static let mostWeeks = 8

  /// Calls of each half-hour of a period, 0 where the last weeks have none.
  ///
  /// - Parameter origin: nothing recorded at or after it is used.
  package static func calls(
    _ history: CallHistory, period: Period, origin: HalfHour
  ) -> [HalfHour: Double] {
    var counts: [HalfHour: Double] = [:]
    for record in history.records where record.start < origin { counts[record.start] = record.offered }
    let week = 7 * HalfHour.perDay
    var result: [HalfHour: Double] = [:]
    for start in period.halfHours {
      let ahead = max(1, (start - origin) / week + 1)
      let known = (ahead..<ahead + mostWeeks).lazy.compactMap { counts[start.adding(-$0 * week)] }.first
      result[start] = known ?? 0
    }
    return result
  }
}
