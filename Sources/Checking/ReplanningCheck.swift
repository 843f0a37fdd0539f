package import Vocabulary

/// Recomputes what a re-planned roster changes, and whether the fixed days and the absences are as they were given.
package struct ReplanningCheck: Sendable {
  package let replanning: Replanning
  package let centre: Centre
  package let period: Period

  package init(replanning: Replanning, centre: Centre, period: Period) {
    self.replanning = replanning
    self.centre = centre
    self.period = period
  }

  /// Every person-day of the period whose shift or meal differs, in the order of `agents.csv`, then of days.
  package func changes(_ roster: Roster) -> [RosterChange] {
    let before = entries(replanning.kept)
    let after = entries(roster)
    return centre.agents.flatMap { agent in
      period.days.compactMap { date in
        let key = PersonDay(agent: agent.id, date: date)
        guard before[key] != after[key] else { return nil }
        return RosterChange(
          agent: agent.id, date: date, from: before[key], to: after[key],
          cause: isAbsent(agent.id, date) ? .absence : .change)
      }
    }
  }

  /// Fixed days that differ and absent people with a shift.
  package func violations(_ roster: Roster) -> [RuleViolation] {
    let fixed = changes(roster).filter { replanning.isFixed($0.date) }.map { change in
      violation(
        "fixUntil", Wording("已固定的日子", "fixed days"), change.agent, change.date,
        found: Wording(
          "原为 \(text(change.from).chinese)，现为 \(text(change.to).chinese)",
          "was \(text(change.from).english), is \(text(change.to).english)"),
        advice: Wording("恢复原班", "restore the day"))
    }
    let absent = roster.entries.filter { isAbsent($0.agent, $0.date) && !replanning.isFixed($0.date) }.map { entry in
      violation(
        "absent", Wording("缺勤", "absence"), entry.agent, entry.date,
        found: Wording("缺勤，却排了 \(entry.shift)", "absent, yet given \(entry.shift)"),
        advice: Wording("换人顶班", "let somebody else take the shift"))
    }
    return fixed + absent
  }

  /// What the fixed days alone break: no roster that keeps them can be right.
  package func violationsOfFixedDays(requirement: Requirement) -> [RuleViolation] {
    guard let last = replanning.fixedUntil else { return [] }
    var centre = centre
    // Totals of the month can still be met on the days after.
    centre.rules.minHoursHard = false
    let fixed = Roster(entries: replanning.kept.entries.filter { $0.date <= last })
    let decided: Set<String> = ["R1", "R2", "R3", "R4", "R5", "R7", "R10", "locks", "forbiddenNextDay", "teamRotation"]
    return RosterChecker(centre: centre, period: period, requirement: requirement).check(fixed).violations
      .filter { violation in
        if let halfHour = violation.halfHour { return halfHour.date <= last }
        guard decided.contains(violation.rule) else { return false }
        return violation.date.map { $0 <= last } ?? true
      }
  }

  private struct PersonDay: Hashable {
    var agent: String
    var date: CivilDate
  }

  private func entries(_ roster: Roster) -> [PersonDay: Roster.Entry] {
    Dictionary(
      roster.entries.map { (PersonDay(agent: $0.agent, date: $0.date), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func isAbsent(_ agent: String, _ date: CivilDate) -> Bool {
    replanning.absences.contains { $0.covers(agent, date) }
  }

  private func text(_ entry: Roster.Entry?) -> Wording {
    guard let entry else { return Wording("休", "off") }
    return Wording(same: entry.shift + (entry.mealStart.map { " (\($0))" } ?? ""))
  }

  private func violation(
    _ rule: String, _ name: Wording, _ agent: String, _ date: CivilDate, found: Wording, advice: Wording
  ) -> RuleViolation {
    RuleViolation(
      rule: rule, ruleName: name, agent: agent,
      agentName: centre.agents.first { $0.id == agent }?.name ?? "", date: date, halfHour: nil, found: found,
      advice: advice)
  }
}
