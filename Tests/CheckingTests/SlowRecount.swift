import Foundation
import TestSupport
import Vocabulary

/// The cost terms once more, minute by minute and in binary numbers, from the words of the exchange formats: slow, and with
/// nothing in common with the recomputation under test.
struct SlowRecount {
  let planned: PlannedCase
  let roster: Roster

  private var rules: Rules { planned.centre.rules }
  private var weights: Rules.Weights { planned.centre.rules.weights }
  private var days: [CivilDate] { planned.period.days }

  private var people: [Agent] { planned.centre.agents.filter { agent in days.contains { agent.isEmployed(on: $0) } } }

  private func shift(_ code: String) -> Shift { planned.centre.shifts.first { $0.code == code }! }

  private func shift(of agent: Agent, on date: CivilDate) -> Shift? {
    roster.entries.first { $0.agent == agent.id && $0.date == date }.map { shift($0.shift) }
  }

  func terms() -> [String: Double] {
    var terms: [String: Double] = [:]
    (terms["under"], terms["over"]) = floor()
    for agent in people {
      for (name, yuan) in own(agent) { terms[name, default: 0] += yuan }
    }
    return terms
  }

  private func own(_ agent: Agent) -> [String: Double] {
    let employed = days.filter { agent.isEmployed(on: $0) }
    let shifts = employed.map { shift(of: agent, on: $0) }
    let leave = Set(rows(agent, .leave).map(\.date))
    let hours = shifts.reduce(0.0) { $0 + Double($1?.paidMinutes ?? 0) / 60 }
    let leaveHours = 8 * Double(leave.count { employed.contains($0) })
    let monthHours = 160 * Double(employed.count) / Double(days.count)
    let owed = agent.minHours?.doubleValue ?? max(0, monthHours - leaveHours)
    var result = ["shortHour": weights.shortHour.doubleValue * max(0, owed - hours)]

    func count(_ classes: Set<ShiftClass>) -> Int {
      shifts.count { $0.map { classes.contains($0.shiftClass) } ?? false }
    }
    let (sideA, sideB) = (rules.balance.classesA, rules.balance.classesB)
    if sideA.contains(where: agent.mayWork), sideB.contains(where: agent.mayWork) {
      result["imbalance"] = weights.imbalance.doubleValue * Double(abs(count(sideA) - count(sideB)))
    }
    let free = employed.count { !leave.contains($0) }
    if free >= 10, agent.mayWork(.lateNight), planned.centre.shifts.contains(where: { $0.shiftClass == .lateNight }) {
      result["lateNightMissing"] =
        weights.lateNightMissing.doubleValue * Double(max(0, rules.lateNight.min - count([.lateNight])))
    }
    let saturdays = days.filter { $0.weekday == .saturday && planned.period.contains($0.adding(days: 1)) }
    let isFree = { (day: CivilDate) in !agent.isEmployed(on: day) || shift(of: agent, on: day) == nil }
    if !saturdays.isEmpty, !saturdays.contains(where: { isFree($0) && isFree($0.adding(days: 1)) }) {
      result["noWeekendOff"] = weights.noWeekendOff.doubleValue
    }
    result["refusedWish"] = weights.refusedWish.doubleValue * Double(refused(agent))
    result.merge(starts(agent)) { $1 }
    result.merge(pay(agent, employed)) { $1 }
    return result
  }

  private func rows(_ agent: Agent, _ kind: LeaveKind) -> [LeaveEntry] {
    planned.centre.leave.filter { $0.agent == agent.id && $0.kind == kind }
  }

  private func refused(_ agent: Agent) -> Int {
    planned.centre.leave.count { row in
      guard row.agent == agent.id, agent.isEmployed(on: row.date) else { return false }
      let code = shift(of: agent, on: row.date)?.code
      switch row.kind {
      case .leave: return false
      case .off: return code != nil
      case .want(let wanted): return code != wanted
      case .avoid(let avoided): return code == avoided
      }
    }
  }

  private func starts(_ agent: Agent) -> [String: Double] {
    var (changes, backward) = (0.0, 0.0)
    for (day, next) in zip(days, days.dropFirst()) {
      guard let first = shift(of: agent, on: day), let second = shift(of: agent, on: next) else { continue }
      if abs(first.start.minutes - second.start.minutes) > 60 { changes += 1 }
      if second.start.minutes <= first.start.minutes - 120 { backward += 1 }
    }
    return [
      "startChange": weights.startChange.doubleValue * changes, "backward": weights.backward.doubleValue * backward,
    ]
  }

  /// Minute by minute: regular until the standard hours are used up.
  private func pay(_ agent: Agent, _ employed: [CivilDate]) -> [String: Double] {
    let contract = planned.centre.contract
    let standard = contract.standardHours.doubleValue * 60
    var (worked, regular, overtime) = (0.0, 0.0, 0.0)
    for day in employed {
      guard let shift = shift(of: agent, on: day) else { continue }
      let isTrainee = agent.grade == .trainee && (agent.promoted == nil || day < agent.promoted!)
      let kind: SeatKind = agent.grade == .lead ? .lead : isTrainee ? .trainee : .agent
      for _ in 0..<shift.paidMinutes {
        let part = max(0, min(1, standard - worked))
        regular += part * perMinute(kind)
        overtime += (1 - part) * perMinute(.overtime)
        worked += 1
      }
    }
    return ["regularHours": regular, "overtimeHours": overtime]
  }

  private func perMinute(_ kind: SeatKind) -> Double {
    let contract = planned.centre.contract
    let seat = contract.seatPrice(kind)
    return seat.price.doubleValue / (contract.standardHours.doubleValue * seat.personsPerSeat.doubleValue) / 60
  }

  /// Half-hour by half-hour, everybody asked where they are.
  private func floor() -> (Double, Double) {
    var (under, over) = (0.0, 0.0)
    for (half, row) in zip(planned.period.halfHours, planned.requirement.rows)
    where planned.centre.settings.isOpen(half, holidays: planned.centre.holidays) {
      var effective = 0.0
      for agent in planned.centre.agents {
        for back in 0...1 {
          let day = half.date.adding(days: -back)
          let slot = half - HalfHour(date: day, slot: 0)
          let carried = planned.centre.previous.first { $0.agent == agent.id && $0.date == day && day < days[0] }
          let entry = roster.entries.first { $0.agent == agent.id && $0.date == day }
          guard let code = carried?.shift ?? entry?.shift, shift(code).isOnDuty(halfHour: slot) else { continue }
          let meal = entry?.mealStart.map { $0.halfHours..<$0.halfHours + shift(code).mealHalfHours }
          if !(meal?.contains(slot) ?? false) { effective += agent.productivity(on: day).doubleValue }
        }
      }
      over += weights.over.doubleValue * max(0, effective - row.required)
      var reached = 0.0
      for piece in weights.under {
        let end = min(
          max(0, row.required - effective), piece.upTo.map { $0.doubleValue * row.required } ?? .greatestFiniteMagnitude
        )
        under += max(0, end - reached) * piece.perHalfHour.doubleValue
        reached = max(reached, end)
      }
    }
    return (under, over)
  }
}
