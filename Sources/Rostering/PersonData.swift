internal import Vocabulary

/// A person employed on at least one day of the period, as the engine sees them.
struct PersonData: Sendable {
  /// Index into `Centre.agents`.
  var agentIndex: Int
  var isLead: Bool
  /// Productivity in coverage units on days before and from `promotionDay`.
  var units: Double
  var unitsAfterPromotion: Double
  /// First day with the rate and productivity of an agent; the number of days where there is no promotion.
  var promotionDay: Int
  /// Yuan per paid minute.
  var rate: Double
  var rateAfterPromotion: Double
  var overtimeRate: Double
  /// R5 and FORMATS.md `minHours`; minutes, decimal.
  var minMinutes: Double
  /// R5: most paid minutes of the period.
  var maxMinutes: Int
  var employedDays: Int
  /// R4: employed days less the days off that are due.
  var maxWorkDays: Int
  /// R3: days worked without a break up to the eve of the period.
  var tailRun: Int
  /// R6 applies.
  var isBalanced: Bool
  /// R7's soft minimum applies.
  var owesLateNight: Bool
  /// R12: the term for a month without a weekend off applies.
  var wantsWeekend: Bool
  /// The minimums of `FloorNeeds` the person counts for, a bit for each.
  var needs: UInt64 = 0

  func units(day: Int) -> Double { day >= promotionDay ? unitsAfterPromotion : units }
  func rate(day: Int) -> Double { day >= promotionDay ? rateAfterPromotion : rate }
}
