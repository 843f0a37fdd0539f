internal import Vocabulary

/// Recorded calls as a matrix, a row per day and a column per half-hour; NaN where nothing was recorded.
///
/// Closed, unrecorded and outage half-hours are alike here: they teach nothing.
struct DayGrid: Sendable {
  let firstDay: CivilDate
  let dayCount: Int
  private(set) var counts: [Double]

  /// - Parameters:
  ///   - records: in any order.
  ///   - origin: records at or after it are left out.
  ///   - excludedDays: days that must not teach (outages).
  init(records: [CallRecord], before origin: HalfHour, excluding excludedDays: Set<CivilDate> = []) {
    let known = records.filter { $0.start < origin && $0.offered != nil }
    let first = known.map(\.start.date).min() ?? origin.date
    let last = known.map(\.start.date).max() ?? origin.date.adding(days: -1)
    firstDay = first
    dayCount = max(0, last - first + 1)
    counts = [Double](repeating: .nan, count: dayCount * HalfHour.perDay)
    let base = HalfHour(date: first, slot: 0).index
    for record in known {
      counts[record.start.index - base] = record.offered ?? .nan
    }
    for day in excludedDays where day >= firstDay && day < end {
      let start = (day - firstDay) * HalfHour.perDay
      for cell in start..<start + HalfHour.perDay { counts[cell] = .nan }
    }
  }

  /// The day after the last row.
  var end: CivilDate { firstDay.adding(days: dayCount) }

  func date(_ day: Int) -> CivilDate { firstDay.adding(days: day) }

  subscript(day: Int, slot: Int) -> Double {
    counts[day * HalfHour.perDay + slot]
  }

  func isRecorded(_ day: Int) -> Bool {
    (0..<HalfHour.perDay).contains { !self[day, $0].isNaN }
  }

  /// Calls recorded on a day.
  func total(_ day: Int) -> Double {
    (0..<HalfHour.perDay).reduce(0) { sum, slot in
      let count = self[day, slot]
      return count.isNaN ? sum : sum + count
    }
  }
}
