import Foundation
import Vocabulary

/// `skillNeeds`: people with a skill on duty and not eating, in half-hours of the week.
struct SkillNeedRule: SwitchedRule {
  static let id = "skillNeeds"
  static let name = Wording("时段技能需求", "skills by half-hour of the week")

  let month: RosteredMonth

  var isPriced: Bool { month.rules.skillNeeds.contains { $0.weight != nil } }
  var limit: Wording {
    let entries = month.rules.skillNeeds.map { "\($0.skill) \($0.hours.from)–\($0.hours.to) ≥ \($0.least)" }
    return Wording(same: entries.joined(separator: "; "))
  }

  func breaches() -> [Breach] {
    month.rules.skillNeeds.flatMap { need in
      zip(month.floor.rows.indices, month.floor.rows).compactMap { offset, row in
        let onPhone = month.skilled[need.skill].map { $0.onDuty[offset] - $0.onMeal[offset] } ?? 0
        guard row.isOpen, onPhone < need.least, need.hours.contains(row.start, holidays: month.centre.holidays)
        else { return nil }
        return Breach(
          need.least - onPhone, weight: need.weight,
          violation(
            in: row.start,
            found: Wording(
              "具备“\(need.skill)”且在线 \(onPhone) 人；至少 \(need.least) 人",
              "\(onPhone) with “\(need.skill)” on the phone; at least \(need.least)"),
            advice: Wording("增派具备该技能的人员，或移开其用餐", "add people with the skill, or move their meals away")))
      }
    }
  }
}
