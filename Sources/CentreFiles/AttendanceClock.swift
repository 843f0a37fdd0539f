internal import Vocabulary

/// Watches attendance row by row for what nobody can have worked: two shifts at once, more than a day in a day.
struct AttendanceClock {
  private struct Span {
    var range: Range<Int>
    var shift: String
    var date: CivilDate
  }

  private var minutes: [String: [Int: Int]] = [:]
  /// By person and the day the shift starts on.
  private var spans: [String: [Int: [Span]]] = [:]

  mutating func note(_ row: TableRow, _ agent: String, _ date: CivilDate, _ shift: Shift, _ worked: Int) {
    guard worked > 0 else { return }
    checkDay(row, agent, date, worked)
    checkOverlap(row, agent, date, shift)
  }

  private mutating func checkDay(_ row: TableRow, _ agent: String, _ date: CivilDate, _ worked: Int) {
    let total = (minutes[agent]?[date.dayNumber] ?? 0) + worked
    minutes[agent, default: [:]][date.dayNumber] = total
    guard total > TimeOfDay.minutesPerDay, total > worked else { return }
    row.fail(
      "workedMinutes",
      Wording(
        "\(agent) 在 \(date) 合计出勤 \(total) 分钟，超过 24 小时",
        "\(agent) works \(total) minutes on \(date), above 24 hours a day"),
      Wording("一天最多 1440", "expected at most 1440 in a day")) as Void?
  }

  /// Shifts reach into the next day at most, so the neighbours are enough.
  private mutating func checkOverlap(_ row: TableRow, _ agent: String, _ date: CivilDate, _ shift: Shift) {
    let offset = date.dayNumber * HalfHour.perDay
    let own = shift.dutyHalfHours.map {
      Span(range: ($0.lowerBound + offset)..<($0.upperBound + offset), shift: shift.code, date: date)
    }
    let known = spans[agent] ?? [:]
    for day in (date.dayNumber - 1)...(date.dayNumber + 1) {
      for other in known[day] ?? [] where own.contains(where: { $0.range.overlaps(other.range) }) {
        row.fail(
          "shift",
          Wording(
            "\(agent) 在 \(date) 的 \(shift.code) 与 \(other.date) 的 \(other.shift) 时间重叠",
            "\(shift.code) of \(agent) on \(date) overlaps \(other.shift) on \(other.date)"),
          Wording("同一时间只能上一个班", "expected one shift at a time")) as Void?
        spans[agent, default: [:]][date.dayNumber, default: []] += own
        return
      }
    }
    spans[agent, default: [:]][date.dayNumber, default: []] += own
  }
}
