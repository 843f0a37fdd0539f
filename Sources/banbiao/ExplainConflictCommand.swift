import ArgumentParser
import CentreFiles
import Checking
import Planning
import Rostering
import Vocabulary

/// `banbiao explain conflict`: why no roster keeps the hard rules, and what would let one.
struct ExplainConflictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "为何排不出班表：不能同时成立的规则、人、日子，及代价最小的修复 — what cannot hold together, and the cheapest repair.")

  @OptionGroup var centre: CentreOptions
  @Option(help: "requirement.csv；缺省时由话务预测得出 — by default made from the forecast.") var requirement: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try centre.read(output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let needed =
        try requirement.map { try ResultReader.requirement(path: $0, period: centre.month.period) }
        ?? planner.requirement(try planner.forecast())
      let (report, broken) = try report(planner, needed, session)
      if output.json {
        output.printJSON(report.json)
      } else {
        show(report, broken, session.language)
      }
    }
  }

  /// A roster is the shortest proof that there is one: it is looked for with little work before what conflicts is, and with more
  /// where no conflict is found either.
  ///
  /// - Returns: with what the best attempt breaks, where nothing is proved either way.
  private func report(
    _ planner: MonthPlanner, _ requirement: Requirement, _ session: Session
  ) throws -> (report: ConflictReport, broken: [RosterConflict]) {
    let interruption = session.interruption
    if planner.hasFirstRoster(requirement, isCancelled: { interruption.isRequested }) { return (.possible, []) }
    var report = ConflictExplainer(
      centre: planner.centre, period: planner.month.period, requirement: requirement
    ).report()
    switch report.verdict {
    case .possible: break
    case .impossible:
      // A program of the whole month has verified its repair already; others are tried on the whole month.
      let verification = RepairVerification(planner: planner, requirement: requirement)
      report.isMonthVerified =
        report.findings.contains { $0.scope == .month }
        ? report.findings.allSatisfy(\.isVerified)
        : verification.holds(report.findings, isCancelled: { interruption.isRequested })
    case .unknown:
      do {
        try search(planner, requirement, session)
        report.verdict = .possible
      } catch PlanningError.roster(.noneFound(let broken)) {
        return (report, broken)
      }
    }
    return (report, [])
  }

  private func search(_ planner: MonthPlanner, _ requirement: Requirement, _ session: Session) throws {
    var options = RosterOptions()
    options.effort = .quick
    options.gap = 1
    defer { session.progress.finish() }
    let interruption = session.interruption
    let roster = try planner.roster(
      requirement, options: options, onProgress: { session.progress.show($0) },
      isCancelled: { interruption.isRequested }
    ).roster
    let check = RosterChecker(centre: planner.centre, period: planner.month.period, requirement: requirement)
      .check(roster)
    guard check.violations.isEmpty else { throw PlanningError.brokenRules(check.violations) }
  }

  private func show(_ report: ConflictReport, _ broken: [RosterConflict], _ language: Language) {
    let verdict =
      switch report.verdict {
      case .possible: Wording("没有冲突：有班表能遵守全部硬规则。", "No conflict: some roster keeps all the hard rules.")
      case .impossible: Wording("没有班表能遵守全部硬规则（已证明）：", "No roster keeps the hard rules (proved):")
      case .unknown:
        Wording(
          "计算量内既未找到班表，也未证明冲突；最好的一次仍违反：",
          "Within the work no roster was found and no conflict proved; the best attempt still breaks:")
      }
    print(verdict.text(language))
    guard report.verdict != .possible else { return }
    for line in Failure.text(report.proofs + broken, language) + report.lines(language) { print(line) }
  }
}
