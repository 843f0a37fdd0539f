import Vocabulary

/// One person's month: the days employed, the shifts worked, what came before, leave and wishes.
struct PersonMonth {
  let agent: Agent
  /// The days of the period on which the person is employed.
  let employedDays: [CivilDate]
  /// In order of their starts.
  let shifts: [WorkedShift]
  /// Worked before the period, in order of their starts.
  let tail: [WorkedShift]
  /// Days worked before the period, those with a shift the catalogue no longer knows included.
  let tailDays: Set<CivilDate>
  /// Employed days of approved leave.
  let leaveDays: Set<CivilDate>
  /// Wishes for employed days, in order of days; a row given twice counts once.
  let wishes: [LeaveEntry]
  /// Days of the period on which a shift starts.
  let workedDays: Set<CivilDate>

  init(
    agent: Agent, period: Period, shifts: [WorkedShift], tail: [WorkedShift], tailDays: Set<CivilDate>,
    leave: [LeaveEntry]
  ) {
    self.agent = agent
    employedDays = period.days.filter { agent.isEmployed(on: $0) }
    self.shifts = shifts.sorted { ($0.startMinute, $0.shift.code) < ($1.startMinute, $1.shift.code) }
    self.tail = tail.sorted { ($0.startMinute, $0.shift.code) < ($1.startMinute, $1.shift.code) }
    self.tailDays = tailDays
    workedDays = Set(shifts.map(\.date))
    var leaveDays: Set<CivilDate> = []
    var wishes: [LeaveEntry] = []
    for row in leave where agent.isEmployed(on: row.date) {
      if row.kind == .leave {
        leaveDays.insert(row.date)
      } else if !wishes.contains(row) {
        wishes.append(row)
      }
    }
    self.leaveDays = leaveDays
    self.wishes = wishes.sorted { $0.date < $1.date }
  }

  var paidMinutes: Int { shifts.reduce(0) { $0 + $1.shift.paidMinutes } }

  /// Employed days without a shift, leave included.
  var daysOff: Int { employedDays.count - workedDays.count }

  /// Days worked in shifts of the classes.
  func days(in classes: Set<ShiftClass>) -> Int {
    shifts.reduce(0) { $0 + (classes.contains($1.shift.shiftClass) ? 1 : 0) }
  }

  func mayWorkAny(of classes: Set<ShiftClass>) -> Bool {
    classes.contains { agent.mayWork($0) }
  }

  /// The runs of consecutive worked days that reach the period, days before it included, in order.
  var runs: [ClosedRange<CivilDate>] {
    var runs: [ClosedRange<CivilDate>] = []
    for day in tailDays.union(workedDays).sorted() {
      if let run = runs.last, run.upperBound.adding(days: 1) == day {
        runs[runs.count - 1] = run.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs.filter { workedDays.contains($0.upperBound) }
  }
}
