import Simulation
import Staffing
import TestSupport
import Testing
import Vocabulary

/// What a replay must keep whatever comes, and cases worked by hand.
@Suite struct ReplayTests {
  private func floor(_ random: inout SeededRandom, halves: Int) -> SimulatedFloor {
    let productivities = [1, 0.7]
    let duties = (0..<12).map { index in
      let start = random.below(halves - 10)
      let end = start + 8 + random.below(8)
      let meal = start + 2 + random.below(3)
      return SimulatedFloor.Duty(
        rank: random.below(2), span: start..<end, meal: meal..<meal + random.below(3), shift: index)
    }
    return SimulatedFloor(productivities: productivities, duties: duties, shiftCount: 12)
  }

  private func traffic(_ rates: [Double], patience: Double?) -> CallTraffic {
    CallTraffic(
      arrivals: .rates { _ in rates }, handlingTimes: [Double](repeating: 180, count: rates.count), patience: patience)
  }

  @Test(arguments: seeds(20)) func everyCallIsAnsweredOrGivesUp(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let rates = (0..<48).map { _ in Double(random.below(60)) }
    var traffic = traffic(rates, patience: random.below(3) == 0 ? nil : 100)
    traffic.redialShare = random.below(2) == 0 ? 0 : 0.5
    var options = SimulationOptions(within: 20)
    options.replications = 40
    options.seed = seed
    let shrinkage = random.below(2) == 0 ? 0 : 0.2
    options.shrinkage = (0..<48).map { $0 < 20 ? shrinkage : shrinkage / 2 }
    options.absence = shrinkage / 4
    let one = MonthSimulator(floor: floor(&random, halves: 48), traffic: traffic, options: options)
    var many = options
    many.threads = 3
    let first = one.run()
    let second = MonthSimulator(floor: one.floor, traffic: traffic, options: many).run()
    #expect(first.months == second.months)
    for counts in first.months {
      #expect(counts.offered == counts.answered + counts.abandoned)
      #expect(counts.answeredInTime <= counts.answered && counts.abandonedInTime <= counts.abandoned)
      #expect(counts.busySeconds <= counts.agentSeconds + 1e-6)
    }
    for half in first.halves { #expect(half.sum.busySeconds <= half.sum.agentSeconds + 1e-6) }
  }

  /// The same calls come whoever is on the phone, and nobody loses by more agents.
  @Test(arguments: seeds(10)) func rostersAreComparedOnTheSameCalls(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let few = floor(&random, halves: 48)
    var more = few
    more.duties += few.duties
    var options = SimulationOptions(within: 20)
    options.replications = 20
    let traffic = traffic([Double](repeating: 30, count: 48), patience: 90)
    let a = MonthSimulator(floor: few, traffic: traffic, options: options).run()
    let b = MonthSimulator(floor: more, traffic: traffic, options: options).run()
    #expect(a.months.map(\.offered) == b.months.map(\.offered))
    #expect(a.month.sum.answered < b.month.sum.answered)
  }

  /// One agent for two half-hours, calls of exactly ten minutes and endless patience: whoever is answered finishes, the last call
  /// after the shift has ended; those then still in line give up.
  @Test func theLastCallIsFinishedAfterTheShift() {
    let floor = SimulatedFloor(
      productivities: [1], duties: [SimulatedFloor.Duty(rank: 0, span: 0..<2, meal: 0..<0, shift: 0)], shiftCount: 1)
    var traffic = CallTraffic(arrivals: .counts([30, 0, 0]), handlingTimes: [600, 600, 600], patience: nil)
    traffic.handling = .lognormal(variation: 0)
    var options = SimulationOptions(within: 20)
    options.replications = 1
    let result = MonthSimulator(floor: floor, traffic: traffic, options: options).run()
    let counts = result.months[0]
    // The first call comes within the first minutes; then one every ten minutes until the hour is over.
    #expect(counts.answered == 6 && counts.abandoned == 24)
    #expect(abs(counts.busySeconds - 3600) < 1e-6)
    let overtime = result.halves[2].sum.agentSeconds
    #expect(overtime > 0 && overtime < 600)
    #expect(abs(counts.agentSeconds - 3600 - overtime) < 1e-6)
  }

  /// A productivity of a half takes twice the time; a meal takes a half-hour from the call's end.
  @Test func productivityAndMealsTakeTheirTime() {
    let floor = SimulatedFloor(
      productivities: [0.5], duties: [SimulatedFloor.Duty(rank: 0, span: 0..<8, meal: 1..<2, shift: 0)], shiftCount: 1)
    var traffic = CallTraffic(
      arrivals: .counts([100] + [Int](repeating: 0, count: 9)), handlingTimes: [Double](repeating: 350, count: 10),
      patience: nil)
    traffic.handling = .lognormal(variation: 0)
    var options = SimulationOptions(within: 20)
    options.replications = 1
    let counts = MonthSimulator(floor: floor, traffic: traffic, options: options).run().months[0]
    // From the first call on, 700 s each: 4 hours less the meal less the start, the last call finished late.
    #expect(counts.answered == 18)
  }

  @Test(arguments: seeds(20)) func aFloorGivenByAgentsHasThemInEveryHalfHour(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let agents = (0..<60).map { _ in random.below(9) }
    let floor = SimulatedFloor(agents: agents)
    for (half, count) in agents.enumerated() { #expect(floor.duties.count { $0.span.contains(half) } == count) }
    #expect(Set(floor.duties.map(\.shift)).count == floor.shiftCount)
  }

  @Test func absenceAndAwayTakeTheirShareOfTime() {
    let duties = (0..<200).map { SimulatedFloor.Duty(rank: 0, span: 0..<48, meal: 0..<0, shift: $0) }
    let floor = SimulatedFloor(productivities: [1], duties: duties, shiftCount: 200)
    var options = SimulationOptions(within: 20)
    options.replications = 20
    options.shrinkage = (0..<48).map { $0 < 24 ? 0.06 : 0.14 }
    options.absence = 0.04
    let result = MonthSimulator(
      floor: floor, traffic: traffic([Double](repeating: 100, count: 48), patience: 60), options: options
    ).run()
    let share = result.month.sum.agentSeconds / (20 * 200 * 24 * 3600)
    #expect(abs(share - 0.9) < 0.01)
    func present(_ half: Int) -> Double { result.halves[half].sum.agentSeconds / (20 * 200 * 1800) }
    // Calls in progress delay whoever goes, by minutes.
    #expect(abs(present(12) - 0.94) < 0.02 && abs(present(36) - 0.86) < 0.02)
  }
}
