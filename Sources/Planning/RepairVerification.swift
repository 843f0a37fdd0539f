internal import Checking
package import Rostering
package import Vocabulary

/// Whether the repairs of all conflicts together let a roster of the whole month be made.
package struct RepairVerification {
  private let planner: MonthPlanner
  private let requirement: Requirement

  package init(planner: MonthPlanner, requirement: Requirement) {
    self.planner = planner
    self.requirement = requirement
  }

  /// Looks for a roster with the repairs made, for those alike too; the recomputation must find nothing broken but what they
  /// relax. Blocks its thread.
  ///
  /// - Returns: false where nothing is verified: no roster was met, or the engine cannot relax the rules in one place alone.
  package func holds(_ findings: [ConflictFinding], isCancelled: () -> Bool = { false }) -> Bool {
    let items = findings.flatMap(\.repairOfAll)
    let problem = RosterProblem(centre: planner.centre, period: planner.month.period, requirement: requirement)
    guard !findings.isEmpty, findings.allSatisfy({ !$0.repair.isEmpty }), let repaired = problem.repaired(items),
      let roster = FirstRoster(problem: repaired).find(isCancelled: isCancelled)
    else { return false }
    let check = RosterChecker(centre: planner.centre, period: planner.month.period, requirement: requirement)
      .check(roster)
    return check.violations.allSatisfy { violation in items.contains { $0.relaxes(violation) } }
  }
}

extension MonthPlanner {
  /// Whether the search soon meets a roster that keeps the hard rules, as the recomputation finds it; false proves nothing.
  /// Blocks its thread.
  package func hasFirstRoster(_ requirement: Requirement, isCancelled: () -> Bool = { false }) -> Bool {
    let problem = RosterProblem(centre: centre, period: month.period, requirement: requirement)
    guard let roster = FirstRoster(problem: problem).find(isCancelled: isCancelled) else { return false }
    return RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster).violations
      .isEmpty
  }
}

extension ConflictItem {
  /// Whether a broken rule is one that this repair relaxes, at its place.
  fileprivate func relaxes(_ violation: RuleViolation) -> Bool {
    guard checkedRules.contains(violation.rule) else { return false }
    if let halfHour = violation.halfHour {
      guard let first = group.halfHour else { return false }
      return first <= halfHour && halfHour <= lastHalfHour ?? first
    }
    // A pair is told by its first person, a month's limit without a date.
    let isSameDay = violation.date == nil || group.date == nil || violation.date == group.date
    return violation.agent == group.agent && isSameDay
  }

  /// The recomputation counts minimum hours with R5 and people on the phone with R11.
  private var checkedRules: [String] {
    switch group.rule {
    case "minHoursHard": ["R5"]
    case "minOnPhone": ["R11", "minStaff"]
    default: [group.rule]
    }
  }
}
