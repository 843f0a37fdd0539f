internal import Foundation
internal import Vocabulary

extension YAMLMap {
  func date(_ key: String) -> CivilDate? {
    guard let text = text(key) else { return nil }
    if let date = CivilDate(text) { return date }
    return fail(key, Wording("应为存在的日期，如 2026-12-01", "expected a day that exists, as 2026-12-01"))
  }

  /// A time of day that must be there, on the half-hour grid.
  func time(_ key: String) -> TimeOfDay? {
    guard let text = text(key) else {
      missing(key, Wording("应为 HH:00 或 HH:30", "expected HH:00 or HH:30"))
      return nil
    }
    if let time = TimeOfDay(text), time.isOnGrid { return time }
    return fail(key, Wording("应为 HH:00 或 HH:30（加引号），至 48:00", "expected HH:00 or HH:30 in quotes, up to 48:00"))
  }

  /// `all` where the key is not there.
  func days(_ key: String) -> OpeningEntry.Days? {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    switch text(key) ?? "all" {
    case "all": return .all
    case "workdays": return .workdays
    case "restdays": return .restdays
    case "holidays": return .holidays
    case let text:
      let weekdays = text.split(separator: ",").map {
        names.firstIndex(of: $0.trimmingCharacters(in: .whitespaces)).flatMap(Weekday.init(rawValue:))
      }
      guard !weekdays.isEmpty, !weekdays.contains(nil) else {
        return fail(
          key,
          Wording(
            "应为 all、workdays、restdays、holidays 或 mon,tue,…", "expected all, workdays, restdays, holidays or mon,tue,…"))
      }
      return .weekdays(Set(weekdays.compactMap { $0 }))
    }
  }
}
