import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Reports
import Rostering
import Vocabulary

extension MonthSimulation.Basis: ExpressibleByArgument {}

/// `banbiao simulate`: the month call by call through a roster.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "逐通模拟全月：服务水平、得分与结算的分布 — the month call by call through the roster.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Argument(help: "结果文件夹（plan 所写）— the folder that plan wrote.") var folder: String
  @Option(help: "改过的班表 .csv 或 .xlsx — an edited roster.") var roster: String?
  @Option(help: "重复次数 — replications.") var replications = 100
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var parallel: ThreadOptions
  @Option(help: "forecast 预测的各种走势，actual 当月实录 — paths of the forecast, or the calls recorded in the month.")
  var calls = MonthSimulation.Basis.forecast
  @Option(help: "处理时长的变异系数 — standard deviation of handling times over their mean.") var handlingVariation = 1.0
  @Option(help: "整班缺勤的比例，含在 shrinkage 内，默认 centre.yaml 的 absence — part of the shifts missed whole, within shrinkage.")
  var absence: Double?
  @Option(help: "放弃者再次呼入的比例 — part of those who gave up that call again.") var redial = 0.0
  @Option(help: "写到另一文件夹，默认写回原处 — another folder of results; by default the same.") var out: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if roster != nil, out == nil { throw ValidationError("--roster needs --out: the results of an edited roster") }
    if replications < 1 || replications > 100_000 { throw ValidationError("--replications \(replications): 1–100000") }
    if !(handlingVariation >= 0 && handlingVariation <= 10) {
      throw ValidationError("--handling-variation \(handlingVariation): 0–10")
    }
    if let absence, !(absence >= 0 && absence < 1) { throw ValidationError("--absence \(absence): 0–1") }
    if !(redial >= 0 && redial < 1) { throw ValidationError("--redial \(redial): 0–1") }
  }

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let plan = try PublishedPlan(folder: folder, planner: planner).read(edited: roster)
      session.progress.say(Wording("逐通模拟……", "simulating call by call …"))
      let interruption = session.interruption
      let simulation = try planner.simulation(
        roster: plan.roster, forecast: plan.forecast, coverage: plan.coverage, request: request,
        isCancelled: { interruption.isRequested })
      guard simulation.replications > 0 else { throw ExitCode(Failure.Code.interrupted.rawValue) }
      try publish(simulation, plan, input, session)
      output.printJSON(SimulationFile.json(simulation, centre: input.centre.settings.centre, month: centre.month))
      summary(simulation, session)
      if interruption.isRequested { throw ExitCode(Failure.Code.interrupted.rawValue) }
    }
  }

  private var request: SimulationRequest {
    var request = SimulationRequest()
    request.basis = calls
    request.replications = replications
    request.seed = seed
    request.threads = parallel.threads
    request.handlingVariation = handlingVariation
    request.absence = absence
    request.redialShare = redial
    return request
  }

  /// The folder as it was, or that of the edited roster, with the simulation and a report that shows it.
  private func publish(
    _ simulation: MonthSimulation, _ plan: MonthPlan, _ input: CentreInput, _ session: Session
  ) throws {
    let results = try ResultFolder(target: out ?? folder)
    session.interruption.beforeForcedEnd { results.discard() }
    do {
      if roster == nil {
        try results.copy(from: folder)
      } else {
        try PublishedFiles(plan: plan, language: session.language, digests: input.digests).write(to: results)
      }
      try results.write(
        "simulation.json",
        SimulationFile.json(simulation, centre: plan.centre.settings.centre, month: plan.month).encoded())
      try results.write(
        "simulation.csv", SimulationFile.csv(simulation, firstHalfHour: plan.month.period.firstHalfHour))
      try results.write(
        "report.html", HTMLReport(plan: plan, language: session.language, simulation: simulation).text())
      try results.publish()
    } catch {
      results.discard()
      throw error
    }
  }

  private func summary(_ simulation: MonthSimulation, _ session: Session) {
    func percent(_ value: Double) -> String { (value * 100).text(1) + " %" }
    let level = percent(simulation.serviceLevel.mean)
    let planned = simulation.month.planned.map(percent) ?? "–"
    let reached = percent(simulation.probabilityOfTarget)
    let fee = simulation.fee
    session.progress.say(
      Wording(
        "模拟 \(simulation.replications) 次：服务水平 \(level)（计划 \(planned)），达标概率 \(reached)；预计费用 ¥\(fee.mean.text(0))（5–95 %：¥\(fee.p05.text(0)) – ¥\(fee.p95.text(0))）。",
        "\(simulation.replications) replications: service level \(level) (planned \(planned)), target reached with \(reached); expected fee ¥\(fee.mean.text(0)) (5–95 %: ¥\(fee.p05.text(0)) – ¥\(fee.p95.text(0)))."
      ))
    for tier in simulation.tiers {
      session.progress.say(
        Wording(
          "系数 \(tier.value)（\(tier.from) 分起）：\(percent(tier.probability))",
          "coefficient \(tier.value) (from \(tier.from)): \(percent(tier.probability))"))
    }
  }
}
