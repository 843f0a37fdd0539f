import Foundation
import Vocabulary

/// R2: rest between the end of a shift and the start of the next, shifts before the period included.
///
/// A shift that ends late on the day after it began is held against whatever comes next, not only the next day. The
/// break between the parts of a split shift is no rest.
struct RestRule: RosterRule {
  static let id = "R2"
  static let name = Wording("班次间休息", "rest between shifts")

  let month: RosteredMonth

  func finding() -> RuleFinding {
    // Shifts last whole minutes, so that fewer than the limit means fewer than the limit rounded up.
    let limit = (month.rules.restHours * 60).roundedUp
    var violations: [RuleViolation] = []
    var shortest: Int?
    for person in month.people {
      for (before, after) in pairs(of: person) {
        let rest = after.startMinute - before.endMinute
        shortest = min(shortest ?? rest, rest)
        if rest < limit {
          violations.append(violation(of: person, before: before, after: after, minutes: rest))
        }
      }
    }
    return hardFinding(
      limit: Wording("至少 \(month.rules.restHours) 小时", "at least \(month.rules.restHours) h"),
      found: shortest.map { Wording("最短 \(hours($0)) 小时", "shortest \(hours($0)) h") }
        ?? Wording("无相邻班次", "no two shifts"),
      violations: violations)
  }

  /// Each shift of the period with the shift before it that ends last.
  private func pairs(of person: PersonMonth) -> [(WorkedShift, WorkedShift)] {
    var pairs: [(WorkedShift, WorkedShift)] = []
    var latest = person.tail.max { $0.endMinute < $1.endMinute }
    for worked in person.shifts {
      if let latest { pairs.append((latest, worked)) }
      if latest.map({ worked.endMinute > $0.endMinute }) ?? true { latest = worked }
    }
    return pairs
  }

  private func violation(
    of person: PersonMonth, before: WorkedShift, after: WorkedShift, minutes: Int
  ) -> RuleViolation {
    violation(
      of: person, on: after.date,
      found: Wording(
        "\(before.date) 的 \(before.shift.code)（至 \(before.shift.lastEnd)）与 \(after.date) 的 \(after.shift.code)"
          + "（\(after.shift.start) 起）之间休息 \(hours(minutes)) 小时；至少 \(month.rules.restHours) 小时",
        "\(hours(minutes)) h rest between \(before.shift.code) on \(before.date) (to \(before.shift.lastEnd)) and "
          + "\(after.shift.code) on \(after.date) (from \(after.shift.start)); at least \(month.rules.restHours) h"),
      advice: Wording("当日改派较晚的班次或休息", "assign a later shift that day, or a day off"))
  }

  private func hours(_ minutes: Int) -> String { (Decimal(minutes) / 60).text(decimals: 1) }
}
