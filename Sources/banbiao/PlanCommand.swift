import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Rostering
import Solving
import Vocabulary

/// `banbiao plan`: the month end to end.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "预测、需求、班表、预计结算，一次完成 — forecast, requirement, roster and projected settlement.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Option(help: "结果文件夹 — the folder of results.") var out: String
  @Option(help: "把整数规划写成 .mps 或 .lp 文件 — write the integer program to a file.") var exportModel: String?
  @Flag(help: "各服务水平的成本与档位概率；service.level: money 时总是计算 — what other levels of service would cost and bring.")
  var frontier = false
  @OptionGroup var freezing: FreezeOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      session.progress.say(Wording("预测话务……", "forecasting calls …"))
      let (forecast, explanation) = try planner.explainedForecast()
      let service = input.centre.settings.service
      let levels =
        frontier || service.level == .money
        ? try session.frontier(planner, forecast, engine.rosterOptions) : nil
      let target = service.level == .money ? levels?.chosen.target ?? service.target : service.target
      let requirement = planner.requirement(forecast, target: target)
      try session.publish(
        planner, input, forecast, requirement, engine.rosterOptions, to: out, exportModel: exportModel,
        explanation: explanation, frontier: levels.map { ($0, target) })
      try freezing.freeze(forecast, explanation, planner, input, centreFolder: centre.centre, session)
    }
  }
}

/// `banbiao roster`: the roster alone, from a requirement.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "只排班，需求可由文件给出 — the roster alone, from a requirement file where one is given.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Option(help: "结果文件夹 — the folder of results.") var out: String
  @Option(help: "requirement.csv；缺省时由话务预测得出 — by default made from the forecast.") var requirement: String?
  @OptionGroup var replanning: ReplanningOptions
  @Option(help: "把整数规划写成 .mps 或 .lp 文件 — write the integer program to a file.") var exportModel: String?
  @OptionGroup var engine: EngineOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let forecast: Forecast
      var explanation: ForecastExplanation?
      let needed: Requirement
      let period = centre.month.period
      if let requirement = requirement ?? replanning.file("requirement.csv") {
        needed = try ResultReader.requirement(path: requirement, period: period)
        let keptForecast =
          self.requirement == nil
          ? replanning.file("forecast.csv") : needed.weighsService ? beside(requirement, "forecast.csv") : nil
        forecast =
          try keptForecast.map { try ResultReader.forecast(path: $0, period: period) }
          ?? Forecast(
            rows: needed.rows.map {
              Forecast.Row(
                start: $0.start, mean: $0.offered,
                quantiles: [Double](repeating: $0.offered, count: Forecast.levels.count),
                averageHandlingTime: $0.averageHandlingTime)
            })
      } else {
        (forecast, explanation) = try planner.explainedForecast()
        needed = planner.requirement(forecast)
      }
      try session.publish(
        planner, input, forecast, needed, engine.rosterOptions, to: out, exportModel: exportModel,
        explanation: explanation, replanning: try replanning.replanning(input.centre, period))
    }
  }

  /// Another file of a file's folder; nil where it is not there.
  private func beside(_ path: String, _ name: String) -> String? {
    let other = URL(fileURLWithPath: path).deletingLastPathComponent().path + "/" + name
    return FileManager.default.fileExists(atPath: other) ? other : nil
  }
}
