/// One half-hour of local civil time, the grid on which calls, staffing and rosters are counted.
package struct HalfHour: Hashable, Comparable, Sendable {
  package static let perDay = 48
  package static let minutes = 30

  /// Half-hours since 1970-01-01T00:00.
  package var index: Int

  package init(index: Int) {
    self.index = index
  }

  /// - Parameter slot: 0 is 00:00 to 00:30 of the date; 48 and more reach into the days after.
  package init(date: CivilDate, slot: Int) {
    index = date.dayNumber * HalfHour.perDay + slot
  }

  /// Reads `YYYY-MM-DDTHH:MM` on the half-hour grid.
  package init?(_ text: some StringProtocol) {
    guard let (date, time) = HalfHour.dateAndTime(text), time.isOnGrid else { return nil }
    self.init(date: date, slot: time.halfHours)
  }

  /// The date and time of day of `YYYY-MM-DDTHH:MM`, also off the half-hour grid; seconds `:00` are accepted, and a
  /// space in place of the `T`.
  package static func dateAndTime(_ text: some StringProtocol) -> (CivilDate, TimeOfDay)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16 || (bytes.count == 19 && bytes[16...].elementsEqual(":00".utf8)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      let time = TimeOfDay(String(decoding: bytes[11..<16], as: UTF8.self)), time.minutes < TimeOfDay.minutesPerDay
    else { return nil }
    return (date, time)
  }

  package var date: CivilDate {
    CivilDate(dayNumber: (index >= 0 ? index : index - HalfHour.perDay + 1) / HalfHour.perDay)
  }

  /// 0...47 within the date.
  package var slot: Int { index - date.dayNumber * HalfHour.perDay }

  package func adding(_ halfHours: Int) -> HalfHour {
    HalfHour(index: index + halfHours)
  }

  package static func - (late: HalfHour, early: HalfHour) -> Int {
    late.index - early.index
  }

  package static func < (left: HalfHour, right: HalfHour) -> Bool {
    left.index < right.index
  }
}

extension HalfHour: CustomStringConvertible {
  /// `YYYY-MM-DDTHH:MM`, the start of the half-hour.
  package var description: String { "\(date)T\(TimeOfDay(minutes: slot * HalfHour.minutes))" }
}
