import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

/// What lies in the folder `data` of the project.
enum ShippedData {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("data")

  /// A row of `holidays-cn.csv`.
  struct HolidayRow {
    var date: CivilDate
    var name: String
    var kind: String
  }

  static let holidayRows: [HolidayRow] = {
    let text = (try? String(contentsOf: folder.appendingPathComponent("holidays-cn.csv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3, let date = CivilDate(fields[0]) else { return nil }
      return HolidayRow(date: date, name: fields[1], kind: fields[2])
    }
  }()

  static let holidays: HolidayCalendar = {
    let kinds: [String: DayKind] = ["statutory": .statutoryHoliday, "rest": .restDay, "workday": .workday]
    let entries = holidayRows.map { ($0.date, HolidayCalendar.Entry(name: $0.name, kind: kinds[$0.kind] ?? .restDay)) }
    return HolidayCalendar(entries: Dictionary(entries, uniquingKeysWith: { first, _ in first }))
  }()

  /// The shipped example, generated once for all tests.
  static let guangzhou = ExampleCentre.guangzhou(seed: ExampleCentre.guangzhouSeed, holidays: holidays)
}

func date(_ text: String) -> CivilDate {
  CivilDate(text)!
}
