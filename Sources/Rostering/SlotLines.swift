internal import Vocabulary

/// The money of a half-hour as a convex function of its effective staffing: the upper envelope of straight lines.
///
/// Over- and understaffing with rising prices are convex, so the cost at a staffing is the largest of a few lines. Units are
/// coverage units, costs yuan. A half-hour that is not counted costs nothing.
final class SlotLines: @unchecked Sendable {
  let slotCount: Int
  let lineCount: Int
  /// Slope and intercept at [slot × lines + line].
  let slopes: UnsafeMutablePointer<Double>
  let intercepts: UnsafeMutablePointer<Double>

  init(_ problem: RosterProblem) {
    slotCount = problem.slotCount
    let pieces = problem.costs.under
    lineCount = pieces.count + 1
    slopes = .allocate(capacity: slotCount * lineCount)
    intercepts = .allocate(capacity: slotCount * lineCount)
    for slot in 0..<slotCount {
      let required = problem.required[slot]
      let isCounted = problem.isCounted[slot]
      let over = isCounted ? problem.costs.over / CoverageUnits.perAgent : 0
      slopes[slot * lineCount] = over
      intercepts[slot * lineCount] = -over * required
      var paid = 0.0
      var priceBefore = 0.0
      var reachBefore = 0.0
      for (index, piece) in pieces.enumerated() {
        let price = isCounted ? piece.price / CoverageUnits.perAgent : 0
        // Short by x costs price × x less what the cheaper pieces before saved.
        paid += (price - priceBefore) * reachBefore
        slopes[slot * lineCount + index + 1] = -price
        intercepts[slot * lineCount + index + 1] = price * required - paid
        priceBefore = price
        reachBefore = piece.upTo.isFinite ? piece.upTo * required : 0
      }
    }
  }

  deinit {
    slopes.deallocate()
    intercepts.deallocate()
  }

  /// Yuan of a staffing in coverage units.
  @inline(__always)
  func cost(_ slot: Int, _ units: Double) -> Double {
    let base = slot * lineCount
    var cost = slopes[base] * units + intercepts[base]
    for line in (base + 1)..<(base + lineCount) {
      cost = max(cost, slopes[line] * units + intercepts[line])
    }
    return cost
  }
}
