import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Reports
import Rostering
import Vocabulary

/// One run of a command: its language, progress and interruption.
final class Session {
  let output: OutputOptions
  let interruption = Interruption()
  lazy var progress = ProgressReport(language: language, isSilent: output.json)
  let language: Language

  /// - Parameter centre: the folder of the centre the command is about.
  init(_ output: OutputOptions, centre: String? = nil) {
    self.output = output
    language = output.language(ofCentre: centre)
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
  ///
  /// - Parameter frontier: to be published with it, and the level of service the requirement was made for.
  func publish(
    _ planner: MonthPlanner, _ input: CentreInput, _ forecast: Forecast, _ requirement: Requirement,
    _ options: RosterOptions, to out: String, exportModel: String?, explanation: ForecastExplanation? = nil,
    replanning: Replanning? = nil, frontier: (levels: StaffingFrontier, target: Double)? = nil
  ) throws {
    if let exportModel { try export(planner, requirement, replanning, to: exportModel) }
    let folder = try ResultFolder(target: out)
    interruption.beforeForcedEnd { folder.discard() }
    do {
      var (plan, isInterrupted) = try made(planner, forecast, requirement, options, replanning)
      plan.explanation = explanation
      if let frontier {
        plan.frontier =
          isInterrupted
          ? frontier.levels
          : try planner.verified(frontier.levels, plan, target: frontier.target, options: options)
        plan.frontier?.verification.map(say)
      }
      let files = PublishedFiles(plan: plan, language: language, digests: input.digests)
      try files.write(to: folder)
      try folder.publish()
      output.printJSON(files.solution)
      summary(plan, out)
      if isInterrupted { throw ExitCode(Failure.Code.interrupted.rawValue) }
    } catch {
      folder.discard()
      if replanning == nil, let failure = explained(error, planner, requirement) { throw failure }
      throw error
    }
  }

  /// Why there is no roster, after what the counts or the search say; nil where the error is another.
  private func explained(_ error: any Error, _ planner: MonthPlanner, _ requirement: Requirement) -> Failure? {
    var failure = Failure(error, language)
    guard failure.code == .noRoster, !interruption.isRequested else { return nil }
    progress.finish()
    let explainer = ConflictExplainer(
      centre: planner.centre, period: planner.month.period, requirement: requirement)
    failure.lines += explainer.report().lines(language)
    return failure
  }

  private func made(
    _ planner: MonthPlanner, _ forecast: Forecast, _ requirement: Requirement, _ options: RosterOptions,
    _ replanning: Replanning?
  ) throws -> (plan: MonthPlan, isInterrupted: Bool) {
    let interruption = interruption
    guard let replanning else {
      let rostered = try planner.rosterAtTarget(
        requirement, forecast: forecast, options: options, onProgress: { self.progress.show($0) },
        isCancelled: { interruption.isRequested })
      let outcome = rostered.outcome
      progress.finish()
      say(rostered, planner.centre)
      var plan = try planner.plan(forecast: forecast, requirement: rostered.requirement, outcome: outcome)
      if plan.fairness?.isOn == true {
        progress.say(Wording("另排一次不计公平的班表，以求其代价……", "planning once more without fairness, for its price …"))
        let price = try planner.fairnessPrice(
          of: plan, options: options, onProgress: { self.progress.show($0) },
          isCancelled: { interruption.isRequested })
        plan.fairness?.price = price
        progress.finish()
      }
      return (plan, outcome.isInterrupted || interruption.isRequested)
    }
    let requirement = try planner.priced(requirement, isCancelled: { interruption.isRequested })
    let outcome = try planner.replan(
      requirement, replanning, options: options, onProgress: { self.progress.show($0) },
      isCancelled: { interruption.isRequested })
    progress.finish()
    let plan = try planner.plan(forecast: forecast, requirement: requirement, replanning, outcome: outcome)
    return (plan, outcome.outcome.isInterrupted)
  }

  private func export(
    _ planner: MonthPlanner, _ requirement: Requirement, _ replanning: Replanning?, to path: String
  ) throws {
    var problem = RosterProblem(
      centre: planner.centre, period: planner.month.period, requirement: try planner.priced(requirement))
    if let replanning { problem = problem.replanned(replanning) }
    try ModelFile.write(problem, to: path)
  }

  private func summary(_ plan: MonthPlan, _ out: String) {
    let solution = plan.solution
    // Upwards, as in the report: what is proved is “at most”.
    let gap = "\((solution.gap * 10_000).rounded(.up) / 100) %"
    let controllable = "\((solution.gapControllable * 1000).rounded(.up) / 10) %"
    let fee = plan.settlement.fee.text(decimals: 2)
    let objective = solution.objective.text(2)
    let bound = solution.lowerBound.text(2)
    let kept = plan.replanning == nil ? Wording(same: "") : Wording("、固定日与缺勤", ", the fixed days and the absences")
    progress.say(
      Wording(
        "班表成本 ¥\(objective)；可证明任何遵守规则\(kept.chinese)的班表不低于 ¥\(bound)（差距 \(gap)，占可控成本 \(controllable)）。预计结算 ¥\(fee)。",
        "roster cost ¥\(objective); proved: no roster that keeps the rules\(kept.english) costs less than ¥\(bound) (gap \(gap), \(controllable) of the controllable cost). Projected fee ¥\(fee)."
      ))
    if let replanning = plan.replanning { say(replanning) }
    if let price = plan.fairness?.price { say(price) }
    progress.say(Wording("结果已写入 \(out)（先看 report.html）", "results are in \(out) (open report.html first)"))
  }

  private func say(_ rostered: RosteredRequirement, _ centre: Centre) {
    guard let level = rostered.serviceLevel, let price = rostered.requirement.pricePerCall else { return }
    let (service, target) = ((level * 100).text(2), (centre.settings.service.target * 100).text(2))
    let replans = rostered.replans
    progress.say(
      Wording(
        "服务计入班表：每通及时接听 ¥\(price.text(2))，预计全月 \(service) %（目标 \(target) %）"
          + (replans > 0 ? "，换价重排 \(replans) 次。" : "。"),
        "service inside the roster: ¥\(price.text(2)) per call served in time, \(service) % expected over the month (target \(target) %)"
          + (replans > 0 ? ", \(replans) rosters made with other prices." : ".")))
  }

  private func say(_ price: FairnessReview.Price) {
    let (yuan, gap) = (price.yuan.text(2), price.gap.text(2))
    progress.say(
      price.isWithinGaps
        ? Wording(
          "公平的代价 ¥\(yuan)，在两班表的最优差距 ¥\(gap) 之内。",
          "price of fairness ¥\(yuan), within the gaps of the two rosters (¥\(gap)).")
        : Wording("公平的代价 ¥\(yuan)（最优差距 ¥\(gap)）。", "price of fairness ¥\(yuan) (gaps ¥\(gap))."))
  }

  private func say(_ summary: ReplanningSummary) {
    let yuan = summary.changesYuan.text(decimals: 2)
    let days = summary.changedPersonDays
    let absent = summary.absentPersonDays
    let shown = summary.changes.prefix(Failure.mostProblems)
    for change in shown {
      let (from, to) = (change.from?.shift ?? "", change.to?.shift ?? "")
      let isAbsence = change.cause == .absence
      progress.say(
        Wording(
          "  \(change.agent) \(change.date)：\(from.isEmpty ? "休" : from) → \(to.isEmpty ? "休" : to)"
            + (isAbsence ? "（缺勤）" : from == to ? "（用餐时间）" : ""),
          "  \(change.agent) \(change.date): \(from.isEmpty ? "off" : from) → \(to.isEmpty ? "off" : to)"
            + (isAbsence ? " (absent)" : from == to ? " (meal)" : "")))
    }
    if summary.changes.count > shown.count {
      progress.say(
        Wording("  ……其余见 changes.csv", "  … \(summary.changes.count - shown.count) more in changes.csv"))
    }
    progress.say(
      Wording(
        "改动 \(days) 人天（计 ¥\(yuan)），缺勤 \(absent) 人天；明细见 changes.csv。",
        "\(days) person-days changed (¥\(yuan)), \(absent) absent; all in changes.csv."))
  }
}
