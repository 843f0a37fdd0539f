import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Reports
import Vocabulary

/// `banbiao accuracy`: how good a month's forecast was, once the month is known.
struct AccuracyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy", abstract: "月后检查预测准确度 — a month's forecast against its actuals.")

  @OptionGroup var centre: CentreOptions
  @Option(
    help:
      "含 forecast.csv 的文件夹；缺省为最近一次冻结的预测，没有则按月前一周的数据重新预测 — a folder with forecast.csv; by default the forecast frozen last, or else one made again from what was known a week before."
  ) var forecast: String?
  @Option(help: "结果文件夹；缺省时只显示 — the folder of results; by default figures are only shown.") var out: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try centre.read(output)
      let actual = try actualCalls(session)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let review = try review(planner, actual)
      if let out { try write(review, input.centre.settings, to: out, session) }
      output.printJSON(ForecastReviewFile.json(review))
      guard !output.json else { return }
      show(review, session)
      if let out {
        session.progress.say(
          Wording("已写入 \(out)（先看 accuracy.html）", "the results are in \(out) (open accuracy.html first)"))
      }
    }
  }

  private func actualCalls(_ session: Session) throws -> CallHistory {
    let path = "\(centre.centre)/actuals/\(centre.month)/calls.csv"
    let history = try CallsFile.read(path: path, language: session.language)
    guard history.records.contains(where: { centre.month.period.contains($0.start.date) && $0.offered != nil }) else {
      throw InputProblems([
        InputProblem(
          file: path, line: 1, column: 1,
          found: Wording("没有 \(centre.month) 的话务", "there are no calls of \(centre.month)"),
          expected: Wording("应有该月每半小时的 start,offered", "expected start,offered for the half-hours of the month"))
      ])
    }
    return history
  }

  private func review(_ planner: MonthPlanner, _ actual: CallHistory) throws -> ForecastReview {
    let kept = forecast ?? FrozenForecast.latest(month: centre.month, centreFolder: centre.centre)
    guard let folder = kept else {
      let (made, explanation) = try planner.explainedForecast()
      var model: [HalfHour: Double] = [:]
      for row in explanation.rows { model[row.start] = row.modelMean }
      return planner.review(made, model: model, against: actual, source: .madeAgain)
    }
    try FrozenForecast.verify(folder: folder)
    let period = centre.month.period
    let explained = folder + "/explain.csv"
    let model =
      FileManager.default.fileExists(atPath: explained)
      ? try ResultReader.modelCalls(path: explained, period: period) : nil
    return planner.review(
      try ResultReader.forecast(path: folder + "/forecast.csv", period: period), model: model, against: actual,
      source: .file(folder))
  }

  private func write(_ review: ForecastReview, _ settings: CentreSettings, to out: String, _ session: Session) throws {
    let folder = try ResultFolder(target: out, holding: ForecastReviewFile.names)
    do {
      try folder.write("accuracy.json", ForecastReviewFile.json(review).encoded())
      try folder.write("accuracy.csv", ForecastReviewFile.groups(review))
      try folder.write("halfhours.csv", ForecastReviewFile.halfHours(review))
      try folder.write(
        "accuracy.html", AccuracyReport(review, settings: settings, language: session.language).text())
      try folder.publish()
    } catch {
      folder.discard()
      throw error
    }
  }

  private func show(_ review: ForecastReview, _ session: Session) {
    func percent(_ value: Double?) -> String { value.map { "\(($0 * 100).text(1)) %" } ?? "–" }
    func line(_ name: Wording, _ comparison: ForecastReview.Comparison) {
      let values = [comparison.halfHours.wape, comparison.days.wape, comparison.halfHours.bias].map(percent)
      print(([name.text(session.language)] + values).joined(separator: "\t"))
    }
    print(
      Wording("\t半小时误差\t日误差\t偏差", "\thalf-hour WAPE\tdaily WAPE\tbias").text(session.language))
    line(Wording("采用的预测", "forecast used"), review.forecast)
    if let model = review.model { line(Wording("模型", "model"), model) }
    line(Wording("朴素预测", "seasonal naive"), review.seasonalNaive)
    let inside = percent(review.forecast.halfHours.coverage(1))
    print(Wording("落在 80% 区间内：\(inside)", "inside the 80 % interval: \(inside)").text(session.language))
    let (under, over) = (review.hoursUnder.text(0), review.hoursOver.text(0))
    print(
      Wording(
        "误差造成缺口 \(under) 人时、富余 \(over) 人时（实际共需 \(review.hoursNeeded.text(0))）",
        "the error left \(under) agent-hours short and \(over) over (\(review.hoursNeeded.text(0)) were needed)"
      ).text(session.language))
  }
}
