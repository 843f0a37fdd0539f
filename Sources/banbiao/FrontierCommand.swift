import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Rostering
import Vocabulary

/// `banbiao frontier`: what levels of service around the target cost and bring.
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "各服务水平的成本、档位概率与双方预期金额 — what levels of service cost, and the money each is expected to bring.")

  @OptionGroup var centre: CentreOptions
  @Option(help: "forecast.csv；缺省时现算 — by default made now.") var forecast: String?
  @Option(help: "结果文件夹 — the folder of results.") var out: String
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var parallel: ThreadOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try centre.read(output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let calls =
        try forecast.map { try ResultReader.forecast(path: $0, period: centre.month.period) } ?? planner.forecast()
      var options = RosterOptions()
      (options.seed, options.threads) = (seed, parallel.threads)
      let frontier = try session.frontier(planner, calls, options)
      let folder = try ResultFolder(target: out)
      do {
        try folder.write("forecast.csv", ResultTables.forecast(calls))
        try folder.write(frontier, centre: input.centre.settings.centre, month: centre.month)
        try folder.publish()
      } catch {
        folder.discard()
        throw error
      }
      output.printJSON(FrontierFile.json(frontier, centre: input.centre.settings.centre, month: centre.month))
    }
  }
}

extension ResultFolder {
  func write(_ frontier: StaffingFrontier, centre: String, month: Month) throws {
    try write("frontier.json", FrontierFile.json(frontier, centre: centre, month: month).encoded())
    try write("frontier.csv", FrontierFile.csv(frontier))
  }
}

extension Session {
  /// The frontier, told level by level.
  func frontier(
    _ planner: MonthPlanner, _ forecast: Forecast, _ options: RosterOptions
  ) throws -> StaffingFrontier {
    let interruption = interruption
    let frontier = try planner.frontier(
      forecast, options: options,
      onLevel: { level, count in
        self.progress.say(Wording("服务水平 \(level)/\(count)……", "level of service \(level) of \(count) …"))
      }, isCancelled: { interruption.isRequested })
    guard let frontier else { throw ExitCode(Failure.Code.interrupted.rawValue) }
    for (index, level) in frontier.levels.enumerated() {
      let mark = index == frontier.best ? "★" : " "
      let (target, service) = ((level.target * 100).text(1), (level.chances.serviceLevel.mean * 100).text(1))
      let (total, margin) = (level.mobileTotal.text(0), level.partnerMargin.text(0))
      let chances = level.chances.tiers.map { "\($0.value): \(($0.probability * 100).text(0)) %" }
        .joined(separator: ", ")
      progress.say(
        Wording(
          "\(mark) \(target) %：预期 \(service) %，系数 \(chances)；移动方总成本 ¥\(total)，外包方毛利 ¥\(margin)",
          "\(mark) \(target) %: expected \(service) %, coefficient \(chances); Mobile's total ¥\(total), partner's margin ¥\(margin)"
        ))
    }
    return frontier
  }

  /// The planned roster judged both ways.
  func say(_ verification: StaffingFrontier.Verification) {
    let (queues, calls) = (verification.queues, verification.calls)
    func percent(_ value: Double) -> String { (value * 100).text(1) + " %" }
    progress.say(
      Wording(
        "按 \(percent(verification.target)) 排班：排队公式 \(percent(queues.serviceLevel.mean))、费用 ¥\(queues.fee.mean.text(0))；逐通模拟 \(percent(calls.serviceLevel.mean))、费用 ¥\(calls.fee.mean.text(0))。",
        "planned at \(percent(verification.target)): by queues \(percent(queues.serviceLevel.mean)), fee ¥\(queues.fee.mean.text(0)); call by call \(percent(calls.serviceLevel.mean)), fee ¥\(calls.fee.mean.text(0))."
      ))
  }
}
