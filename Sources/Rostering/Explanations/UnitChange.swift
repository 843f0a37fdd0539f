package import Vocabulary

/// The input of a month changed by one unit: a hard rule relaxed or set aside, a seat more, a person more or fewer.
package struct UnitChange: Sendable {
  package enum Kind: Sendable, Equatable {
    /// A hard rule relaxed.
    case rule
    /// R1, which is what a roster is: it has a price, and no roster without it.
    case definition
    case personMore(Grade)
    case personFewer(Grade)
  }

  package var kind: Kind
  /// `R1`…`R11`, the key of rules.yaml, `locks`, or `staff`.
  package var rule: String
  /// What one unit is: the limit from what to what.
  package var unit: Wording
  /// Whether the relaxation, with the certified bound at its prices, knows the rule.
  package var isInRelaxation: Bool
  /// The centre with the change made.
  package var centre: Centre
  /// The person whom the one more is like.
  package var like: String?

  /// Whether every roster of the month stays one, at the same cost: the best can only be cheaper. Days of leave set aside are
  /// judged anew by other rules.
  package var onlyRelaxes: Bool { kind == .rule && rule != "R10" }
}

extension UnitChange {
  /// All that a month has: the hard rules of every month, those a planner has switched on, the people.
  static func all(of problem: RosterProblem) -> [UnitChange] {
    let changes = UnitChanges(problem: problem)
    return changes.numberedRules() + changes.keyedRules() + changes.switchedRules() + changes.staff()
  }
}

/// Makes the changes of one month.
struct UnitChanges {
  let problem: RosterProblem

  var centre: Centre { problem.centre }
  var rules: Rules { problem.centre.rules }

  func relaxed(
    _ rule: String, _ unit: Wording, inRelaxation: Bool = true, _ change: (inout Centre) -> Void
  ) -> UnitChange {
    var changed = centre
    change(&changed)
    return UnitChange(kind: .rule, rule: rule, unit: unit, isInRelaxation: inRelaxation, centre: changed)
  }

  /// A limit's words with its value before and after.
  func limit(_ chinese: String, _ english: String, _ before: String, _ after: String) -> Wording {
    Wording("\(chinese) \(before) → \(after)", "\(english) \(before) → \(after)")
  }

  func limit(_ chinese: String, _ english: String, _ before: Int, _ step: Int) -> Wording {
    limit(chinese, english, "\(before)", "\(before + step)")
  }
}
