import Foundation
import Vocabulary

/// `peopleOff`: how many of the people employed on a day have no shift on it.
struct PeopleOffRule: SwitchedRule {
  static let id = "peopleOff"
  static let name = Wording("每天休息人数", "people off on a day")

  let month: RosteredMonth

  var isPriced: Bool { month.rules.peopleOff.contains { $0.weight != nil } }
  var limit: Wording {
    Wording(same: month.rules.peopleOff.map { "\($0.least)…\($0.most.map { "\($0)" } ?? "")" }.joined(separator: "; "))
  }

  func breaches() -> [Breach] {
    let off = month.period.days.map { day in
      month.people.count { $0.agent.isEmployed(on: day) && !$0.workedDays.contains(day) }
    }
    return month.rules.peopleOff.flatMap { rule in
      zip(month.period.days, off).compactMap { day, off in
        guard rule.days.contain(day, holidays: month.centre.holidays) else { return nil }
        let excess = max(rule.least - off, off - (rule.most ?? off))
        guard excess > 0 else { return nil }
        let range = "\(rule.least)…\(rule.most.map { "\($0)" } ?? "")"
        return Breach(
          excess, weight: rule.weight,
          RuleViolation(
            rule: Self.id, ruleName: Self.name, agent: nil, agentName: "", date: day, halfHour: nil,
            found: Wording("休息 \(off) 人；应为 \(range) 人", "\(off) people off; expected \(range)"),
            advice: Wording("调整当天上班人数", "change how many work that day")))
      }
    }
  }
}
