/// Minutes since the midnight with which a day begins; 24:00 and later belong to the night after it.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  package static let minutesPerDay = 1440

  package var minutes: Int

  package init(minutes: Int) {
    self.minutes = minutes
  }

  /// Reads `H:MM` or `HH:MM`, up to 48:00.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), (1...2).contains(colon), bytes.count == colon + 3,
      let hours = decimalNumber(bytes[..<colon]), let minutes = decimalNumber(bytes[(colon + 1)...]), minutes < 60,
      hours * 60 + minutes <= 2 * TimeOfDay.minutesPerDay
    else { return nil }
    self.minutes = hours * 60 + minutes
  }

  package var isOnGrid: Bool { minutes % HalfHour.minutes == 0 }
  /// The half-hour of the day this falls in.
  package var halfHours: Int { minutes / HalfHour.minutes }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.minutes < right.minutes
  }
}

extension TimeOfDay: CustomStringConvertible {
  package var description: String { padded(minutes / 60, to: 2) + ":" + padded(minutes % 60, to: 2) }
}
