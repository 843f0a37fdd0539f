import Vocabulary

/// R10: no shift starts on a day of approved leave.
struct LeaveRule: RosterRule {
  static let id = "R10"
  static let name = Wording("批准的休假", "approved leave")

  let month: RosteredMonth

  func finding() -> RuleFinding {
    let violations = month.people.flatMap { person in
      person.shifts.filter { person.leaveDays.contains($0.date) }
        .map { worked in
          violation(
            of: person, on: worked.date,
            found: Wording(
              "已批准休假，却排了班次 \(worked.shift.code)", "on approved leave, yet given shift \(worked.shift.code)"),
            advice: Wording("删去该班，换人顶班", "remove the shift and let somebody else take it"))
        }
    }
    let days = month.people.reduce(0) { $0 + $1.leaveDays.count }
    return hardFinding(
      limit: Wording("休假当天不排班", "no shift starts on a leave day"),
      found: Wording("休假 \(days) 人天", "\(days) leave days"), violations: violations)
  }
}
