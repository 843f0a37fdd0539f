internal import Foundation
internal import Vocabulary

/// `adjustments.csv`: the planner's changes to the forecast.
enum AdjustmentsFile {
  static func read(_ table: Table, problems: ProblemList) -> [ForecastAdjustment] {
    guard
      let rows = TableRows(
        table, required: ["from", "to"], optional: ["halfHours", "factor", "absolute", "reason", "who", "on"],
        problems: problems)
    else { return [] }
    return rows.rows.compactMap { row in
      guard let days = row.days(), let halfHours = halfHours(row), let change = change(row), let isOn = isOn(row) else {
        return nil
      }
      return ForecastAdjustment(
        from: days.lowerBound, to: days.upperBound, halfHours: halfHours, change: change,
        reason: row.text("reason") ?? "",
        who: row.text("who") ?? "", isOn: isOn)
    }
  }

  /// `09:00-12:00`; empty = the whole day.
  private static func halfHours(_ row: TableRow) -> Range<Int>? {
    guard let text = row.text("halfHours") else { return 0..<HalfHour.perDay }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { TimeOfDay($0.trimmingCharacters(in: .whitespaces)) }
    if ends.count == 2, let from = ends[0], let to = ends[1], from.isOnGrid, to.isOnGrid, from < to,
      to.minutes <= TimeOfDay.minutesPerDay
    {
      return from.halfHours..<to.halfHours
    }
    return row.fail(
      "halfHours", Wording("不是时段：\(text)", "no range of half-hours: \(text)"),
      Wording("应如 09:00-12:00，整天留空", "expected as 09:00-12:00, or empty for the whole day"))
  }

  private static func change(_ row: TableRow) -> ForecastAdjustment.Change? {
    switch (row.text("factor"), row.text("absolute")) {
    case (.some, nil): return row.decimal("factor", 0...100).map { .factor($0.doubleValue) }
    case (nil, .some): return row.decimal("absolute", 0...1_000_000).map { .absolute($0.doubleValue) }
    default:
      return row.fail(
        "factor", Wording("factor 与 absolute 应只填其一", "factor and absolute: exactly one of them is needed"),
        Wording("factor 为倍数，absolute 为每半小时话务量", "expected a factor, or absolute = calls of each half-hour"))
    }
  }

  private static func isOn(_ row: TableRow) -> Bool? {
    switch row.text("on")?.lowercased() {
    case nil, "yes", "true", "1", "是": return true
    case "no", "false", "0", "否": return false
    case .some(let text):
      return row.fail(
        "on", Wording("不是开关：\(text)", "no switch: \(text)"), Wording("应为 yes 或 no", "expected yes or no"))
    }
  }
}
