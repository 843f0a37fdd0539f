import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Vocabulary

/// `banbiao forecast`: the calls of a month.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "只预测话务 — the forecast alone.")

  @OptionGroup var centre: CentreOptions
  @Option(help: "结果文件夹 — the folder of results.") var out: String?
  @Option(help: "逐项解释某个半小时，如 2026-12-01T10:00 — what the forecast of a half-hour is made of.") var explain: String?
  @OptionGroup var freezing: FreezeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let explain else {
      if out == nil && !freezing.freeze { throw ValidationError("--out / --explain / --freeze") }
      return
    }
    guard let start = HalfHour(explain), centre.month.period.contains(start.date) else {
      throw ValidationError("--explain \(explain): \(centre.month)-01T10:00")
    }
  }

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try centre.read(output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let (forecast, explanation) = try planner.explainedForecast()
      if let start = explain.flatMap({ HalfHour($0) }), let row = explanation.rows.first(where: { $0.start == start }) {
        show(row, session)
      }
      try freezing.freeze(forecast, explanation, planner, input, centreFolder: centre.centre, session)
      if let out { try write(forecast, explanation, to: out) }
      guard explain == nil else { return }
      let total = forecast.rows.reduce(0) { $0 + $1.mean }
      output.printJSON(
        .object([("month", .text("\(centre.month)")), ("offered", .number((total * 100).rounded() / 100))]))
      let place = out.map { Wording("，已写入 \($0)/forecast.csv", "; see \($0)/forecast.csv") } ?? Wording(same: "")
      session.progress.say(
        Wording(
          "全月预测话务 \(total.text(0))\(place.chinese)", "\(total.text(0)) calls expected in the month\(place.english)"))
    }
  }

  private func write(_ forecast: Forecast, _ explanation: ForecastExplanation, to out: String) throws {
    let folder = try ResultFolder(target: out)
    try folder.write("forecast.csv", ResultTables.forecast(forecast))
    try folder.write("explain.csv", ResultTables.explanation(explanation))
    try folder.publish()
  }
}

extension ForecastCommand {
  /// The product, factor by factor.
  private func show(_ row: ForecastExplanation.Row, _ session: Session) {
    output.printJSON(
      .object(
        [("start", .text("\(row.start)"))]
          + row.factors.map { ($0.name, .number(($0.value * 1e8).rounded() / 1e8)) }
          + [("mean", .number((row.mean * 1e4).rounded() / 1e4))]))
    guard !output.json else { return }
    let language = session.language
    for factor in row.factors {
      print("\(factor.name == "level" ? " " : "×") \(factor.value.text(4))\t\(factor.wording.text(language))")
    }
    print("= \(row.mean.text(2))\t" + Wording("\(row.start) 预测话务", "calls expected at \(row.start)").text(language))
  }
}
