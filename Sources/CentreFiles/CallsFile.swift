internal import Foundation
package import Vocabulary

/// `calls.csv`: half-hours, finer rows that are summed, or hours that are split evenly.
package enum CallsFile {
  /// Reads a calls file on its own, as the backtest does.
  package static func read(path: String, language: Language) throws -> CallHistory {
    try InputFile.table(path) { read($0, problems: $1) }
  }

  private struct FineRow {
    /// Minutes since 1970.
    var minute: Int
    var record: CallRecord
    var row: TableRow
  }

  static func read(_ table: Table, problems: ProblemList) -> CallHistory {
    guard
      let rows = TableRows(
        table, required: ["start", "offered"], optional: ["answered", "abandoned", "aht"], problems: problems)
    else { return CallHistory(records: []) }
    var fine = rows.rows.compactMap(fineRow).sorted { $0.minute < $1.minute }
    for index in fine.indices.dropFirst() where fine[index].minute == fine[index - 1].minute {
      fine[index].row.fail(
        "start",
        Wording("\(fine[index].row.text("start") ?? "") 出现两次", "\(fine[index].row.text("start") ?? "") is there twice"),
        Wording("每个时段一行", "expected one row for each interval")) as Void?
    }
    guard problems.problems.isEmpty else { return CallHistory(records: []) }
    let step = stepMinutes(fine)
    fine = fine.filter { row in
      guard row.minute % step == 0 else {
        row.row.fail(
          "start",
          Wording(
            "\(row.row.text("start") ?? "") 不在 \(step) 分钟的网格上",
            "\(row.row.text("start") ?? "") is off the \(step)-minute grid"),
          Wording("全部行应为同一间隔", "expected one interval length throughout")) as Void?
        return false
      }
      return true
    }
    return CallHistory(records: step == 60 ? split(fine) : sum(fine))
  }

  private static func fineRow(_ row: TableRow) -> FineRow? {
    guard let text = row.requiredText("start") else { return nil }
    guard let (date, time) = HalfHour.dateAndTime(text), time.minutes % 5 == 0 else {
      return row.fail(
        "start", Wording("start 不是时刻：\(text)", "start is no date and time: \(text)"),
        Wording("应如 2026-12-01T09:30，且为 5 分钟的整数倍", "expected as 2026-12-01T09:30, a multiple of 5 minutes"))
    }
    var record = CallRecord(start: HalfHour(date: date, slot: time.halfHours), offered: row.number("offered"))
    record.answered = row.number("answered")
    record.abandoned = row.number("abandoned")
    record.averageHandlingTime = row.number("aht")
    return FineRow(minute: date.dayNumber * TimeOfDay.minutesPerDay + time.minutes, record: record, row: row)
  }

  /// The interval of the file: the commonest distance between neighbouring rows, at most an hour.
  private static func stepMinutes(_ rows: [FineRow]) -> Int {
    var counts: [Int: Int] = [:]
    for index in rows.indices.dropFirst() { counts[rows[index].minute - rows[index - 1].minute, default: 0] += 1 }
    let common = counts.filter { [5, 10, 15, 30, 60].contains($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let step = common?.key else { return HalfHour.minutes }
    // Hours only where no row stands on a half-hour.
    return step == 60 && rows.contains { $0.minute % 60 != 0 } ? HalfHour.minutes : step
  }

  /// Sums finer rows; a half-hour with an unrecorded part is unrecorded. AHT is weighted by calls.
  private static func sum(_ rows: [FineRow]) -> [CallRecord] {
    var result: [CallRecord] = []
    var handledSeconds = 0.0
    var handled = 0.0
    for row in rows {
      let record = row.record
      let weight = record.answered ?? record.offered ?? 0
      if let last = result.last, last.start == record.start {
        result[result.count - 1].offered = added(last.offered, record.offered)
        result[result.count - 1].answered = added(last.answered, record.answered)
        result[result.count - 1].abandoned = added(last.abandoned, record.abandoned)
      } else {
        result.append(record)
        handledSeconds = 0
        handled = 0
      }
      if let seconds = record.averageHandlingTime {
        handledSeconds += seconds * weight
        handled += weight
        if handled > 0 { result[result.count - 1].averageHandlingTime = handledSeconds / handled }
      }
    }
    return result
  }

  private static func added(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return nil }
    return first + second
  }

  private static func split(_ rows: [FineRow]) -> [CallRecord] {
    rows.flatMap { row in
      [0, 1].map { part in
        CallRecord(
          start: row.record.start.adding(part), offered: row.record.offered.map { $0 / 2 },
          answered: row.record.answered.map { $0 / 2 }, abandoned: row.record.abandoned.map { $0 / 2 },
          averageHandlingTime: row.record.averageHandlingTime)
      }
    }
  }
}
