internal import Vocabulary

/// Watches attendance row by row for what nobody can have worked: two shifts at once, more than a day in a day.
struct AttendanceClock {
  private let period: Period
  private let shifts: [Shift]
  /// Half-hours of each shift, from the midnight its day begins with.
  private let duty: [[Range<Int>]]
  /// By person and day of the month: positions of shifts noted, and minutes.
  private var attended: [[Int]]
  private var minutes: [Int]

  init(people: Int, shifts: [Shift], period: Period) {
    self.period = period
    self.shifts = shifts
    duty = shifts.map(\.dutyHalfHours)
    attended = [[Int]](repeating: [], count: people * period.dayCount)
    minutes = [Int](repeating: 0, count: people * period.dayCount)
  }

  /// - Parameters:
  ///   - person: position among the people.
  ///   - day: of the month, from 0.
  ///   - shift: position among the shifts.
  mutating func note(_ row: TableRow, _ agent: String, person: Int, day: Int, shift: Int, worked: Int) {
    guard worked > 0 else { return }
    checkDay(row, agent, person, day, worked)
    checkOverlap(row, agent, person, day, shift)
  }

  private func place(_ person: Int, _ day: Int) -> Int { person * period.dayCount + day }

  private mutating func checkDay(_ row: TableRow, _ agent: String, _ person: Int, _ day: Int, _ worked: Int) {
    minutes[place(person, day)] += worked
    let total = minutes[place(person, day)]
    guard total > TimeOfDay.minutesPerDay, total > worked else { return }
    let date = period.firstDay.adding(days: day)
    row.fail(
      "workedMinutes",
      Wording(
        "\(agent) 在 \(date) 合计出勤 \(total) 分钟，超过 24 小时",
        "\(agent) works \(total) minutes on \(date), above 24 hours a day"),
      Wording("一天最多 1440", "expected at most 1440 in a day")) as Void?
  }

  /// Shifts reach into the next day at most, so the neighbours are enough.
  private mutating func checkOverlap(_ row: TableRow, _ agent: String, _ person: Int, _ day: Int, _ shift: Int) {
    defer { attended[place(person, day)].append(shift) }
    for other in max(0, day - 1)...min(period.dayCount - 1, day + 1) {
      let offset = (other - day) * HalfHour.perDay
      for known in attended[place(person, other)] where overlaps(shift, known, offset) {
        let date = period.firstDay.adding(days: day)
        row.fail(
          "shift",
          Wording(
            "\(agent) 在 \(date) 的 \(shifts[shift].code) 与 \(date.adding(days: other - day)) 的 \(shifts[known].code) 时间重叠",
            "\(shifts[shift].code) of \(agent) on \(date) overlaps \(shifts[known].code) on \(date.adding(days: other - day))"
          ),
          Wording("同一时间只能上一个班", "expected one shift at a time")) as Void?
        return
      }
    }
  }

  /// - Parameter offset: half-hours by which the second one's day begins later.
  private func overlaps(_ first: Int, _ second: Int, _ offset: Int) -> Bool {
    for part in duty[first] {
      for other in duty[second]
      where part.lowerBound < other.upperBound + offset && other.lowerBound + offset < part.upperBound {
        return true
      }
    }
    return false
  }
}
