internal import Vocabulary

/// The money of a half-hour as a convex function of its effective staffing, sharp or with rounded corners.
///
/// cost(S) = over · (S − required) + Σ turn · hinge(kink − S) with hinge(x) = max(0, x): a hinge for each price of
/// understaffing, and for each corner of the service's curve where it is weighed. Units are coverage units, costs yuan. A
/// half-hour that is not counted costs nothing.
final class SlotCosts: @unchecked Sendable {
  let slotCount: Int
  let hingeCount: Int
  private let over: UnsafeMutablePointer<Double>
  private let required: UnsafeMutablePointer<Double>
  /// At [hinge × (slots + padding) + slot].
  private let kinks: UnsafeMutablePointer<Double>
  private let turns: UnsafeMutablePointer<Double>
  private let stride: Int
  /// What a coverage unit is worth in each half-hour, in yuan; empty where that is not known.
  private let worth: [Double]

  /// - Parameter worth: yuan per fully productive agent in each half-hour, by slot; empty where not known.
  init(_ problem: RosterProblem, worth: [Double] = []) {
    self.worth = worth.map { $0 / CoverageUnits.perAgent }
    slotCount = problem.slotCount
    let staffing = problem.staffingCosts
    hingeCount = staffing.map(\.corners.count).max() ?? 0
    stride = slotCount + FourSlots.padding
    let padding = [Double](repeating: 0, count: FourSlots.padding)
    let overs = zip(staffing, problem.isCounted).map { $1 ? $0.over / CoverageUnits.perAgent : 0 }
    required = (problem.required + padding).copiedToFlatMemory()
    over = (overs + padding).copiedToFlatMemory()
    var kinks = [Double](repeating: 0, count: hingeCount * stride)
    var turns = kinks
    for slot in 0..<slotCount {
      for (hinge, corner) in staffing[slot].corners.enumerated() {
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

  /// Coverage units by which the rounded cost is moved so that, at what a unit is worth, it is least where the sharp one is.
  ///
  /// Unmoved, rounded corners are least beside the sharp ones, and in every half-hour people would have to come or go while
  /// the corners sharpen, when it is too cold to move them.
  func shift(_ slot: Int, _ corner: RoundedCorner) -> Double {
    guard corner.width > 0, let kink = sharpLeast(slot) else { return 0 }
    var low = kink - 2 * corner.width
    var high = kink + 2 * corner.width
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if slope(slot, middle, corner) + worth[slot] < 0 { low = middle } else { high = middle }
    }
    return kink - (low + high) / 2
  }

  /// The corner where the sharp cost is least at what a unit is worth; nil where it is at none, or that is not known.
  func sharpLeast(_ slot: Int) -> Double? {
    guard !worth.isEmpty else { return nil }
    var slope = over[slot] + worth[slot]
    guard slope > 0 else { return nil }
    for hinge in 0..<hingeCount {
      slope -= turns[hinge * stride + slot]
      if slope <= 0 { return kinks[hinge * stride + slot] }
    }
    return nil
  }

  /// Yuan per unit of the rounded cost.
  private func slope(_ slot: Int, _ units: Double, _ corner: RoundedCorner) -> Double {
    var slope = over[slot]
    for hinge in 0..<hingeCount {
      let at = hinge * stride + slot
      slope -= turns[at] * corner.slope(kinks[at] - units)
    }
    return slope
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
