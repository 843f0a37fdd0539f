internal import Foundation
package import Vocabulary

/// Recomputes everything a roster is judged by — hard rules, cost terms, coverage — from the inputs alone.
///
/// Written plainly from the exchange formats' description and sharing no code with the optimizer, so that an error in
/// one of the two shows as a difference.
///
///     let check = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster)
///     guard check.violations.isEmpty else { … }
///
/// The centre must have passed the input check: shifts on the half-hour grid that end after they start, no two people
/// or shifts of the same name. Rows of `previous.csv` of people unknown to the centre are ignored.
package struct RosterChecker: Sendable {
  package var centre: Centre
  package var period: Period
  package var requirement: Requirement

  package init(centre: Centre, period: Period, requirement: Requirement) {
    self.centre = centre
    self.period = period
    self.requirement = requirement
  }

  package func check(_ roster: Roster) -> RosterCheck {
    let month = RosteredMonth(centre: centre, period: period, requirement: requirement, roster: roster)
    let summaries = month.people.map { PersonSummary($0, in: month) }
    let fairness = Fairness(month: month, summaries: summaries)
    let findings = RosterChecker.rules(of: month, fairness: fairness).map { $0.finding() }
    let terms = CostTerms(month: month).terms()
    return RosterCheck(
      violations: findings.flatMap(\.violations),
      terms: terms,
      objective: terms.reduce(0) { $0 + $1.yuan },
      basePay: BasePay(month: month).yuan,
      coverage: month.coverage,
      compliance: findings.map(\.compliance),
      people: summaries,
      fairness: fairness,
      fairnessReview: FairnessReview(
        ledger: FairnessClosing(month: month).ledger, charges: FairnessMemoryRule(month: month).charges))
  }

  /// R1 to R14 in this order, then those a planner has switched on.
  private static func rules(of month: RosteredMonth, fairness: Fairness) -> [any RosterRule] {
    [
      OneShiftADayRule(month: month), RestRule(month: month), ConsecutiveDaysRule(month: month),
      DaysOffRule(month: month), PaidHoursRule(month: month), BalanceRule(month: month), LateNightRule(month: month),
      MealRule(month: month), SeatRule(month: month), LeaveRule(month: month), FloorLeadRule(month: month),
      WishRule(month: month), FairnessRule(month: month, fairness: fairness), UnderstaffingRule(month: month),
    ] + month.switchedRules
  }
}
