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
    let pieces = problem.costs.under
    slotCount = problem.slotCount
    hingeCount = pieces.count
    stride = slotCount + FourSlots.padding
    let isCounted = problem.isCounted + [Bool](repeating: false, count: FourSlots.padding)
    required =
      (problem.required + [Double](repeating: 0, count: FourSlots.padding)).copiedToFlatMemory()
    over = isCounted.map { $0 ? problem.costs.over / CoverageUnits.perAgent : 0 }.copiedToFlatMemory()
    var kinks: [Double] = []
    var turns: [Double] = []
    for (index, piece) in pieces.enumerated() {
      let reach = index == 0 ? 0 : pieces[index - 1].upTo
      let cheaper = index == 0 ? -problem.costs.over : pieces[index - 1].price
      for slot in 0..<stride {
        kinks.append(required[slot] * (1 - reach))
        turns.append(isCounted[slot] ? (piece.price - cheaper) / CoverageUnits.perAgent : 0)
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

/// The corner of max(0, x) as a branch of a hyperbola, (x + √(x² + width²)) ÷ 2: a person more or less beside the corner
/// then costs little, and a search can pass it in small steps.
struct RoundedCorner {
  private let squaredWidth: Double

  /// - Parameter width: coverage units; 0 = sharp.
  init(width: Double) {
    squaredWidth = width * width
  }

  @inline(__always)
  func hinge(_ x: Double) -> Double {
    (x + (x * x + squaredWidth).squareRoot()) * 0.5
  }

  @inline(__always)
  func hinge(_ x: SIMD4<Double>) -> SIMD4<Double> {
    (x + (x * x + squaredWidth).squareRoot()) * 0.5
  }
}

/// Half-hours are priced four at a time.
enum FourSlots {
  /// Values that memory holds beyond its last slot, so that four may be read from any.
  static let padding = 4

  @inline(__always)
  static func load(_ memory: UnsafeMutablePointer<Double>, _ slot: Int) -> SIMD4<Double> {
    UnsafeRawPointer(memory + slot).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  static func store(_ values: SIMD4<Double>, _ memory: UnsafeMutablePointer<Double>, _ slot: Int) {
    UnsafeMutableRawPointer(memory + slot).storeBytes(of: values, as: SIMD4<Double>.self)
  }
}
