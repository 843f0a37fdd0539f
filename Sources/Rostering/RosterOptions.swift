package import Vocabulary

/// How much work the engine does: fixed budgets, so that results repeat.
package enum Effort: String, Sendable, CaseIterable {
  case quick, normal, thorough

  /// Moves per cell for a centre of a few hundred people; larger centres get fewer.
  var sweeps: Double {
    switch self {
    case .quick: 150
    case .normal: 360
    case .thorough: 8000
    }
  }

  /// Steps in which the bound's prices are improved, the people whom these are asked of, and the months of one person, in a
  /// catalogue of sixteen shifts, that are priced in all of them.
  var priceSteps: Int {
    switch self {
    case .quick: 60
    case .normal: 600
    case .thorough: 2_000
    }
  }

  var pricedMonths: Int {
    switch self {
    case .quick: 6_000
    case .normal: 72_000
    case .thorough: 800_000
    }
  }

  var sampledPeople: Int {
    switch self {
    case .quick: 100
    case .normal: 120
    case .thorough: 400
    }
  }

  /// Nodes of the search tree of one day's program.
  var dayNodes: Int {
    switch self {
    case .quick: 50
    case .normal: 300
    case .thorough: 2000
    }
  }

  var dayRounds: Int { self == .quick ? 1 : 2 }
}

/// How a roster is to be made.
package struct RosterOptions: Sendable {
  package enum Engine: String, Sendable, CaseIterable {
    /// Relaxation, certified bound, search, integer programs in parts.
    case parts
    /// The whole month as one integer program: for small centres.
    case exact
  }

  package var engine = Engine.parts
  package var effort = Effort.normal
  /// Ends early, with the best roster so far; nil = when the work is done.
  package var timeLimitSeconds: Double?
  /// Ends early at this gap.
  package var gap: Double?
  package var seed: UInt64 = 1
  package var threads = 2

  package init() {}
}

/// What the engine is doing.
package struct RosterProgress: Sendable {
  package enum Stage: String, Sendable, CaseIterable {
    case relaxation, bound, search, meals, days, exact
  }

  package var stage: Stage
  /// Share of the stage that is done, 0...1.
  package var done: Double
  /// Yuan; nil where there is no roster yet.
  package var objective: Double?
  package var lowerBound: Double?
}

/// A roster and what is proved of it.
package struct RosterOutcome: Sendable {
  package var roster: Roster
  package var solution: Solution
  /// Ended by the user: the best roster so far.
  package var isInterrupted: Bool
}
