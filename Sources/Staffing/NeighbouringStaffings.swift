internal import Foundation
internal import Vocabulary

/// Service with n, n + 1, n + 2 and n + 3 agents in one pass whose work does not grow with their number.
///
/// Against the state in which the last agent becomes busy, states with an idle agent weigh a ∫ e^(−az) (1 + z)ⁿ dz − 1 over
/// z ≥ 0, a the load (the integral of Erlang B); those with all busy c ∫ e^(Av) (1 − v)^(c−1) dv over 0 ≤ v < 1, c = nμ ÷ θ,
/// A = λ ÷ θ. There v = 1 − e^(−θx), x the wait that a call of endless patience would meet (Zeltyn 2005, chapter 3): up to
/// 1 − e^(−θt) are those served or gone within t, and 1 − v of them have stayed. One agent more is a factor (1 − v)^(μ ÷ θ), and
/// n ÷ a (1 + …) on the idle side. Good to 1e-8 of all calls, which `ErlangA` decides where that is not enough.
struct NeighbouringStaffings {
  static let count = 4
  /// Of `first`, `first` + 1, … agents.
  let levels: SIMD4<Double>

  /// Loads below which sums over states are as quick.
  private static let leastLoad = 12.0
  /// c below which (1 − v)^(c−1) is too rough at 1.
  private static let leastRatio = 4.0

  /// Nil where sums over states are as quick, and where a sixteen-node rule does not resolve the integrands.
  init?(
    _ queue: CallQueue, first: Int, patience: Double, within: Double, formula: ServiceTarget.Formula
  ) {
    let agents = Double(first)
    let perAgent = patience / queue.handlingTime
    let ratio = agents * perAgent
    let arrivals = queue.arrivalRate * patience
    guard queue.load >= NeighbouringStaffings.leastLoad, ratio >= NeighbouringStaffings.leastRatio,
      agents > 0.5 * queue.load, agents - queue.load < 8 * queue.load.squareRoot(), perAgent < 4 * agents,
      // Else the weights of the four have no common scale.
      3 * perAgent * log(max(1, arrivals / (ratio - 1))) < 300
    else { return nil }
    let waiting = Waiting(ratio: ratio, arrivals: arrivals, perAgent: perAgent, soon: -expm1(-within / patience))
    var idle = ErlangB.roughIdleOdds(agents: first, load: queue.load)
    let unit = waiting.unit
    var levels = SIMD4<Double>()
    for lane in 0..<NeighbouringStaffings.count {
      let calls = waiting.calls(lane, idle: idle * unit)
      let counted = formula.counted(
        answeredInTime: calls.answeredInTime, answered: calls.answered, abandonedInTime: calls.abandonedInTime)
      levels[lane] = counted.counted > 0 ? min(1, counted.good / counted.counted) : 1
      idle = (agents + Double(lane) + 1) / queue.load * (1 + idle)
    }
    self.levels = levels
  }

  /// Integrals over the offered wait, lane by lane.
  private struct Waiting {
    /// What a weight of 1 is in the integrals, whose integrands are scaled to at most 1.
    let unit: Double
    private let ratios: SIMD4<Double>
    private let soonBound: Double
    /// All who find everybody busy, and those of them who stay, up to the time asked for and beyond.
    private var soon = SIMD4<Double>()
    private var soonStaying = SIMD4<Double>()
    private var late = SIMD4<Double>()
    private var lateStaying = SIMD4<Double>()

    init(ratio: Double, arrivals: Double, perAgent: Double, soon bound: Double) {
      ratios = ratio + perAgent * SIMD4(0, 1, 2, 3)
      soonBound = bound
      func mode(_ ratio: Double) -> Double { max(0, 1 - (ratio - 1) / arrivals) }
      let top = mode(ratio)
      let range = IntegrandRange(
        slope: arrivals - (ratio - 1), curvature: ratio - 1, modes: mode(ratio + 3 * perAgent)...top,
        curvatureAtMode: (ratio - 1) / ((1 - top) * (1 - top)), limit: 1)
      let peak = top > 0 ? arrivals * top + (ratio - 1) * log(1 - top) : 0
      unit = exp(-peak)
      let edge = min(max(bound, range.bounds.lowerBound), range.bounds.upperBound)
      add(range, range.bounds.lowerBound...edge, ratio, arrivals, perAgent, peak, &soon, &soonStaying)
      add(range, edge...range.bounds.upperBound, ratio, arrivals, perAgent, peak, &late, &lateStaying)
    }

    @inline(__always)
    private func add(
      _ range: IntegrandRange, _ part: ClosedRange<Double>, _ ratio: Double, _ arrivals: Double, _ perAgent: Double,
      _ peak: Double, _ all: inout SIMD4<Double>, _ staying: inout SIMD4<Double>
    ) {
      var (sum, stayingSum) = (SIMD4<Double>(), SIMD4<Double>())
      GaussLegendre.forEachNode(part, panels: range.panels(part)) { v, weight in
        let stays = 1 - v
        let logStays = log(stays)
        let one = exp(perAgent * logStays)
        let two = one * one
        let here = SIMD4(1, one, two, two * one) * (weight * exp(arrivals * v + (ratio - 1) * logStays - peak))
        sum += here
        stayingSum += here * stays
      }
      all = sum
      staying = stayingSum
    }

    /// As shares of all calls.
    func calls(
      _ lane: Int, idle: Double
    ) -> (answeredInTime: Double, answered: Double, abandonedInTime: Double) {
      let ratio = ratios[lane]
      let perWeight = 1 / (idle + ratio * (soon[lane] + late[lane]))
      let answeredSoon = ratio * soonStaying[lane]
      return (
        answeredInTime: (idle + answeredSoon) * perWeight,
        answered: (idle + answeredSoon + ratio * lateStaying[lane]) * perWeight,
        abandonedInTime: ratio * (soon[lane] - soonStaying[lane] + soonBound * late[lane]) * perWeight
      )
    }
  }
}
