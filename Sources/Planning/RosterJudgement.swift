package import Checking
package import Foundation
package import Vocabulary

/// What a change does to a roster, as the recomputation finds it.
package struct RosterJudgement: Sendable {
  package var roster: Roster
  /// Hard rules the roster breaks and did not break before; empty = the change may be made.
  package var violations: [RuleViolation]
  /// Yuan of every cost term before and after, in the order of the recomputation.
  package var terms: [(name: String, before: Decimal, after: Decimal)]
  package var before: Decimal
  package var after: Decimal
  /// Half-hours that are shorter of agents than before, with the agents short then and now.
  package var shortened: [(start: HalfHour, before: Double, after: Double)]

  package var isAllowed: Bool { violations.isEmpty }
  /// Yuan; below 0 where the change saves money.
  package var change: Decimal { after - before }
}

/// Judges changes of one roster by the recomputation alone.
package struct RosterJudge {
  private let checker: RosterChecker
  private let before: RosterCheck
  private let known: Set<RuleViolation>
  private let alsoHeld: (Roster) -> [RuleViolation]

  /// - Parameter alsoHeld: further rules on rosters, such as the fixed days of a re-planning.
  package init(
    of roster: Roster, by checker: RosterChecker, alsoHeld: @escaping (Roster) -> [RuleViolation] = { _ in [] }
  ) {
    self.checker = checker
    self.alsoHeld = alsoHeld
    before = checker.check(roster)
    known = Set(before.violations + alsoHeld(roster))
  }

  package func judgement(of changed: Roster) -> RosterJudgement {
    let after = checker.check(changed)
    return RosterJudgement(
      roster: changed, violations: (after.violations + alsoHeld(changed)).filter { !known.contains($0) },
      terms: before.terms.map { ($0.name, $0.yuan, after.yuan(of: $0.name)) }, before: before.objective,
      after: after.objective,
      shortened: zip(before.coverage, after.coverage).filter { $1.under > $0.under + 1e-9 }
        .map { ($0.start, $0.under, $1.under) })
  }
}
