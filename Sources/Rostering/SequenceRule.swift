internal import Vocabulary

/// A switched rule on one person's sequence of days, compiled: sets of shifts are masks of `SequenceRules.choiceSets`.
struct SequenceRule: Sendable {
  enum Kind: Sendable {
    case workRun(least: Int)
    case offRun(least: Int)
    case nights(set: UInt64, most: Int, daysOff: Int, after: Int)
    case days(set: UInt64, most: Int)
    case follow(from: UInt64, to: UInt64)
    case weekends(most: Int)
    case sameStart
    case rotation
    /// Minutes above those of calendar weeks, beyond an allowance.
    case weeks(minutes: Double, allowed: Double)
    /// Minutes of the month above the person's limit.
    case month
  }

  /// The rule's key in rules.yaml and name of its cost term.
  var key: String
  var kind: Kind
  /// Yuan per unit; nil = hard.
  var weight: Double?
}
