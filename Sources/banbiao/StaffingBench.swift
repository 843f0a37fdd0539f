import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Staffing
import Vocabulary

/// `banbiao bench queues`: agents for settings of a file, timed.
struct QueueBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queues", abstract: "反求人数的速度 — the seconds one Erlang requirement takes.")

  @Argument(help: "CSV: calls,interval,aht,patience,within,target") var settings: String
  @Option(help: "重复次数 — repetitions of the file.") var repeats = 200
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { _ in
      let cases = try QueueSettingsFile.read(path: settings).map { row in
        (
          queue: try CallQueue(
            calls: row.calls ?? 0, interval: row.interval ?? 1800, handlingTime: row.handlingTime ?? 0,
            patience: row.patience.flatMap { $0.isFinite ? $0 : nil }),
          target: row.target ?? 0.8, within: row.within ?? 20
        )
      }
      let clock = ContinuousClock()
      let started = clock.now
      var agents: [Int] = []
      for _ in 0..<max(1, repeats) {
        agents = cases.map { $0.queue.leastAgents(serviceLevel: $0.target, within: $0.within, formula: .offered) }
      }
      let elapsed = clock.now - started
      let seconds = elapsed.inSeconds
      let each = seconds / Double(max(1, repeats) * max(1, cases.count))
      output.printJSON(
        .object([("microsecondsEach", .number(each * 1e6)), ("agents", .array(agents.map { .int($0) }))]))
      if !output.json { print("\((each * 1e6).text(3)) µs") }
    }
  }
}

/// `banbiao bench requirement`: a month's requirement, timed.
struct RequirementBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirement", abstract: "全月人力需求的速度 — the seconds a month's requirement takes.")

  @OptionGroup var centre: CentreOptions
  @Option(help: "重复次数 — repetitions.") var repeats = 10
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { _ in
      let planner = MonthPlanner(centre: try centre.read(output).centre, month: centre.month)
      let forecast = try planner.forecast()
      let clock = ContinuousClock()
      let started = clock.now
      var hours = 0.0
      for _ in 0..<max(1, repeats) { hours = planner.requirement(forecast).rows.reduce(0) { $0 + $1.required } / 2 }
      let elapsed = clock.now - started
      let each = elapsed.inSeconds / Double(max(1, repeats))
      output.printJSON(.object([("seconds", .number(each)), ("requiredHours", .number(hours))]))
      if !output.json { print("\(each.text(3)) s") }
    }
  }
}
