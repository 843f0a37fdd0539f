import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Reports
import Settlement
import Vocabulary

/// `banbiao settle`: the settlement of a month that has passed.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "按实绩结算 — the settlement from actuals.",
    subcommands: [
      SettleMonthCommand.self, ConfirmCommand.self, CloseCommand.self, WithdrawCommand.self, AdjustCommand.self,
      LedgerCommand.self,
    ], defaultSubcommand: SettleMonthCommand.self)
}

/// `banbiao settle CENTRE… --month YYYY-MM`: statements of one or several centres.
struct SettleMonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "由 actuals/YYYY-MM 结算一个月 — settle a month from actuals/YYYY-MM.")

  @Argument(help: "中心文件夹，可多个 — folders of one or several centres.") var centres: [String]
  @Option(help: "月份 YYYY-MM — the month.") var month: Month
  @Option(help: "结果文件夹；缺省时只显示 — the folder of results; by default the statement is only shown.") var out: String?
  @Option(
    help:
      "本月 plan 的结果文件夹（或只含 roster.csv），用于差异分析，默认取 actuals 中的 roster.csv；多个中心时含各中心代码的子文件夹 — the folder of the month's plan, or of its roster.csv alone, for the variance; by default the roster.csv of the actuals; with several centres, one with a folder for each centre's code."
  ) var plan: String?
  @Option(help: "plan 当时的 contract.yaml，默认现行条款与当时单价 — the contract the plan was made by.") var planContract: String?
  @Option(help: "替换内置中国节假日的文件 date,name — a file that replaces the shipped Chinese holidays.")
  var holidays: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centres.first).run { session in
      let inputs = try read(session)
      let settled = try inputs.map { input in
        try SettledCentre(
          input.centre, input.actuals, projection: try projection(input.centre.centre, input.actuals), month: month)
      }
      let total = SettlementTotal(month: month, statements: settled.map(\.statement))
      if let out { try write(settled, total, to: out, session) }
      output.printJSON(
        settled.count == 1 ? settled[0].json : SettlementTotalFile.json(total))
      if !output.json { show(settled, total, session) }
      if let out { session.progress.say(Wording("结算已写入 \(out)", "the settlement is in \(out)")) }
    }
  }

  // MARK: Reading

  /// Every centre with its actuals; what is wrong anywhere is listed at once.
  private func read(_ session: Session) throws -> [(centre: CentreInput, actuals: ActualsInput)] {
    let calendar = try holidays.map(HolidayFile.read(path:)) ?? HolidayFile.shipped()
    var problems: [InputProblem] = []
    var warnings: [InputProblem] = []
    var inputs: [(centre: CentreInput, actuals: ActualsInput)] = []
    for folder in centres {
      let examined = try CentreReader.examine(folder: folder, holidays: calendar)
      problems += examined.problems.map { placed($0, folder) }
      guard let centre = examined.input else { continue }
      do {
        let actuals = try ActualsReader.read(
          folder: folder, month: month, centre: centre.centre, names: examined.names,
          readsRoster: plan == nil && examined.problems.isEmpty)
        warnings += (centre.warnings + actuals.warnings).map { placed($0, folder) }
        if let other = inputs.first(where: { $0.centre.centre.settings.centre == centre.centre.settings.centre }) {
          throw Failure(.usage, ["\(folder): centre \(other.centre.centre.settings.centre) ×2"])
        }
        inputs.append((centre, actuals))
      } catch let found as InputProblems {
        problems += found.problems.map { placed($0, folder) }
      }
    }
    guard problems.isEmpty else { throw InputProblems(problems) }
    Failure.note(warnings, session.language)
    return inputs
  }

  /// Nil where neither a plan nor the published roster tells what the month was to be.
  private func projection(_ centre: Centre, _ actuals: ActualsInput) throws -> Projection? {
    guard let plan = plan.map({ centres.count > 1 ? $0 + "/" + centre.settings.centre : $0 }) else {
      return try actuals.roster.map { try MonthPlanner(centre: centre, month: month).projection(roster: $0) }
    }
    if let roster = try ProjectionReader.rosterAlone(folder: plan, centre: centre, month: month) {
      return try MonthPlanner(centre: centre, month: month).projection(roster: roster)
    }
    return try ProjectionReader.read(
      folder: plan, contract: try planContract.map(ProjectionReader.contract(path:)), centre: centre, month: month)
  }

  /// With the folder before the file, where several are read.
  private func placed(_ problem: InputProblem, _ folder: String) -> InputProblem {
    guard centres.count > 1 else { return problem }
    var problem = problem
    problem.file = URL(fileURLWithPath: folder).lastPathComponent + "/" + problem.file
    return problem
  }

  // MARK: Writing

  private func write(_ settled: [SettledCentre], _ total: SettlementTotal, to out: String, _ session: Session) throws {
    let prefixes = settled.map { settled.count == 1 ? "" : $0.statement.centre + "/" }
    let ledgers = try prefixes.map { try draft($0.isEmpty ? out : out + "/" + $0.dropLast(), session) }
    let codes = settled.map(\.statement.centre)
    let holding =
      settled.count == 1 ? ResultFolder.settlementNames : ResultFolder.totalNames.union(codes)
    let folder = try ResultFolder(target: out, holding: holding)
    session.interruption.beforeForcedEnd { folder.discard() }
    do {
      for (index, centre) in settled.enumerated() {
        try centre.write(to: folder, under: prefixes[index], ledger: ledgers[index], session.language)
      }
      if settled.count > 1 { try write(total, settled, to: folder, session.language) }
      try folder.publish()
    } catch {
      folder.discard()
      throw error
    }
  }

  private func write(
    _ total: SettlementTotal, _ settled: [SettledCentre], to folder: ResultFolder, _ language: Language
  ) throws {
    let names = Dictionary(
      settled.map { ($0.statement.centre, $0.input.centre.settings.name) }, uniquingKeysWith: { first, _ in first })
    try folder.write("total.json", SettlementTotalFile.json(total).encoded())
    try folder.write("total.csv", SettlementTotalFile.csv(total))
    try folder.write("total.html", TotalReport(total, names: names, language: language).text())
    do {
      try TotalWorkbook.write(total, names: names, language: language, to: folder.path("total.xlsx"))
    } catch {
      throw CannotWrite(path: folder.target + "/total.xlsx", reason: "\(error)")
    }
  }

  /// The ledger of the statement whose place is taken; a statement that somebody confirmed is not replaced.
  private func draft(_ folder: String, _ session: Session) throws -> SettlementLedger {
    let ledger = try LedgerFile.read(folder: folder)
    guard ledger.state == .draft else {
      let (state, next) = (ledger.state.name, ledger.state.next)
      throw Failure(
        .cannotWrite,
        [
          Wording(
            "无法写入 \(folder)：其中的结算单\(state.chinese)，不再改动；下一步：\(next.chinese)",
            "cannot write \(folder): its statement is \(state.english) and is not replaced; next: \(next.english)"
          ).text(session.language)
        ])
    }
    return ledger
  }

  private func show(_ settled: [SettledCentre], _ total: SettlementTotal, _ session: Session) {
    let isChinese = session.language == .chinese
    for statement in total.statements {
      let (fee, cost, margin) = (statement.fee.yuan, statement.mobile.total.yuan, statement.partner.margin.yuan)
      print(
        isChinese
          ? "\(statement.centre) \(month)：系数 \(statement.coefficient)，结算费用 \(fee)；移动方总成本 \(cost)，外包方毛利 \(margin)"
          : "\(statement.centre) \(month): coefficient \(statement.coefficient), fee \(fee); Mobile pays \(cost) in all, the partner's margin is \(margin)"
      )
    }
    for centre in settled {
      let code = settled.count > 1 ? centre.statement.centre : ""
      guard let variance = centre.variance else {
        session.progress.say(
          Wording(
            "\(code)没有 actuals/\(month)/roster.csv，也没有 --plan：不作与预计的差异分析",
            "\(code) without actuals/\(month)/roster.csv or --plan there is no variance to a projection"))
        continue
      }
      for line in StatementText.lines(of: variance, centre: code, session.language) { print(line) }
    }
    guard total.statements.count > 1 else { return }
    for line in StatementText.lines(of: total, session.language) { print(line) }
  }
}
