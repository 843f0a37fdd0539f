package import Checking
package import Rostering
package import Vocabulary

/// Why a person does not have a day off, or not a shift: what granting it would break or cost.
package struct DayExplanation: Sendable {
  package var question: DayQuestion
  /// The person's day as it is; nil = off.
  package var present: Roster.Entry?
  /// Nothing else changes; nil where the roster grants the question already.
  package var alone: RosterJudgement?
  /// With the best single compensating change; nil where none keeps the hard rules.
  package var compensated: (change: DayChange, judgement: RosterJudgement)?
}

extension DayExplanation {
  /// - Parameter alsoHeld: further rules on rosters, such as the fixed days of a re-planning.
  /// - Returns: nil where the question's person, day or shift are not of the month.
  package init?(
    _ question: DayQuestion, of roster: Roster, by checker: RosterChecker,
    alsoHeld: @escaping (Roster) -> [RuleViolation] = { _ in [] }
  ) {
    let problem = RosterProblem(centre: checker.centre, period: checker.period, requirement: checker.requirement)
    guard let alternatives = DayAlternatives(question, problem: problem, roster: roster) else { return nil }
    self.question = question
    present = roster.entries.first { $0.agent == question.agent && $0.date == question.date }
    guard !alternatives.isGranted else { return }
    let judge = RosterJudge(of: roster, by: checker, alsoHeld: alsoHeld)
    alone = alternatives.alone().first.map { judge.judgement(of: $0.roster) }
    for alternative in alternatives.compensated() {
      guard let change = alternative.compensation else { continue }
      let judgement = judge.judgement(of: alternative.roster)
      if judgement.isAllowed {
        compensated = (change, judgement)
        return
      }
    }
  }
}
