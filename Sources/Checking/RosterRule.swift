import Vocabulary

/// One of the rules R1 to R14, or one that a planner has switched on, asked of one rostered month.
protocol RosterRule {
  /// `R1`…`R14`, or the rule's key in `rules.yaml`.
  static var id: String { get }
  static var name: Wording { get }

  var month: RosteredMonth { get }

  /// Everything that breaks the rule, and the line of the report.
  func finding() -> RuleFinding
}

/// What a rule found.
struct RuleFinding {
  var compliance: RuleCompliance
  /// Always empty for a soft rule.
  var violations: [RuleViolation]
}

extension RosterRule {
  /// The finding of a hard rule, which counts its violations.
  func hardFinding(limit: Wording, found: Wording, violations: [RuleViolation]) -> RuleFinding {
    RuleFinding(
      compliance: RuleCompliance(
        rule: Self.id, name: Self.name, isHard: true, limit: limit, found: found, count: violations.count),
      violations: violations)
  }

  /// The finding of a soft rule, which counts occurrences and breaks nothing.
  func softFinding(limit: Wording, found: Wording, count: Int) -> RuleFinding {
    RuleFinding(
      compliance: RuleCompliance(
        rule: Self.id, name: Self.name, isHard: false, limit: limit, found: found, count: count),
      violations: [])
  }

  func violation(of person: PersonMonth, on date: CivilDate? = nil, found: Wording, advice: Wording) -> RuleViolation {
    RuleViolation(
      rule: Self.id, ruleName: Self.name, agent: person.agent.id, agentName: person.agent.name, date: date,
      halfHour: nil, found: found, advice: advice)
  }

  func violation(in halfHour: HalfHour, found: Wording, advice: Wording) -> RuleViolation {
    RuleViolation(
      rule: Self.id, ruleName: Self.name, agent: nil, agentName: "", date: halfHour.date, halfHour: halfHour,
      found: found, advice: advice)
  }
}
