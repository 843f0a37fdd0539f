/// A run of whole days that is planned as one: a calendar month, or fewer days in a test.
package struct Period: Hashable, Sendable {
  package var firstDay: CivilDate
  package var dayCount: Int

  package init(firstDay: CivilDate, dayCount: Int) {
    self.firstDay = firstDay
    self.dayCount = dayCount
  }

  package var days: [CivilDate] { (0..<dayCount).map { firstDay.adding(days: $0) } }
  package var lastDay: CivilDate { firstDay.adding(days: dayCount - 1) }
  /// The day after the last one.
  package var end: CivilDate { firstDay.adding(days: dayCount) }
  package var halfHourCount: Int { dayCount * HalfHour.perDay }
  package var firstHalfHour: HalfHour { HalfHour(date: firstDay, slot: 0) }
  package var halfHours: [HalfHour] { (0..<halfHourCount).map { firstHalfHour.adding($0) } }

  package func contains(_ date: CivilDate) -> Bool {
    date >= firstDay && date < end
  }
}

/// A calendar month, `YYYY-MM`.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var year: Int
  package var month: Int

  package init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `YYYY-MM`, exactly.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = decimalNumber(bytes[0..<4]),
      let month = decimalNumber(bytes[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  package init(containing date: CivilDate) {
    let parts = date.components
    year = parts.year
    month = parts.month
  }

  package var period: Period {
    Period(
      firstDay: CivilDate(year: year, month: month, day: 1)!,
      dayCount: CivilDate.dayCount(year: year, month: month))
  }

  package func adding(months: Int) -> Month {
    let count = year * 12 + month - 1 + months
    return Month(year: count / 12, month: count % 12 + 1)!
  }

  package static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  package var description: String { padded(year, to: 4) + "-" + padded(month, to: 2) }
}
