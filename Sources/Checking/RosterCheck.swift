package import Foundation
package import Vocabulary

/// What the recomputation found of a roster.
package struct RosterCheck: Sendable {
  /// Hard rules broken; empty for a roster that may be published. In order of rules, then of people or half-hours.
  package var violations: [RuleViolation]
  /// Yuan of each cost term: the weight names of `rules.yaml` in their order, then the
  /// switched rules that have a weight, then `regularHours`, `overtimeHours`.
  package var terms: [(name: String, yuan: Decimal)]
  /// Yuan: the sum of the terms.
  package var objective: Decimal
  /// Yuan: the pay of everybody's minimum hours.
  package var basePay: Decimal
  /// Every half-hour of the period in order. `serviceLevel` is left 0: it is not a matter of counting.
  package var coverage: [CoverageRow]
  /// R1 to R14 in order, then the rules a planner has switched on.
  package var compliance: [RuleCompliance]
  /// Everybody employed in the period, in the order of `agents.csv`.
  package var people: [PersonSummary]
  package var fairness: Fairness
  /// What everybody carries into the next month, and what each kind costs.
  package var fairnessReview: FairnessReview

  /// Yuan of a term by its name; 0 for a name that is no term.
  package func yuan(of term: String) -> Decimal {
    terms.first { $0.name == term }?.yuan ?? 0
  }
}

/// A hard rule broken: where, what was found against which limit, and what to do.
package struct RuleViolation: Sendable, Hashable {
  /// `R1`…`R11`, or the key in `rules.yaml` of a rule a planner has switched on.
  package var rule: String
  package var ruleName: Wording
  /// The person's id, nil where the floor as a whole is meant.
  package var agent: String?
  package var agentName: String
  package var date: CivilDate?
  /// Set where a single half-hour breaks the rule; the date is then its date.
  package var halfHour: HalfHour?
  package var found: Wording
  package var advice: Wording

  /// One line: rule, person, day, what was found, what to do.
  package func text(_ language: Language) -> String {
    let person = agent.map { agentName.isEmpty || agentName == $0 ? $0 : "\($0) \(agentName)" }
    let time = halfHour?.description ?? date?.description
    let place = ["\(rule) \(ruleName.text(language))", person, time].compactMap { $0 }
    return language == .chinese
      ? place.joined(separator: "，") + "：" + found.chinese + "。" + advice.chinese
      : place.joined(separator: ", ") + ": " + found.english + "; " + advice.english
  }
}
