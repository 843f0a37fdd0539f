/// A burden that is spread evenly over people and months.
package enum FairnessKind: String, Sendable, CaseIterable, Hashable {
  /// Days of class night, lateNight or overnight.
  case nights
  /// Days of class lateNight (夜7).
  case lateNights
  /// Saturdays with the Sunday after them that have work on either day; one that a month's end parts counts in both months.
  case weekends
  /// Days worked of a public holiday, those exchanged for a weekend day included.
  case publicHolidays
  /// Wishes not granted.
  case refusedWishes

  package var name: Wording {
    switch self {
    case .nights: Wording("夜班天数", "night days")
    case .lateNights: Wording("夜7 天数", "late-night days")
    case .weekends: Wording("上班的周末", "weekends worked")
    case .publicHolidays: Wording("节假日上班天数", "public holidays worked")
    case .refusedWishes: Wording("未满足的意愿", "refused wishes")
    }
  }

  /// Whether the classes a person may work leave a share of the burden to them.
  package func concerns(_ agent: Agent) -> Bool {
    switch self {
    case .nights: agent.mayWork(.night) || agent.mayWork(.lateNight) || agent.mayWork(.overnight)
    case .lateNights: agent.mayWork(.lateNight)
    case .weekends, .publicHolidays, .refusedWishes: true
    }
  }
}
