import Foundation
import Vocabulary

/// `locks.csv`: the days the planner has fixed stay as fixed. Always hard.
struct LockRule: SwitchedRule {
  static let id = "locks"
  static let name = Wording("锁定的班次与休息", "locked shifts and days off")

  let month: RosteredMonth

  var isPriced: Bool { false }
  var limit: Wording { Wording("与 locks.csv 一致", "as in locks.csv") }

  func breaches() -> [Breach] {
    month.centre.locks.filter { month.period.contains($0.date) }.compactMap { lock in
      let person = month.people.first { $0.agent.id == lock.agent }
      let codes = person?.shifts.filter { $0.date == lock.date }.map(\.shift.code) ?? []
      guard codes != (lock.shift.map { [$0] } ?? []) else { return nil }
      let worked = codes.isEmpty ? Wording("休息", "off") : Wording(same: codes.joined(separator: ", "))
      let locked = lock.shift.map { Wording(same: $0) } ?? Wording("休息", "off")
      return Breach(
        1, weight: nil,
        RuleViolation(
          rule: Self.id, ruleName: Self.name, agent: lock.agent, agentName: person?.agent.name ?? "", date: lock.date,
          halfHour: nil,
          found: Wording(
            "锁定为 \(locked.chinese)，却是 \(worked.chinese)", "locked to \(locked.english), but is \(worked.english)"),
          advice: Wording("按锁定安排，或删去 locks.csv 的该行", "roster as locked, or remove the row of locks.csv")))
    }
  }
}
