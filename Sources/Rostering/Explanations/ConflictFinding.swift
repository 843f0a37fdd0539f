package import Vocabulary

/// Rules, people, days and half-hours that cannot hold together, and what would let them.
package struct ConflictFinding: Sendable {
  /// The part of the month that was looked at.
  package enum Scope: Sendable, Equatable {
    case month
    case people([String])
    /// Everybody on a day and the eve of it.
    case day(CivilDate)
  }

  package var scope: Scope
  /// Impossible together.
  package var conflict: [ConflictItem]
  /// Proved: without any one of them the others can hold.
  package var isIrreducible: Bool
  /// The cheapest repair found; empty where the work did not suffice.
  package var repair: [ConflictItem]
  /// Proved: no repair weighs less.
  package var isCheapest: Bool
  /// Solved again with the repair: the scope's rules can hold.
  package var isVerified: Bool
  /// Further people for whom the same holds.
  package var alike: [String]

  /// The repair, for those alike too.
  package var repairOfAll: [ConflictItem] {
    guard case .people(let people) = scope else { return repair }
    return repair
      + alike.flatMap { other in
        repair.filter { $0.group.agent == people[0] }.map { item in
          var same = item
          same.group.agent = other
          return same
        }
      }
  }
}

/// One rule at one place, in a conflict or a repair.
package struct ConflictItem: Sendable, Equatable {
  package var group: RuleGroup
  /// What is limited, where.
  package var subject: Wording
  /// The limit as it is; nil where the rule simply holds.
  package var limit: Double?
  /// The limit that a repair needs; nil where it sets the rule aside, and in a conflict.
  package var relaxed: Double?
  /// The last half-hour of a span with the same limit.
  package var lastHalfHour: HalfHour?
}

/// The answer to: why is there no roster?
package struct ConflictReport: Sendable {
  package enum Verdict: Sendable, Equatable {
    /// Proved: no roster keeps the hard rules.
    case impossible
    /// A roster keeps the hard rules.
    case possible
    /// Nothing is proved either way within the work.
    case unknown
  }

  package var verdict: Verdict
  /// What counting proves at once.
  package var proofs: [RosterConflict]
  package var findings: [ConflictFinding]
  /// More people and days than those found were named by the counts, or the work ended before all were looked at.
  package var isPartial: Bool
  /// A roster of the whole month keeps the hard rules where all repairs are made; nil where that was not tried.
  package var isMonthVerified: Bool?

  /// Of a month with a roster.
  package static let possible = ConflictReport(verdict: .possible, proofs: [], findings: [], isPartial: false)
}
