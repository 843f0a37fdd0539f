import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Staffing

/// The inverse problems against plain scans, and what is refused.
@Suite struct InverseTests {
  @Test(arguments: seeds(40)) func leastAgentsIsTheFirstThatMeetsTheTarget(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<10 {
      let load = [0.02, 1, 8, 60, 900][random.below(5)] * (0.5 + random.uniform())
      let queue = CallQueue(
        arrivalRate: load / 150, handlingTime: 150,
        patience: random.below(4) == 0 ? nil : [1, 15, 120, 3000][random.below(4)] * (0.5 + random.uniform()))
      let formula = ServiceTarget.Formula.allCases[random.below(4)]
      var target = QueueTarget(
        serviceLevel: 0.3 + 0.695 * random.uniform(), within: Double([0, 5, 15, 60][random.below(4)]), formula: formula)
      if random.below(2) == 0 { target.occupancy = 0.5 + 0.5 * random.uniform() }
      if random.below(3) == 0 { target.abandonment = 0.002 + 0.1 * random.uniform() }
      if random.below(3) == 0 { target.speedOfAnswer = 0.5 + 20 * random.uniform() }
      let least = queue.leastAgents(target)
      #expect(target.isMet(by: queue.performance(agents: least, within: target.within)))
      // Nobody at all may look well where short abandons count as served.
      #expect(least <= 1 || !target.isMet(by: queue.performance(agents: least - 1, within: target.within)))
      // Service never falls as agents are added, so the first is the least of all.
      let levels = (max(1, least - 6)...least + 6).map {
        queue.performance(agents: $0, within: target.within).serviceLevel(formula)
      }
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    }
  }

  /// The limit of many servers as a first guess: within an agent or two of what a target needs, of either kind of patience.
  @Test(arguments: seeds(30)) func theLimitOfManyServersIsNear(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let load = 30 * pow(30, random.uniform())
    let goal = 0.6 + 0.35 * random.uniform()
    let patience = 60 + 300 * random.uniform()
    let impatient = CallQueue(arrivalRate: load / 150, handlingTime: 150, patience: patience)
    let guess = ManyServerLimit(impatient, patience: patience, within: 15).agents(serving: goal)
    #expect(guess.slope > 0)
    let patient = CallQueue(arrivalRate: load / 150, handlingTime: 150, patience: nil)
    let patientGuess = ManyServerLimit.patientAgents(patient, within: 15, serving: goal)
    for (queue, guess) in [(impatient, guess.agents), (patient, patientGuess)] {
      let least = queue.leastAgents(QueueTarget(serviceLevel: goal, within: 15))
      #expect(abs(guess - Double(least)) < 2.5 + 0.05 * load.squareRoot())
    }
  }

  @Test func everyModelFindsItsAgents() {
    let queue = CallQueue(arrivalRate: 1.0 / 6, handlingTime: 150, patience: 120)
    let target = QueueTarget(serviceLevel: 0.85, within: 15)
    for model in QueueModel.allCases {
      let least = model.leastAgents(queue, target)
      #expect(target.isMet(by: model.performance(queue, agents: Double(least), within: 15)))
      #expect(!target.isMet(by: model.performance(queue, agents: Double(least - 1), within: 15)))
    }
    // With patience fewer agents do than without.
    #expect(QueueModel.erlangA.leastAgents(queue, target) < QueueModel.erlangC.leastAgents(queue, target))
  }

  @Test func mostArrivalsAndSecondsLieOnTheEdge() throws {
    let target = QueueTarget(serviceLevel: 0.8, within: 20)
    let rate = CallQueue.mostArrivals(agents: 40, handlingTime: 180, patience: 90, target: target)
    func level(_ rate: Double, _ within: Double) -> Double {
      CallQueue(arrivalRate: rate, handlingTime: 180, patience: 90).performance(agents: 40, within: within)
        .serviceLevel(.offered)
    }
    #expect(level(rate, 20) >= 0.8 && level(rate * (1 + 1e-9), 20) < 0.8)
    let queue = CallQueue(arrivalRate: rate, handlingTime: 180, patience: 90)
    let seconds = try #require(queue.seconds(serving: 0.8, agents: 40, formula: .offered))
    #expect(abs(seconds - 20) < 1e-6)
    // Some always give up: not everybody can be answered, however long one waits.
    #expect(queue.seconds(serving: 0.9999, agents: 40, formula: .offered) == nil)
  }

  @Test func whatNoQueueCanBeBuiltOfIsRefused() {
    func queue(_ calls: Double, _ aht: Double, _ patience: Double?) throws {
      _ = try CallQueue(calls: calls, interval: 1800, handlingTime: aht, patience: patience)
    }
    #expect(throws: QueueError.calls(-1)) { try queue(-1, 150, nil) }
    #expect(throws: QueueError.handlingTime(0)) { try queue(1, 0, nil) }
    #expect(throws: QueueError.patience(0)) { try queue(1, 150, 0) }
    #expect(throws: QueueError.self) { try queue(.nan, 150, 0) }
    #expect(throws: QueueError.share("target", 1)) { try QueueTarget(serviceLevel: 1, within: 15).check() }
    #expect(throws: QueueError.share("target", 0)) { try QueueTarget(serviceLevel: 0, within: 15).check() }
    #expect(throws: QueueError.within(-1)) { try QueueTarget(serviceLevel: 0.8, within: -1).check() }
  }

  /// Extremes are numbers too.
  @Test(arguments: [1e-9, 1e-3, 1, 1e3, 1e6]) func nothingIsEverUndefined(_ load: Double) {
    for agents in [1, 3, 100, 20_000] {
      for patience in [0.1, 30, 1e6] {
        for within in [0, 15, 1e6] {
          let result = CallQueue(arrivalRate: load / 150, handlingTime: 150, patience: patience)
            .performance(agents: agents, within: within)
          for value in [
            result.waiting, result.answeredInTime, result.answered, result.abandoned, result.abandonedInTime,
            result.occupancy,
          ] { #expect(value >= 0 && value <= 1 + 1e-12) }
          #expect(result.meanWait >= 0 && result.speedOfAnswer >= 0)
        }
      }
    }
  }
}
