import ArgumentParser
import CentreFiles
import Checking
import ExampleCentre
import Foundation
import Planning
import Rostering
import Vocabulary

/// `banbiao bench`: benchmark runs.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "基准测试 — benchmark runs.",
    subcommands: [
      TrafficBench.self, SizedBench.self, CurtoisBench.self, QueueBench.self, RequirementBench.self,
      StaffingCalibrationBench.self,
      SimulatorBench.self, SettlementBench.self,
    ])
}

/// `banbiao bench traffic`: a centre around real call arrivals, a past month planned end to end.
struct TrafficBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "traffic", abstract: "围绕历史话务建一个中心并排一个过去的月份 — plan a past month of historical traffic end to end.")

  @Argument(help: "calls.csv") var calls: String
  @Option(help: "月份 YYYY-MM — the month.") var month: Month
  @Option(help: "date,name 的节假日文件 — a file of holidays.") var holidays: String?
  @Option(help: "结果文件夹 — the folder of results.") var out: String
  @OptionGroup var engine: EngineOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { session in
      let clock = ContinuousClock()
      let started = clock.now
      let history = try CallsFile.read(path: calls, language: session.language)
      let calendar = try holidays.map(HolidayFile.read(path:)) ?? HolidayFile.shipped()
      let planner = try sizedPlanner(history, calendar)
      let centre = planner.centre
      let forecast = try planner.forecast()
      let requirement = planner.requirement(forecast)
      let input = CentreInput(centre: centre, warnings: [], digests: [])
      try session.publish(planner, input, forecast, requirement, engine.rosterOptions, to: out, exportModel: nil)
      let elapsed = clock.now - started
      let seconds = elapsed.inSeconds
      let roster = try RosterFile.read(path: out + "/roster.csv", centre: centre, period: month.period).roster
      let check = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster)
      let actual = Dictionary(uniqueKeysWithValues: history.records.map { ($0.start, $0.offered) })
      var error = 0.0
      var sum = 0.0
      for row in forecast.rows {
        guard let offered = actual[row.start] ?? nil else { continue }
        error += abs(offered * centre.settings.share - row.mean)
        sum += offered * centre.settings.share
      }
      let wape = sum > 0 ? error / sum : 0
      let solution = try ResultReader.solution(path: out + "/solution.json")
      let line =
        "\(URL(fileURLWithPath: calls).deletingPathExtension().lastPathComponent)\t\(month)\t\(centre.agents.count)\t\((wape * 100).text(1)) %\t\(((solution?.gap ?? 0) * 100).text(2)) %\t\(((solution?.gapControllable ?? 0) * 100).text(1)) %\t\(check.violations.count)\t\(seconds.text(1))"
      print(line)
      if !check.violations.isEmpty { throw ExitCode(Failure.Code.internalError.rawValue) }
    }
  }

  /// A centre around the history with the people that the planner's own requirement asks for.
  private func sizedPlanner(_ history: CallHistory, _ holidays: HolidayCalendar) throws -> MonthPlanner {
    func planner(_ requirement: Requirement?) -> MonthPlanner {
      var centre = ExampleCentre.around(
        history: history, month: month, holidays: holidays, sizedFor: requirement, seed: engine.seed)
      // A series may begin its day where no shift of the catalogue does; the benchmark prices that instead of refusing it.
      centre.rules.minOnPhone = 0
      return MonthPlanner(centre: centre, month: month)
    }
    let first = planner(nil)
    return planner(first.requirement(try first.forecast()))
  }
}
