internal import Vocabulary

/// The opening hours that a call history shows: a row for each half-hour the line was open, no row while it was closed.
struct HistoryOpeningHours {
  private let openSlots: [CivilDate: Set<Int>]
  private let period: Period
  private let holidays: HolidayCalendar

  /// Weeks before the period that are looked at beside it.
  private static let weeksBefore = 8

  init(history: CallHistory, period: Period, holidays: HolidayCalendar) {
    let from = period.firstDay.adding(days: -7 * HistoryOpeningHours.weeksBefore)
    let rows = history.records.filter { $0.start.date >= from && $0.start.date < period.end }
    openSlots = Dictionary(grouping: rows, by: \.start.date).mapValues { Set($0.map(\.start.slot)) }
    self.period = period
    self.holidays = holidays
  }

  /// One entry for all days where they are alike, else one for each group of weekdays alike, and one for holidays where
  /// they differ.
  func entries() -> [OpeningEntry] {
    let ranges = Weekday.allCases.map { weekday in
      hours(dates.filter { $0.weekday == weekday && !holidays.isHoliday($0) })
    }
    var entries: [OpeningEntry] = []
    for (weekday, range) in zip(Weekday.allCases, ranges) {
      let days = OpeningEntry.Days.weekdays([weekday])
      if let same = entries.firstIndex(where: { $0.from == range.from && $0.to == range.to }),
        case .weekdays(let others) = entries[same].days
      {
        entries[same].days = .weekdays(others.union([weekday]))
      } else {
        entries.append(OpeningEntry(days: days, from: range.from, to: range.to))
      }
    }
    if entries.count == 1 { entries[0].days = .all }
    let free = dates.filter(holidays.isHoliday)
    guard !free.isEmpty else { return entries }
    let range = hours(free)
    let isUsual = free.allSatisfy { date in ranges[date.weekday.rawValue] == range }
    return isUsual ? entries : entries + [OpeningEntry(days: .holidays, from: range.from, to: range.to)]
  }

  /// Days of weeks with any row: weeks without are missing, not closed.
  private var dates: [CivilDate] {
    let first = period.firstDay.adding(days: -7 * HistoryOpeningHours.weeksBefore)
    let weeks = Set(openSlots.keys.map { ($0 - first) / 7 })
    return (0..<(period.end - first)).filter { weeks.contains($0 / 7) }.map { first.adding(days: $0) }
  }

  /// The hours open on more than half of some days; equal ends = closed.
  private func hours(_ dates: [CivilDate]) -> (from: TimeOfDay, to: TimeOfDay) {
    let open = (0..<HalfHour.perDay).map { slot in
      2 * dates.filter { openSlots[$0]?.contains(slot) ?? false }.count > dates.count
    }
    guard let first = open.firstIndex(of: true), let last = open.lastIndex(of: true) else { return (time(0), time(0)) }
    // Open at both ends of the day and closed between them: it opens after the gap and closes past midnight.
    if first == 0, last == HalfHour.perDay - 1, let closes = open.firstIndex(of: false),
      let opens = open.lastIndex(of: false)
    {
      return (time(opens + 1), time(HalfHour.perDay + closes))
    }
    return (time(first), time(last + 1))
  }

  private func time(_ slot: Int) -> TimeOfDay {
    TimeOfDay(minutes: slot * HalfHour.minutes)
  }
}
