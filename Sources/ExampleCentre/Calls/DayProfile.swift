internal import Vocabulary

/// How a day's calls and their handling time spread over its half-hours: a smooth night valley, a peak in the morning,
/// one in the afternoon and a low one in the evening.
enum DayProfile {
  /// Shares of the day's calls by half-hour, summing to 1.
  static func shares(_ shape: CalendarEffect.DayShape) -> [Double] {
    let values = halfHours(shape == .workday ? workday : restDay)
    let sum = values.reduce(0, +)
    return values.map { $0 / sum }
  }

  /// Handling time by half-hour against the mean: longer at night, when faults are reported.
  static func handlingTime() -> [Double] {
    halfHours(handling)
  }

  /// By hour, at the middle of the hour, in any unit.
  private static let workday: [Double] = [
    16, 11, 8, 7, 7, 8, 12, 26, 60, 95, 108, 98, 72, 67, 82, 93, 90, 77, 62, 64, 66, 53, 35, 23,
  ]
  private static let restDay: [Double] = [
    20, 14, 10, 8, 8, 9, 13, 23, 49, 81, 99, 101, 81, 73, 80, 88, 88, 80, 70, 74, 76, 63, 44, 30,
  ]
  private static let handling: [Double] = [
    1.10, 1.12, 1.14, 1.15, 1.15, 1.13, 1.08, 1.02, 0.98, 0.98, 0.99, 0.99, 0.98, 0.98, 0.99, 1.00, 1.01, 1.01, 1.00,
    1.01, 1.02, 1.03, 1.05, 1.08,
  ]

  /// Linear between the middles of the hours, round the clock.
  private static func halfHours(_ hours: [Double]) -> [Double] {
    (0..<HalfHour.perDay).map { slot in
      let hour = slot / 2
      let neighbour = slot % 2 == 0 ? (hour + 23) % 24 : (hour + 1) % 24
      return 0.75 * hours[hour] + 0.25 * hours[neighbour]
    }
  }
}
