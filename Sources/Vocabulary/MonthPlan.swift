/// How a roster keeps one rule: what the independent recomputation found.
package struct RuleCompliance: Sendable, Equatable {
  /// `R1`…`R14` of DOMAIN.md.
  package var rule: String
  package var name: Wording
  package var isHard: Bool
  /// The limit in words, e.g. “at most 6 days”.
  package var limit: Wording
  /// What was found, e.g. “longest run 6 days”.
  package var found: Wording
  /// Hard: violations. Soft: occurrences.
  package var count: Int

  package init(rule: String, name: Wording, isHard: Bool, limit: Wording, found: Wording, count: Int) {
    self.rule = rule
    self.name = name
    self.isHard = isHard
    self.limit = limit
    self.found = found
    self.count = count
  }
}

/// The month end to end: everything that is published of it.
package struct MonthPlan: Sendable {
  package var centre: Centre
  package var month: Month
  package var forecast: Forecast
  package var requirement: Requirement
  package var roster: Roster
  /// Every half-hour of the month in order.
  package var coverage: [CoverageRow]
  package var solution: Solution
  package var settlement: SettlementStatement
  package var compliance: [RuleCompliance]
  /// The forecast as a product of named effects; nil where the month was planned from a requirement alone.
  package var explanation: ForecastExplanation?
  /// Nil where the month was planned for the first time.
  package var replanning: ReplanningSummary?
  /// What people carry into the next month, and how evenly it is spread.
  package var fairness: FairnessReview?
  /// What other levels of service would cost and bring, where it was asked for.
  package var frontier: StaffingFrontier?

  package init(
    centre: Centre, month: Month, forecast: Forecast, requirement: Requirement, roster: Roster,
    coverage: [CoverageRow], solution: Solution, settlement: SettlementStatement, compliance: [RuleCompliance]
  ) {
    self.centre = centre
    self.month = month
    self.forecast = forecast
    self.requirement = requirement
    self.roster = roster
    self.coverage = coverage
    self.solution = solution
    self.settlement = settlement
    self.compliance = compliance
  }
}
