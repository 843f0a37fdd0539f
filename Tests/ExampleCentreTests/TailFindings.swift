import Vocabulary

/// What is wrong with the last week before a month.
struct TailFindings {
  /// Person and day.
  var shortRests: [String] = []
  var longestRun = 0
  /// Half-hours of the first night without anybody, or with fewer leads than the rule asks for.
  var uncoveredHalfHours: [String] = []
  private(set) var hasLateNight = false

  init(_ centre: Centre, firstDay: CivilDate, firstMorning: Int = 15) {
    let shifts = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
    for (agent, rows) in Dictionary(grouping: centre.previous, by: \.agent) {
      let days = rows.sorted { $0.date < $1.date }
      for (early, late) in zip(days, days.dropFirst()) {
        guard let first = shifts[early.shift], let second = shifts[late.shift] else { continue }
        let rest = (late.date - early.date) * 1440 + second.start.minutes - first.lastEnd.minutes
        if rest < 11 * 60 { shortRests.append("\(agent) \(late.date)") }
      }
      let worked = Set(days.map(\.date))
      let runs = worked.map { start in (0...7).first { !worked.contains(start.adding(days: $0)) } ?? 8 }
      longestRun = max(longestRun, runs.max() ?? 0)
    }
    let grades = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0.grade) })
    let carried = centre.previous.filter { $0.date == firstDay.adding(days: -1) }
    for slot in 0..<firstMorning {
      let onDuty = carried.filter { shifts[$0.shift]?.isOnDuty(halfHour: HalfHour.perDay + slot) ?? false }
      let leads = onDuty.count { grades[$0.agent] == .lead }
      let others = onDuty.count - leads
      if others == 0 || leads < max(1, (others + 19) / 20) {
        uncoveredHalfHours.append("\(slot): \(others) people, \(leads) leads")
      }
    }
    hasLateNight = carried.contains { shifts[$0.shift]?.shiftClass == .lateNight }
  }
}
