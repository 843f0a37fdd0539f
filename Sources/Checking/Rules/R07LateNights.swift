import Vocabulary

/// R7: days of class lateNight (夜7) per person, hard at most `max`; soft at least `min` (`lateNightMissing`).
struct LateNightRule: RosterRule {
  static let id = "R7"
  static let name = Wording("夜7 天数", "lateNight days")
  /// The soft part holds for people employed and not on leave on at least this many days.
  static let fewestFreeDays = 10

  let month: RosteredMonth

  /// Days short of `min`; 0 for people not allowed the class, mostly away, or where no such shift exists.
  func missing(_ person: PersonMonth) -> Int {
    guard month.centre.shifts.contains(where: { $0.shiftClass == .lateNight }), person.agent.mayWork(.lateNight),
      person.employedDays.count - person.leaveDays.count >= Self.fewestFreeDays
    else { return 0 }
    return max(0, month.rules.lateNight.min - person.days(in: [.lateNight]))
  }

  func finding() -> RuleFinding {
    let limit = month.rules.lateNight.max
    var violations: [RuleViolation] = []
    var most = 0
    for person in month.people {
      let days = person.days(in: [.lateNight])
      most = max(most, days)
      guard days > limit else { continue }
      violations.append(
        violation(
          of: person, found: Wording("夜7 \(days) 天；上限 \(limit) 天", "\(days) lateNight days; at most \(limit)"),
          advice: Wording("把其中 \(days - limit) 天换给他人", "give \(days - limit) of them to others")))
    }
    let missing = month.people.reduce(0) { $0 + self.missing($1) }
    return hardFinding(
      limit: Wording(
        "至多 \(limit) 天，宜至少 \(month.rules.lateNight.min) 天",
        "at most \(limit), preferably at least \(month.rules.lateNight.min)"),
      found: Wording("最多 \(most) 天，共缺 \(missing) 天", "most \(most), \(missing) missing in all"), violations: violations)
  }
}
