internal import Vocabulary

/// A switched rule on one person's sequence of days, compiled: sets of shifts are masks of `SequenceRules.choiceSets`.
///
/// What the rule measures of a row of choices adds up over parts of the month far enough apart; what it measures above
/// `limit` are its units of violation.
struct SequenceRule: Sendable {
  enum Measure: Sendable {
    /// Days that runs of work are short.
    case shortWorkRuns(least: Int)
    /// Days that runs of days off are short.
    case shortOffRuns(least: Int)
    /// Nights too many in a row and days off too few after them.
    case nights(set: UInt64, most: Int, daysOff: Int, after: Int)
    case days(set: UInt64)
    /// Pairs of adjacent days.
    case follow(from: UInt64, to: UInt64)
    case weekends
    /// Starts beyond the first of each week.
    case starts
    /// Days outside the team's step.
    case rotation
    /// Minutes above those of calendar weeks.
    case weeks(minutes: Double)
    /// Minutes of the month above the person's limit.
    case month
    /// Days worked of a public holiday.
    case holidays
    case refusedWishes
  }

  var measure: Measure
  var limit: Double
  /// Units of violation per unit measured.
  var unit: Double
  /// Yuan per unit of violation; negative = hard.
  var weight: Double
  /// `fairness`: the burden whose i-th day counts max(0, balance + i) units, the balance being what the person carries.
  var burden: FairnessKind?

  var isHard: Bool { weight < 0 }

  /// Units of violation at what is measured. Limits are decimal: what their binary form leaves over is nothing.
  @inline(__always)
  func units(_ measured: Double, balance: Double) -> Double {
    if burden != nil { return SequenceRule.escalated(measured, balance: balance) }
    let above = measured - limit
    return above > 1e-6 ? above * unit : 0
  }

  /// Yuan, a part of a unit of a hard rule being a whole one.
  @inline(__always)
  func cost(_ measured: Double, balance: Double, hard: Double) -> Double {
    let units = units(measured, balance: balance)
    guard units > 0 else { return 0 }
    return isHard ? hard * max(1, units) : weight * units
  }

  /// Σ max(0, balance + i) over i from 1 to `count`, a whole number.
  @inline(__always)
  static func escalated(_ count: Double, balance: Double) -> Double {
    let first = max(1, (-balance).rounded(.down) + 1)
    guard count >= first else { return 0 }
    return (count - first + 1) * (balance + (first + count) / 2)
  }
}
