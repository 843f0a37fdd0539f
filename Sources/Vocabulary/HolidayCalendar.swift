/// What a day is by the official arrangement of holidays.
package enum DayKind: String, Sendable, CaseIterable {
  /// A Monday to Friday without a holiday, or a weekend day worked instead of another (调休上班).
  case workday
  /// A weekend day, or a weekday given free next to a holiday in exchange for a weekend day worked.
  case restDay
  /// A day the law names as a holiday (法定节假日): overtime is paid three times.
  case statutoryHoliday
}

/// The public holidays of a country, day by day.
package struct HolidayCalendar: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// The holiday's name, as in the file: 春节, 国庆节, Noël. A make-up workday bears the name of its holiday.
    package var name: String
    package var kind: DayKind

    package init(name: String, kind: DayKind) {
      self.name = name
      self.kind = kind
    }
  }

  private var entries: [CivilDate: Entry]

  /// - Parameter entries: only days that differ from a plain week, or have a name.
  package init(entries: [CivilDate: Entry] = [:]) {
    self.entries = entries
  }

  package subscript(date: CivilDate) -> Entry? { entries[date] }

  package var dates: [CivilDate] { entries.keys.sorted() }

  package func kind(of date: CivilDate) -> DayKind {
    entries[date]?.kind ?? (date.weekday >= .saturday ? .restDay : .workday)
  }

  /// A day off that belongs to a holiday, statutory or exchanged: not a plain weekend day.
  package func isHoliday(_ date: CivilDate) -> Bool {
    entries[date].map { $0.kind != .workday } ?? false
  }

  /// A Saturday or Sunday worked in exchange for a day off (调休上班).
  package func isMakeUpWorkday(_ date: CivilDate) -> Bool {
    date.weekday >= .saturday && kind(of: date) == .workday
  }
}
