import ArgumentParser
import CentreFiles
import Foundation
import Simulation
import Staffing
import Vocabulary

/// `banbiao bench simulator`: calls per second, and a floor that stays against Erlang A on 50 settings.
struct SimulatorBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulator", abstract: "模拟的速度与准确度 — speed of the simulation, and against Erlang A.")

  @Option(help: "坐席数 — agents of the timed run.") var agents = 200
  @OptionGroup var parallel: ThreadOptions
  @Option(help: "对照的设置数 — settings compared with Erlang A.") var settings = 50
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { _ in
      let (calls, seconds) = timed()
      let compared = compare()
      output.printJSON(
        .object([
          ("callsPerSecond", .number((Double(calls) / seconds).rounded())), ("calls", .int(calls)),
          ("settings", .int(settings)), ("indicators", .int(compared.total)), ("inside99", .int(compared.inside)),
          ("largestDeviation", .number(compared.largest)),
        ]))
      if !output.json {
        print("\((Double(calls) / seconds / 1e6).text(2)) M calls/s")
        print(
          "\(compared.inside) / \(compared.total) in 99 % intervals; largest \(compared.largest.text(2)) standard errors"
        )
      }
    }
  }

  private func simulator(_ queue: CallQueue, agents: Int, halves: Int, replications: Int, exponential: Bool)
    -> MonthSimulator
  {
    let duties = (0..<agents).map { SimulatedFloor.Duty(rank: 0, span: 0..<halves + 4, meal: 0..<0, shift: $0) }
    let rates = [Double](repeating: queue.arrivalRate * 1800, count: halves)
    var traffic = CallTraffic(
      arrivals: .rates { _ in rates }, handlingTimes: [Double](repeating: queue.handlingTime, count: halves),
      patience: queue.patience)
    if exponential { traffic.handling = .exponential }
    var options = SimulationOptions(within: 15)
    options.replications = replications
    options.seed = seed
    options.threads = parallel.threads
    return MonthSimulator(
      floor: SimulatedFloor(productivities: [1], duties: duties, shiftCount: agents), traffic: traffic, options: options
    )
  }

  private func timed() -> (calls: Int, seconds: Double) {
    let queue = CallQueue(arrivalRate: Double(agents) * 0.92 / 150, handlingTime: 150, patience: 120)
    let month = simulator(queue, agents: agents, halves: 1488, replications: 8, exponential: false)
    let clock = ContinuousClock()
    let started = clock.now
    let result = month.run()
    let elapsed = clock.now - started
    return (result.month.sum.offered, elapsed.inSeconds)
  }

  private func compare() -> (total: Int, inside: Int, largest: Double) {
    var random = SeededRandom(seed: seed)
    var total = 0
    var inside = 0
    var largest = 0.0
    for _ in 0..<settings {
      let agents = [1, 3, 10, 30, 100, 200][random.below(6)]
      let spare = -0.5 + 2 * random.uniform()
      let load = max(Double(agents) * 0.4, Double(agents) - spare * Double(agents).squareRoot())
      let queue = CallQueue(
        arrivalRate: load / 150, handlingTime: 150, patience: [20, 60, 120, 400][random.below(4)])
      let counts = simulator(queue, agents: agents, halves: 96, replications: 100, exponential: true).run().days[1]
      let exact = queue.performance(agents: agents, within: 15)
      var expected: [(SimulatedIndicator, Double)] = ServiceTarget.Formula.allCases.map {
        (.serviceLevel($0), exact.serviceLevel($0))
      }
      expected += [
        (.abandonment, exact.abandoned), (.speedOfAnswer, exact.speedOfAnswer), (.occupancy, exact.occupancy),
      ]
      for (indicator, value) in expected {
        guard let found = counts.value(indicator), let error = counts.standardError(indicator), error > 0 else {
          continue
        }
        let deviations = abs(found - value) / error
        total += 1
        // Student's 99 % for a hundred replications.
        if deviations <= 2.626 { inside += 1 }
        largest = max(largest, deviations)
      }
    }
    return (total, inside, largest)
  }
}
