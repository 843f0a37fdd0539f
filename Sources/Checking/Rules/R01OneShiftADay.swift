import Vocabulary

/// R1: at most one shift a day, a shift the person may work, on a day of the period the person is employed.
struct OneShiftADayRule: RosterRule {
  static let id = "R1"
  static let name = Wording("每天至多一班", "one shift a day")

  let month: RosteredMonth

  func finding() -> RuleFinding {
    let violations = month.setAside.map(violation) + month.people.flatMap { doubles(of: $0) + notAllowed(of: $0) }
    return hardFinding(
      limit: Wording("每人每天至多 1 个班次，且为其可上的班次", "at most 1 shift a person and day, of a class the person may work"),
      found: Wording("违反 \(violations.count) 处", "\(violations.count) broken"), violations: violations)
  }

  private func doubles(of person: PersonMonth) -> [RuleViolation] {
    zip(person.shifts, person.shifts.dropFirst()).filter { $0.date == $1.date }
      .map { first, second in
        violation(
          of: person, on: first.date,
          found: Wording(
            "同一天有两个班次 \(first.shift.code)、\(second.shift.code)；上限 1 个",
            "two shifts on one day, \(first.shift.code) and \(second.shift.code); at most 1"),
          advice: Wording("删去其中一个", "remove one of them"))
      }
  }

  private func notAllowed(of person: PersonMonth) -> [RuleViolation] {
    person.shifts.filter { !person.agent.mayWork($0.shift.shiftClass) }
      .map { worked in
        let allowed = ShiftClass.allCases.filter { person.agent.mayWork($0) }
        return violation(
          of: person, on: worked.date,
          found: Wording(
            "班次 \(worked.shift.code) 属\(worked.shift.shiftClass.name.chinese)，不在可上班类之内（"
              + allowed.map(\.name.chinese).joined(separator: "、") + "）",
            "shift \(worked.shift.code) is of class \(worked.shift.shiftClass.name.english), not one the person may work ("
              + allowed.map(\.name.english).joined(separator: ", ") + ")"),
          advice: Wording(
            "改派可上的班次，或修改 agents.csv 的 classes", "assign an allowed shift, or change classes in agents.csv"))
      }
  }

  private func violation(_ aside: SetAsideEntry) -> RuleViolation {
    let entry = aside.entry
    let (found, advice) =
      switch aside.reason {
      case .unknownAgent:
        (
          Wording("agents.csv 中没有人员“\(entry.agent)”", "no person “\(entry.agent)” in agents.csv"),
          Wording("更正工号或补充 agents.csv", "correct the id, or add the person to agents.csv")
        )
      case .unknownShift:
        (
          Wording("shifts.csv 中没有班次“\(entry.shift)”", "no shift “\(entry.shift)” in shifts.csv"),
          Wording("更正班次代码", "correct the shift's code")
        )
      case .outsidePeriod:
        (
          Wording(
            "日期不在 \(month.period.firstDay) 至 \(month.period.lastDay) 之内",
            "the day is not in \(month.period.firstDay) to \(month.period.lastDay)"),
          Wording("删去该行", "remove the row")
        )
      case .notEmployed:
        (
          Wording("当日不在职，却排了班次 \(entry.shift)", "not employed on the day, yet given shift \(entry.shift)"),
          Wording("删去该班，或修改 agents.csv 的 from、to", "remove the shift, or change from and to in agents.csv")
        )
      }
    return RuleViolation(
      rule: Self.id, ruleName: Self.name, agent: entry.agent, agentName: aside.name, date: entry.date, halfHour: nil,
      found: found, advice: advice)
  }
}
