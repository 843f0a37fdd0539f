internal import Foundation
package import Vocabulary

/// Public holidays: the Chinese calendar that ships with the software, or a file `date,name` that replaces it.
package enum HolidayFile {
  /// The official arrangements as published, and for later years (to 2050) the days the law names, without exchanged days.
  package static func shipped() -> HolidayCalendar {
    let problems = ProblemList()
    let bytes = PackageResources.holidays_cn_csv
    var entries: [CivilDate: HolidayCalendar.Entry] = [:]
    if let table = CSVReader.read(bytes, file: "holidays-cn.csv", problems: problems) {
      entries = read(table, problems: problems)
    }
    let last = entries.keys.max()?.year ?? 2026
    for year in (last + 1)...2050 {
      for (date, name) in StatutoryHolidays.days(year: year) where entries[date] == nil {
        entries[date] = HolidayCalendar.Entry(name: name, kind: .statutoryHoliday)
      }
    }
    return HolidayCalendar(entries: entries)
  }

  package static func read(path: String) throws -> HolidayCalendar {
    HolidayCalendar(entries: try InputFile.table(path) { read($0, problems: $1) })
  }

  private enum Kind: String, CaseIterable {
    case statutory, rest, workday

    var dayKind: DayKind {
      switch self {
      case .statutory: .statutoryHoliday
      case .rest: .restDay
      case .workday: .workday
      }
    }
  }

  private static func read(_ table: Table, problems: ProblemList) -> [CivilDate: HolidayCalendar.Entry] {
    guard let rows = TableRows(table, required: ["date", "name"], optional: ["kind"], problems: problems) else {
      return [:]
    }
    var entries: [CivilDate: HolidayCalendar.Entry] = [:]
    for row in rows.rows {
      guard let date = row.requiredDate("date") else { continue }
      let kind = rows.has("kind") ? row.choice("kind", Kind.self) : .statutory
      // A day may bear two holidays' names; the first stands.
      if entries[date] == nil {
        entries[date] = HolidayCalendar.Entry(name: row.text("name") ?? "", kind: kind?.dayKind ?? .statutoryHoliday)
      }
    }
    return entries
  }
}

/// The holidays the 《全国年节及纪念日放假办法》 (as amended in 2024) names: 13 days a year.
enum StatutoryHolidays {
  static func days(year: Int) -> [(CivilDate, String)] {
    let spring = LunarDate.springFestival(year: year)
    var result = (-1...2).map { (spring.adding(days: $0), "春节") }
    let solar = [(1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")]
    result += solar.compactMap { month, day, name in CivilDate(year: year, month: month, day: day).map { ($0, name) } }
    result += [(qingming(year: year), "清明节")]
    let start = spring.adding(days: 60)
    for offset in 0..<260 {
      let date = start.adding(days: offset)
      let lunar = LunarDate(date)
      if lunar == LunarDate(month: 5, day: 5) { result.append((date, "端午节")) }
      if lunar == LunarDate(month: 8, day: 15) { result.append((date, "中秋节")) }
    }
    return result
  }

  /// 清明 by the usual formula of the 21st century: ⌊0.2422 × y + 4.81⌋ − ⌊y ÷ 4⌋ of April, y the year's last two digits.
  private static func qingming(year: Int) -> CivilDate {
    let short = year % 100
    return CivilDate(year: year, month: 4, day: Int(0.2422 * Double(short) + 4.81) - short / 4)!
  }
}
