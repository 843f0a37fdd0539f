import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Vocabulary

/// `banbiao requirement`: the forecast and the agents it needs.
struct RequirementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirement", abstract: "预测与人力需求 — the forecast and the agents it needs.")

  @OptionGroup var centre: CentreOptions
  @Option(help: "forecast.csv；缺省时现算 — by default made now.") var forecast: String?
  @Option(help: "结果文件夹 — the folder of results.") var out: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try centre.read(output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let calls: Forecast
      var explanation: ForecastExplanation?
      if let forecast {
        calls = try ResultReader.forecast(path: forecast, period: centre.month.period)
      } else {
        (calls, explanation) = try planner.explainedForecast()
      }
      let requirement = planner.requirement(calls)
      let folder = try ResultFolder(target: out)
      try folder.write("forecast.csv", ResultTables.forecast(calls))
      if let explanation { try folder.write("explain.csv", ResultTables.explanation(explanation)) }
      try folder.write("requirement.csv", ResultTables.requirement(requirement))
      if requirement.weighsService { try folder.write(ServiceFile.name, ServiceFile.text(requirement)) }
      try folder.publish()
      let hours = requirement.rows.reduce(0) { $0 + $1.required } / 2
      output.printJSON(
        .object([("month", .text("\(centre.month)")), ("requiredHours", .number((hours * 100).rounded() / 100))]))
      session.progress.say(
        Wording(
          "全月需要 \(hours.text(0)) 人时，已写入 \(out)/requirement.csv",
          "\(hours.text(0)) agent-hours are needed; see \(out)/requirement.csv"))
    }
  }
}
