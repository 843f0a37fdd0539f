import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Reports
import Rostering
import Solving
import Vocabulary

/// One run of a command: its language, progress and interruption.
final class Session {
  let output: OutputOptions
  let interruption = Interruption()
  lazy var progress = ProgressReport(language: language, isSilent: output.json)
  var language: Language

  init(_ output: OutputOptions) {
    self.output = output
    language = output.messageLanguage
  }

  /// Runs a command's body; every error leaves in the user's words.
  func run(_ body: (Session) throws -> Void) throws {
    interruption.listen()
    do {
      try body(self)
    } catch let exit as ExitCode {
      throw exit
    } catch {
      progress.finish()
      throw Failure(error, language)
    }
  }

  /// Makes the roster and publishes all results of a plan.
  func publish(
    _ planner: MonthPlanner, _ input: CentreInput, _ forecast: Forecast, _ requirement: Requirement,
    _ options: RosterOptions, to out: String, exportModel: String?, explanation: ForecastExplanation? = nil
  ) throws {
    if let exportModel { try export(planner, requirement, to: exportModel) }
    let folder = try ResultFolder(target: out)
    interruption.beforeForcedEnd { folder.discard() }
    do {
      let interruption = interruption
      let outcome = try planner.roster(
        requirement, options: options, onProgress: { self.progress.show($0) },
        isCancelled: { interruption.isRequested })
      progress.finish()
      let plan = try planner.plan(forecast: forecast, requirement: requirement, outcome: outcome)
      let files = PublishedFiles(
        plan: plan, language: language, digests: input.digests, explanation: explanation)
      try files.write(to: folder)
      try folder.publish()
      output.printJSON(files.solution)
      summary(plan, out)
      if outcome.isInterrupted { throw ExitCode(Failure.Code.interrupted.rawValue) }
    } catch {
      folder.discard()
      throw error
    }
  }

  private func export(_ planner: MonthPlanner, _ requirement: Requirement, to path: String) throws {
    let isMPS = path.lowercased().hasSuffix(".mps")
    guard isMPS || path.lowercased().hasSuffix(".lp") else {
      throw Failure(.usage, ["--export-model \(path): .mps / .lp"])
    }
    let problem = RosterProblem(centre: planner.centre, period: planner.month.period, requirement: requirement)
    do {
      try GLPKSolver.write(WholeProgram(problem, keepsNames: true).program, path: path, format: isMPS ? .mps : .lp)
    } catch {
      throw CannotWrite(path: path, reason: "\(error)")
    }
  }

  private func summary(_ plan: MonthPlan, _ out: String) {
    let solution = plan.solution
    // Upwards, as in the report: what is proved is “at most”.
    let gap = "\((solution.gap * 10_000).rounded(.up) / 100) %"
    let controllable = "\((solution.gapControllable * 1000).rounded(.up) / 10) %"
    let fee = plan.settlement.fee.text(decimals: 2)
    let objective = solution.objective.text(2)
    let bound = solution.lowerBound.text(2)
    progress.say(
      Wording(
        "班表成本 ¥\(objective)；可证明任何遵守规则的班表不低于 ¥\(bound)（差距 \(gap)，占可控成本 \(controllable)）。预计结算 ¥\(fee)。",
        "roster cost ¥\(objective); proved: no roster that keeps the rules costs less than ¥\(bound) (gap \(gap), \(controllable) of the controllable cost). Projected fee ¥\(fee)."
      ))
    progress.say(Wording("结果已写入 \(out)（先看 report.html）", "results are in \(out) (open report.html first)"))
  }
}
