import Foundation
import Staffing
import Testing
import Vocabulary

/// Queue models against published and independently computed values, and laws that hold for every queue.
@Suite struct ErlangTests {
  /// Blocking of classic traffic tables (e.g. ITU-D teletraffic handbook): 10 erlangs on 10 lines 21.46 %, 5 on 10 1.84 %.
  @Test(arguments: [(10, 10.0, 0.214582), (10, 5.0, 0.018385), (1, 1.0, 0.5), (5, 3.0, 0.110054)])
  func erlangBMatchesTables(_ agents: Int, _ load: Double, _ blocking: Double) {
    #expect(abs(ErlangB.blocking(agents: agents, load: load) - blocking) < 1e-6)
  }

  /// 100 calls in 30 minutes of 180 s are 10 erlangs; with 14 agents Erlang C waits with 17.4 %, and
  /// SL(20 s) = 1 − 0.1741 e^(−4 × 20 / 180) = 88.8 % (the example used throughout the industry).
  @Test func erlangCMatchesTheIndustryExample() {
    let queue = CallQueue(arrivalRate: 100.0 / 1800, handlingTime: 180, patience: nil)
    let result = queue.performance(agents: 14, within: 20)
    #expect(abs(result.waiting - 0.1741) < 5e-4)
    #expect(abs(result.serviceLevel(.offered) - 0.888) < 5e-4)
    #expect(abs(result.occupancy - 10.0 / 14) < 1e-12)
  }

  /// One agent, arrival, service and patience rate all 1 per second: the birth–death chain has weights 1 ÷ n!, so
  /// P(idle) = 1 ÷ e; a caller waits with 1 − 1 ÷ e, and abandonment = 1 − served rate = 1 − (1 − 1 ÷ e) = 1 ÷ e.
  @Test func erlangAIsExactWhereTheChainIsPoisson() {
    let result = CallQueue(arrivalRate: 1, handlingTime: 1, patience: 1).performance(agents: 1, within: 0)
    #expect(abs(result.waiting - (1 - exp(-1))) < 1e-12)
    #expect(abs(result.abandoned - exp(-1)) < 1e-12)
    #expect(abs(result.answeredInTime - exp(-1)) < 1e-12)
  }

  @Test func endlessPatienceIsErlangC() {
    let patient = CallQueue(arrivalRate: 0.2, handlingTime: 150, patience: 1e9).performance(agents: 35, within: 15)
    let endless = CallQueue(arrivalRate: 0.2, handlingTime: 150, patience: nil).performance(agents: 35, within: 15)
    #expect(abs(patient.answeredInTime - endless.answeredInTime) < 1e-5)
  }

  /// Waiting times by simulation-free integration: the answered share within t tends to the answered share as t grows, and
  /// given-up callers within t to all who give up.
  @Test(arguments: [1, 5, 40, 300, 3000])
  func lawsHoldForEveryStaffing(_ agents: Int) {
    var random = SeededRandom(seed: UInt64(agents))
    for _ in 0..<20 {
      let load = Double(agents) * (0.05 + 1.4 * random.uniform())
      let queue = CallQueue(arrivalRate: load / 150, handlingTime: 150, patience: 20 + 400 * random.uniform())
      let result = queue.performance(agents: agents, within: 15)
      let late = queue.performance(agents: agents, within: 1e6)
      #expect(abs(result.answered + result.abandoned - 1) < 1e-9)
      #expect(abs(late.answeredInTime - late.answered) < 1e-6)
      #expect(abs(late.abandonedInTime - late.abandoned) < 1e-6)
      #expect(result.answeredInTime <= result.answered + 1e-12 && result.abandonedInTime <= result.abandoned + 1e-12)
      // Little's law for the queue: mean wait ÷ patience = share that gives up.
      #expect(abs(result.meanWait / queue.patience! - result.abandoned) < 1e-9)
      #expect(abs(result.occupancy - load * result.answered / Double(agents)) < 1e-9)
      let more = queue.performance(agents: agents + 1, within: 15)
      #expect(more.answeredInTime >= result.answeredInTime - 1e-12)
      for formula in ServiceTarget.Formula.allCases {
        #expect((0...1).contains(result.serviceLevel(formula)))
      }
    }
  }

  @Test func nobodyAndNothingHaveAnswers() {
    let queue = CallQueue(arrivalRate: 0.1, handlingTime: 100, patience: 60)
    #expect(queue.performance(agents: 0, within: 15).answeredInTime == 0)
    #expect(CallQueue(arrivalRate: 0, handlingTime: 100, patience: 60).performance(agents: 3, within: 15) == .idle)
    let overloaded = CallQueue(arrivalRate: 1, handlingTime: 100, patience: nil).performance(agents: 50, within: 15)
    #expect(overloaded.serviceLevel(.offered) == 0 && overloaded.occupancy == 1)
    let half = queue.performance(agents: 10.5, within: 15)
    let mean =
      (queue.performance(agents: 10, within: 15).answeredInTime
        + queue.performance(agents: 11, within: 15).answeredInTime) / 2
    #expect(abs(half.answeredInTime - mean) < 1e-12)
  }
}
