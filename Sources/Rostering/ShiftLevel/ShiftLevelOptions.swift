package import Vocabulary

/// How a roster of whole shifts is to be made.
package struct ShiftLevelOptions: Sendable {
  package var effort = Effort.normal
  /// Part of the effort's work that is done.
  package var workShare = 1.0
  /// Ends early, with the best roster so far; nil = when the work is done.
  package var timeLimitSeconds: Double?
  package var seed: UInt64 = 1
  package var threads = 2
  /// Longer horizons are planned in windows of days, without columns.
  package var mostDaysByColumns = 100

  package init() {}
}

/// What the engine is doing.
package struct ShiftLevelProgress: Sendable {
  package enum Stage: String, Sendable, CaseIterable {
    case start, columns, dive, improvement
  }

  package var stage: Stage
  /// nil where there is no roster yet.
  package var cost: Int?
  package var lowerBound: Int?
}

/// A roster and what is proved of it.
package struct ShiftLevelOutcome: Sendable {
  package var roster: ShiftLevelRoster
  package var cost: Int
  /// No roster that keeps the rules costs less.
  package var lowerBound: Int
  package var isInterrupted: Bool

  package var isOptimal: Bool { cost == lowerBound }
}

/// Why there is no roster.
package enum ShiftLevelError: Error, Sendable, Equatable {
  /// Proved: nothing keeps the rules of this person.
  case impossible(person: String)
  /// Not proved: no line that keeps all rules of this person was found.
  case noneFound(person: String)
  /// Ended before there was a roster.
  case interrupted
  case solver(String)
}
