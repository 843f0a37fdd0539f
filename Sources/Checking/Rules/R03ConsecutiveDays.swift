import Vocabulary

/// R3: consecutive working days, the days worked before the period included.
struct ConsecutiveDaysRule: RosterRule {
  static let id = "R3"
  static let name = Wording("连续工作天数", "consecutive working days")

  let month: RosteredMonth

  func finding() -> RuleFinding {
    let limit = month.rules.maxConsecutiveDays
    var violations: [RuleViolation] = []
    var longest = 0
    for person in month.people {
      for run in person.runs {
        let length = run.upperBound - run.lowerBound + 1
        longest = max(longest, length)
        if length > limit { violations.append(violation(of: person, run: run, length: length)) }
      }
    }
    return hardFinding(
      limit: Wording("至多 \(limit) 天", "at most \(limit) days"),
      found: Wording("最长 \(longest) 天", "longest run \(longest) days"), violations: violations)
  }

  private func violation(of person: PersonMonth, run: ClosedRange<CivilDate>, length: Int) -> RuleViolation {
    let firstTooMany = max(run.lowerBound.adding(days: month.rules.maxConsecutiveDays), month.period.firstDay)
    return violation(
      of: person, on: firstTooMany,
      found: Wording(
        "\(run.lowerBound) 至 \(run.upperBound) 连续工作 \(length) 天；上限 \(month.rules.maxConsecutiveDays) 天",
        "\(length) days worked in a row, \(run.lowerBound) to \(run.upperBound); at most "
          + "\(month.rules.maxConsecutiveDays)"),
      advice: Wording("在 \(firstTooMany) 或之前安排一天休息", "give a day off on \(firstTooMany) or before"))
  }
}
