import ArgumentParser
import CentreFiles
import Checking
import Foundation
import Planning
import Vocabulary

/// `banbiao swap`: two people exchange days, checked and priced.
struct SwapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap",
    abstract: "两人换班：复核硬规则并计价 — two people exchange days: checked against every hard rule, and priced.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Argument(help: "结果文件夹 — the folder of results.") var folder: String
  @Option(parsing: .upToNextOption, help: "两个工号 — the two people.") var agents: [String]
  @Option(
    parsing: .upToNextOption, help: "互换的日子；各自当日的班与用餐归对方 — the days: each one's shift and meal go to the other.")
  var dates: [CivilDate]
  @Option(help: "可行时把换班后的全部结果写入此文件夹 — write the results after the swap here, where it may be made.")
  var out: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if agents.count != 2 || agents[0] == agents[1] { throw ValidationError("--agents A B") }
    if dates.isEmpty || Set(dates).count < dates.count { throw ValidationError("--dates 2026-12-05 2026-12-08 …") }
  }

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      try checkNames(input.centre)
      let period = centre.month.period
      let requirement = try ResultReader.requirement(path: folder + "/requirement.csv", period: period)
      let roster = try RosterFile.read(path: folder + "/roster.csv", centre: input.centre, period: period).roster
      let replanned = try ReplannedFolder(folder, input.centre, period)
      let judgement = RosterSwap(agents: (agents[0], agents[1]), dates: dates).judgement(
        of: roster, by: RosterChecker(centre: input.centre, period: period, requirement: requirement),
        alsoHeld: { replanned?.check.violations($0) ?? [] })
      if judgement.violations.isEmpty, let out {
        try publish(judgement.roster, input, session, to: out)
      }
      if output.json {
        print(JSONValue.object(judgement.members).encoded(), terminator: "")
      } else {
        show(judgement, session.language)
      }
      if !judgement.violations.isEmpty { throw ExitCode(Failure.Code.noRoster.rawValue) }
    }
  }

  private func checkNames(_ centre: Centre) throws {
    let known = Set(centre.agents.map(\.id))
    let period = self.centre.month.period
    let problems =
      agents.filter { !known.contains($0) }.map { agent in
        InputProblem(
          file: "--agents", found: Wording("不认识的工号：\(agent)", "unknown agent: \(agent)"),
          expected: Wording("应为 agents.csv 中的工号", "expected one of agents.csv"))
      }
      + dates.filter { !period.contains($0) }.map { date in
        InputProblem(
          file: "--dates", found: Wording("\(date) 不在本月", "\(date) is not in the month"),
          expected: Wording(
            "应在 \(period.firstDay) 到 \(period.lastDay) 之间",
            "expected between \(period.firstDay) and \(period.lastDay)"))
      }
    guard problems.isEmpty else { throw InputProblems(problems) }
  }

  /// Everything a plan publishes.
  private func publish(_ roster: Roster, _ input: CentreInput, _ session: Session, to out: String) throws {
    let planner = MonthPlanner(centre: input.centre, month: centre.month)
    let plan = try PublishedPlan(folder: folder, planner: planner).plan(of: roster, isEdited: true)
    let target = try ResultFolder(target: out)
    session.interruption.beforeForcedEnd { target.discard() }
    do {
      try PublishedFiles(plan: plan, language: session.language, digests: input.digests)
        .write(to: target)
      try target.publish()
    } catch {
      target.discard()
      throw error
    }
  }

  private func show(_ judgement: RosterJudgement, _ language: Language) {
    let isChinese = language == .chinese
    for line in judgement.lines(language) { print(line) }
    let price = judgement.change.signedYuan
    if judgement.violations.isEmpty {
      print(
        isChinese
          ? "可以换班：目标 ¥\(judgement.before.text(decimals: 2)) → ¥\(judgement.after.text(decimals: 2))（\(price)）"
          : "may be swapped: objective ¥\(judgement.before.text(decimals: 2)) → ¥\(judgement.after.text(decimals: 2)) (\(price))"
      )
      if let out { print(isChinese ? "结果已写入 \(out)" : "results are in \(out)") }
    } else {
      print(
        isChinese
          ? "不能换班：违反 \(judgement.violations.count) 处硬规则（否则目标 \(price)）"
          : "may not be swapped: \(judgement.violations.count) hard rules broken (objective otherwise \(price))")
    }
  }
}
