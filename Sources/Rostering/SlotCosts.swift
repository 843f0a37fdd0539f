internal import Vocabulary

/// The money of a half-hour as a convex function of its effective staffing, sharp or with rounded corners.
///
/// cost(S) = over · (S − required) + Σ turn · hinge(kink − S) with hinge(x) = max(0, x): a hinge for each price of
/// understaffing. Units are coverage units, costs yuan. A half-hour that is not counted costs nothing.
final class SlotCosts: @unchecked Sendable {
  let slotCount: Int
  let hingeCount: Int
  private let over: UnsafeMutablePointer<Double>
  private let required: UnsafeMutablePointer<Double>
  /// At [hinge × (slots + padding) + slot].
  private let kinks: UnsafeMutablePointer<Double>
  private let turns: UnsafeMutablePointer<Double>
  private let stride: Int

  init(_ problem: RosterProblem) {
    slotCount = problem.slotCount
    hingeCount = problem.costs.under.count
    stride = slotCount + FourSlots.padding
    let padding = [Double](repeating: 0, count: FourSlots.padding)
    let overs = problem.isCounted.map { $0 ? problem.costs.over / CoverageUnits.perAgent : 0 }
    required = (problem.required + padding).copiedToFlatMemory()
    over = (overs + padding).copiedToFlatMemory()
    var kinks = [Double](repeating: 0, count: hingeCount * stride)
    var turns = kinks
    for slot in 0..<slotCount {
      for (hinge, corner) in problem.costCorners(slot).enumerated() {
        kinks[hinge * stride + slot] = corner.at
        turns[hinge * stride + slot] = problem.isCounted[slot] ? corner.turn : 0
      }
    }
    self.kinks = kinks.copiedToFlatMemory()
    self.turns = turns.copiedToFlatMemory()
  }

  deinit {
    over.deallocate()
    required.deallocate()
    kinks.deallocate()
    turns.deallocate()
  }

  /// Yuan of a staffing.
  @inline(__always)
  func cost(_ slot: Int, _ units: Double, _ corner: RoundedCorner = RoundedCorner(width: 0)) -> Double {
    var cost = over[slot] * (units - required[slot])
    for hinge in 0..<hingeCount {
      let at = hinge * stride + slot
      cost += turns[at] * corner.hinge(kinks[at] - units)
    }
    return cost
  }

  /// Yuan of four half-hours in a row.
  @inline(__always)
  func costs(_ slot: Int, _ units: SIMD4<Double>, _ corner: RoundedCorner) -> SIMD4<Double> {
    var cost = FourSlots.load(over, slot) * (units - FourSlots.load(required, slot))
    for hinge in 0..<hingeCount {
      let at = hinge * stride + slot
      cost += FourSlots.load(turns, at) * corner.hinge(FourSlots.load(kinks, at) - units)
    }
    return cost
  }
}
