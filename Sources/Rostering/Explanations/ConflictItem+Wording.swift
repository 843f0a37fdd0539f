internal import Foundation
package import Vocabulary

extension ConflictItem {
  /// - Parameter steps: by how many the limit moves in a repair.
  init(_ group: RuleGroup, _ problem: RosterProblem, steps: Double = 0) {
    self.group = group
    let (subject, limit, rises) = ConflictItem.meaning(group, problem)
    self.subject = subject
    self.limit = limit
    if steps > 0, let limit {
      let change = group.step == 30 ? steps / 2 : steps
      relaxed = rises ? limit + change : limit - change
    }
  }

  /// What is limited, to what, and whether a repair raises the limit.
  private static func meaning(
    _ group: RuleGroup, _ problem: RosterProblem
  ) -> (subject: Wording, limit: Double?, rises: Bool) {
    let rules = problem.centre.rules
    let slot = group.halfHour.map { $0 - problem.period.firstHalfHour } ?? 0
    let person = problem.people.first { problem.centre.agents[$0.agentIndex].id == group.agent }
    switch group.rule {
    case "R3": return (Wording("最多连续上班天数", "most days in a row"), Double(rules.maxConsecutiveDays), true)
    case "R4":
      return (
        Wording("最少休息天数", "fewest days off"), person.map { Double($0.employedDays - $0.maxWorkDays) }, false
      )
    case "R5": return (Wording("最多工时", "most paid hours"), person.map { Double($0.maxMinutes) / 60 }, true)
    case "R6": return (Wording("夜班与早班天数之差", "nights less early days"), Double(rules.balance.tolerance), true)
    case "R7": return (Wording("最多夜7 天数", "most late nights"), Double(rules.lateNight.max), true)
    case "R8": return (Wording("超出用餐比例的人数", "people eating above the share"), 0, true)
    case "R9": return (Wording("座席", "seats"), Double(problem.seats[slot]), true)
    case "R11": return (Wording("无班长带的人数", "people beyond the leads' span"), 0, true)
    case "minHoursHard": return (Wording("最低工时", "fewest paid hours"), person.map { $0.minMinutes / 60 }, false)
    case "minOnPhone": return (Wording("最少在线人数", "fewest on the phone"), Double(problem.minOnPhone[slot]), false)
    case "minStaff", "skillNeeds":
      let need = problem.needs.needs[group.entry]
      let skill = need.skill ?? ""
      return (Wording("最少在线 \(skill)", "fewest on the phone: \(skill)"), Double(need.least[slot]), false)
    case "peopleOff":
      let rule = rules.peopleOff[group.entry]
      return group.isMost
        ? (Wording("最多休息人数", "most people off"), rule.most.map(Double.init), true)
        : (Wording("最少休息人数", "fewest people off"), Double(rule.least), false)
    default: return (held(group, problem), nil, false)
    }
  }

  /// A rule that holds or is set aside.
  private static func held(_ group: RuleGroup, _ problem: RosterProblem) -> Wording {
    switch group.rule {
    case "R2": return Wording("班后休息", "rest after the day's shift")
    case "R10": return Wording("批准的休假", "approved leave")
    case "locks":
      let lock = problem.centre.locks.first { $0.agent == group.agent && $0.date == group.date }
      return Wording("锁定 \(lock?.shift ?? "休息")", "locked to \(lock?.shift ?? "a day off")")
    case "pairs":
      let pair = problem.centre.pairs.first { $0.agent == group.agent && $0.other == group.other }
      return Wording(same: pair?.kind.rawValue ?? "")
    default: return Wording(same: group.rule)
    }
  }

  /// Half-hours in a row with the same limits as one item.
  static func joined(_ items: [ConflictItem]) -> [ConflictItem] {
    var result: [ConflictItem] = []
    for item in items.sorted(by: { $0.order < $1.order }) {
      if let last = result.last, let end = last.lastHalfHour ?? last.group.halfHour,
        item.group.halfHour == end.adding(1), last.group.rule == item.group.rule, last.group.entry == item.group.entry,
        last.limit == item.limit, last.relaxed == item.relaxed
      {
        result[result.count - 1].lastHalfHour = item.group.halfHour
      } else {
        result.append(item)
      }
    }
    return result
  }

  private var order: (String, Int, Int) {
    (group.rule, group.entry, group.halfHour?.index ?? (group.date?.dayNumber ?? 0))
  }

  /// Rule, people and place, limit.
  package func text(_ language: Language) -> String {
    let names = [group.agent, group.other].compactMap { $0 }.joined(separator: " + ")
    let end = lastHalfHour.map { "–\(TimeOfDay(minutes: ($0.slot + 1) * HalfHour.minutes))" } ?? ""
    let place = group.halfHour.map { "\($0)\(end)" } ?? group.date.map { "\($0)" } ?? ""
    let value = limit.map { " " + ConflictItem.number($0) } ?? ""
    return (["[\(group.rule)]", names, place].filter { !$0.isEmpty } + [subject.text(language) + value])
      .joined(separator: " ")
  }

  /// The same as an instruction.
  package func repairText(_ language: Language) -> String {
    if let relaxed { return text(language) + " → " + ConflictItem.number(relaxed) }
    return text(language) + (language == .chinese ? "：取消" : ": set aside")
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\((value * 100).rounded() / 100)"
  }
}
