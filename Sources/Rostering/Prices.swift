internal import Vocabulary

/// Prices on the half-hours: what the people are told instead of the rows that couple them.
///
/// Yuan per half-hour, by slot. Any prices give a valid lower bound (weak duality); good ones come from the relaxation.
struct SlotPrices: Sendable {
  /// What a fully productive agent on the phone is worth.
  var coverage: [Double]
  /// R9: what a taken seat costs.
  var seat: [Double]
  /// R11: what a trainee or agent on duty costs for the leads they need; a lead earns `leadSpan` times that.
  var lead: [Double]
  /// What a person on the phone is worth beyond the productivity's share of `coverage`, by kind of `StaffingKinds` after the
  /// first; empty where people are not told apart.
  var extra: [[Double]] = []

  init(slots: Int) {
    coverage = [Double](repeating: 0, count: slots)
    seat = coverage
    lead = coverage
  }

  /// Nothing is asked for half-hours whose staffing is known.
  func withoutFixedDays(of problem: RosterProblem) -> SlotPrices {
    guard let fixed = problem.kept?.fixedUnits.count, fixed > 0 else { return self }
    var result = self
    for slot in 0..<fixed {
      result.coverage[slot] = 0
      result.seat[slot] = 0
      result.lead[slot] = 0
      for kind in result.extra.indices { result.extra[kind][slot] = 0 }
    }
    return result
  }

  /// Yuan of a person on the phone.
  @inline(__always)
  func worth(_ productivity: Double, kind: Int?, _ slot: Int) -> Double {
    guard let kind, kind > 0, !extra.isEmpty else { return productivity * coverage[slot] }
    return productivity * coverage[slot] + extra[kind - 1][slot]
  }
}

/// Prices on one person's monthly totals: what the days are told instead of the rows that couple them.
struct PersonPrices: Sendable {
  /// Yuan per paid minute, beside the pay itself: negative where hours are owed.
  var minute = 0.0
  /// Yuan per worked day (R4), not negative.
  var workDay = 0.0
  /// Yuan per day in classes A, and off per day in classes B (R6).
  var balance = 0.0
}
