internal import Foundation
internal import Vocabulary

extension TinyCentreMaker {
  mutating func makeAgents(rules: Rules) -> [Agent] {
    let count = draw(size.people)
    let leads = rules.leadSpan > 0 ? max(1, count / 3) : chance(20) ? 1 : 0
    return (0..<count).map { position in
      var agent = Agent(id: "P\(position + 1)", name: "人\(position + 1)", team: "T1")
      if position < leads {
        agent.grade = .lead
        agent.productivity = chance(20) ? decimal(20...60) : 0
      } else if chance(30) {
        agent.grade = .trainee
        agent.productivity = decimal(30...95)
        if chance(40) { agent.promoted = day() }
      } else if chance(20) {
        agent.productivity = decimal(80...120)
      }
      if chance(12) { agent.from = day() }
      if chance(12) { agent.to = max(agent.from ?? period.firstDay, day()) }
      if chance(25) { agent.classes = makeClasses() }
      // The default is that of a whole month, out of reach in a few days.
      if rules.minHoursHard {
        agent.minHours = Decimal(8 * draw(0...1))
      } else if !chance(15) {
        agent.minHours = Decimal(draw(0...period.dayCount * 6)) + decimal(0...99)
      }
      return agent
    }
  }

  private mutating func makeClasses() -> Set<ShiftClass> {
    Set(ShiftClass.allCases.filter { _ in chance(60) }).union([.early])
  }

  mutating func makeLeave(agents: [Agent], shifts: [Shift]) -> [LeaveEntry] {
    var rows: [LeaveEntry] = []
    for agent in agents {
      for date in period.days {
        switch random.below(100) {
        case 0..<6: rows.append(LeaveEntry(agent: agent.id, date: date, kind: .leave))
        case 6..<14: rows.append(LeaveEntry(agent: agent.id, date: date, kind: .off))
        case 14..<19: rows.append(LeaveEntry(agent: agent.id, date: date, kind: .want(shift: pick(shifts).code)))
        case 19..<24: rows.append(LeaveEntry(agent: agent.id, date: date, kind: .avoid(shift: pick(shifts).code)))
        default: break
        }
      }
    }
    return rows
  }

  /// The last week's worked days. Where leads are required, an agent is carried into the period only beside a lead.
  mutating func makePrevious(agents: [Agent], shifts: [Shift], rules: Rules) -> [PreviousShift] {
    guard chance(70) else { return [] }
    let staying = shifts.filter { $0.lastEnd.minutes <= TimeOfDay.minutesPerDay }
    let carried = shifts.filter { $0.lastEnd.minutes > TimeOfDay.minutesPerDay }
    let carries = !carried.isEmpty && chance(50)
    var rows: [PreviousShift] = []
    for agent in agents where agent.from == nil {
      for back in (1...7).reversed() where chance(60) {
        let pool = back > 1 ? shifts : carries && (agent.grade == .lead || chance(50)) ? carried : staying
        guard !pool.isEmpty else { continue }
        rows.append(
          PreviousShift(agent: agent.id, date: period.firstDay.adding(days: -back), shift: pick(pool).code))
      }
    }
    let eve = period.firstDay.adding(days: -1)
    let leadIsCarried = rows.contains { row in
      row.date == eve && carried.contains { $0.code == row.shift }
        && agents.contains { $0.id == row.agent && $0.grade == .lead }
    }
    guard rules.leadSpan > 0, !leadIsCarried else { return rows }
    return rows.filter { row in !(row.date == eve && carried.contains { $0.code == row.shift }) }
  }
}
