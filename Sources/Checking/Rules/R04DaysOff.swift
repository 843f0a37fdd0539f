import Vocabulary

/// R4: days off in the month. Approved leave is a day off; who is employed for a part needs ⌈minDaysOff × employed days ÷
/// days of the month⌉.
struct DaysOffRule: RosterRule {
  static let id = "R4"
  static let name = Wording("月休天数", "days off in the month")

  let month: RosteredMonth

  func needed(_ person: PersonMonth) -> Int {
    let days = month.period.dayCount
    return (month.rules.minDaysOff * person.employedDays.count + days - 1) / days
  }

  func finding() -> RuleFinding {
    var violations: [RuleViolation] = []
    var fewest: Int?
    for person in month.people {
      let needed = needed(person)
      if person.employedDays.count == month.period.dayCount { fewest = min(fewest ?? person.daysOff, person.daysOff) }
      guard person.daysOff < needed else { continue }
      violations.append(
        violation(
          of: person,
          found: Wording(
            "在职 \(person.employedDays.count) 天，休息 \(person.daysOff) 天；至少 \(needed) 天",
            "\(person.daysOff) days off in \(person.employedDays.count) days employed; at least \(needed)"),
          advice: Wording(
            "再减少 \(needed - person.daysOff) 个班次", "take away \(needed - person.daysOff) more of the shifts")))
    }
    return hardFinding(
      limit: Wording(
        "整月至少 \(month.rules.minDaysOff) 天，部分月份按比例",
        "at least \(month.rules.minDaysOff) days, in proportion for part of a month"),
      found: fewest.map { Wording("整月在职者最少 \($0) 天", "fewest \($0) days, of those employed all month") }
        ?? Wording("无整月在职者", "nobody employed all month"),
      violations: violations)
  }
}
