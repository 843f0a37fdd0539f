import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Staffing

/// The fewest agents for a service level: integrals in place of sums, and that nothing but the exact sums decides.
@Suite struct LeastAgentsTests {
  private struct Case {
    var queue: CallQueue
    var within: Double
    var formula: ServiceTarget.Formula
    /// Near the load, or as few as half of it.
    var agents: Int
  }

  private func randomCase(_ random: inout SeededRandom, most: Double = 20_000) -> Case {
    let load = pow(most, random.uniform())
    let handling = 20 * pow(40, random.uniform())
    let patience = random.below(5) == 0 ? nil : handling * 0.002 * pow(1e6, random.uniform())
    let beta = -1 + 4 * random.uniform()
    let few = load * (0.5 + 0.5 * random.uniform())
    return Case(
      queue: CallQueue(arrivalRate: load / handling, handlingTime: handling, patience: patience),
      within: [0, 1, 5, 15, 30, 120][random.below(6)], formula: ServiceTarget.Formula.allCases[random.below(4)],
      agents: max(1, Int(random.below(3) == 0 ? few : load + beta * load.squareRoot())))
  }

  /// The service of n agents is reached by n and by no fewer; the next number above it by none below n + 1.
  @Test(arguments: seeds(60)) func noRoundingDecides(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let tried = randomCase(&random)
      func level(_ agents: Int) -> Double {
        tried.queue.performance(agents: agents, within: tried.within).serviceLevel(tried.formula)
      }
      let (before, exact, after) = (level(tried.agents - 1), level(tried.agents), level(tried.agents + 1))
      // Nobody at all may look well where short abandons count as served.
      guard tried.agents > 1, before < exact - 1e-12, exact < after - 1e-12, exact < 1 - 1e-9 else { continue }
      func least(_ goal: Double) -> Int {
        tried.queue.leastAgents(serviceLevel: goal, within: tried.within, formula: tried.formula)
      }
      #expect(least(exact) == tried.agents, "\(tried)")
      #expect(least(exact.nextUp) == tried.agents + 1, "\(tried)")
      #expect(least((before + exact) / 2) == tried.agents, "\(tried)")
    }
  }

  /// Far less than the margin inside which the exact sums decide; overloads and patience of a thousand calls included.
  @Test(arguments: seeds(150)) func integralsAreNearTheSums(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let tried = randomCase(&random)
      guard let patience = tried.queue.patience,
        let around = NeighbouringStaffings(
          tried.queue, first: tried.agents, patience: patience, within: tried.within, formula: tried.formula)
      else { continue }
      for lane in 0..<NeighbouringStaffings.count {
        let exact = tried.queue.performance(agents: tried.agents + lane, within: tried.within)
          .serviceLevel(tried.formula)
        #expect(abs(around.levels[lane] - exact) < 2e-8, "\(tried) \(lane)")
      }
    }
  }

  @Test(arguments: seeds(40)) func idleOddsByIntegralAreThoseOfTheSum(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let load = 200 * pow(1000, random.uniform())
      let agents = Int(load + (-11 + 22 * random.uniform()) * min(load.squareRoot(), load / 25))
      let exact = ErlangB.idleOdds(agents: agents, load: load, precision: 1e-18)
      #expect(abs(ErlangB.roughIdleOdds(agents: agents, load: load) / exact - 1) < 1e-8, "\(load) \(agents)")
    }
  }

  /// Four staffings cost as many evaluations of the integrand at 100,000 calls as at 1,000.
  @Test func theWorkDoesNotGrow() {
    for load in [50.0, 500, 5000, 50_000] {
      let range = IntegrandRange(slope: -load.squareRoot(), curvature: load, modes: 0...0, curvatureAtMode: load)
      #expect(range.panels(range.bounds) == 1)
    }
  }
}
