import ArgumentParser
import CentreFiles
import Checking
import Foundation
import Vocabulary

/// `banbiao check`: recomputes a folder of results from the inputs.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "按输入复核结果：规则、成本、覆盖、结算 — recompute results from the inputs.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Argument(help: "结果文件夹 — the folder of results.") var folder: String
  @Option(help: "改过的班表 .csv 或 .xlsx，替代文件夹中的 roster.csv — an edited roster.") var roster: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      if try isActual() { return try checkActual(input.centre, session) }
      let period = centre.month.period
      let requirement = try ResultReader.requirement(path: folder + "/requirement.csv", period: period)
      let read = try RosterFile.read(path: roster ?? folder + "/roster.csv", centre: input.centre, period: period)
      var check = RosterChecker(centre: input.centre, period: period, requirement: requirement).check(read.roster)
      // An edited roster is checked for itself; the other files state figures of the published one.
      var discrepancies = roster == nil ? try stated(check, read.roster, requirement, input.centre) : []
      if let replanned = try ReplannedFolder(folder, input.centre, period) {
        check.violations += replanned.check.violations(read.roster)
        if roster == nil { discrepancies += replanned.discrepancies(read.roster, objective: check.objective) }
      }
      show(check, read.warnings, discrepancies, session)
      let isClean = check.violations.isEmpty && discrepancies.isEmpty
      if !isClean { throw ExitCode(Failure.Code.badInput.rawValue) }
    }
  }

  /// What the files beside the roster state and the recomputation does not confirm.
  private func stated(
    _ check: RosterCheck, _ roster: Roster, _ requirement: Requirement, _ centre: Centre
  ) throws -> [Discrepancy] {
    let published = PublishedCheck(check: check)
    var result: [Discrepancy] = []
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }
    if has("forecast.csv") {
      let period = self.centre.month.period
      let forecast = try ResultReader.forecast(path: folder + "/forecast.csv", period: period)
      result += ServiceCheck(centre: centre, forecast: forecast).discrepancies(requirement)
    }
    if has("coverage.csv") {
      let rows = try ResultReader.coverage(path: folder + "/coverage.csv", period: self.centre.month.period)
      result += published.discrepancies(rows)
    }
    if has("solution.json") {
      if let solution = try ResultReader.solution(path: folder + "/solution.json") {
        result += published.discrepancies(solution)
      } else {
        result.append(
          Discrepancy(
            file: "solution.json", item: "objective, lowerBound, basePay, terms", stated: "–",
            recomputed: check.objective.text(decimals: 2)))
      }
    }
    if has(FairnessLedgerFile.name),
      let ledger = try FairnessLedgerFile.read(path: folder + "/" + FairnessLedgerFile.name, centre: centre)
    {
      result += published.discrepancies(ledger)
    }
    if has("solution.json"), let json = try ResultReader.json(folder + "/solution.json"),
      let stated = FairnessFile.stated(json)
    {
      result += published.discrepancies(
        stated, of: FairnessFile.figures(check.fairnessReview), price: FairnessFile.price(json))
    }
    if has("settlement.json"), let json = try ResultReader.json(folder + "/settlement.json") {
      result += settlement(json, roster, centre)
    }
    return result
  }

  private func settlement(_ json: JSONValue, _ roster: Roster, _ centre: Centre) -> [Discrepancy] {
    func decimal(_ value: JSONValue?) -> Decimal? { value?.textValue.flatMap { Decimal(exactly: $0) } }
    let indicators = (json["indicators"]?.arrayValue ?? []).compactMap { entry -> (name: String, actual: Decimal)? in
      guard let name = entry["name"]?.textValue, let actual = decimal(entry["actual"]) else { return nil }
      return (name, actual)
    }
    let handled = decimal(json["bonus"]?["handled"]) ?? 0
    return differences(
      json,
      SettlementCheck(centre: centre, month: self.centre.month, roster: roster)
        .amounts(indicators: indicators, handled: handled))
  }

  private func differences(_ json: JSONValue, _ amounts: [(item: String, value: Decimal)]) -> [Discrepancy] {
    func decimal(_ value: JSONValue?) -> Decimal? { value?.textValue.flatMap { Decimal(exactly: $0) } }
    return amounts.compactMap { item, value in
      let path = item.split(separator: ".").map(String.init)
      var at: JSONValue? = json
      if path[0] == "lines" {
        at = json["lines"]?.arrayValue?.first { $0["kind"]?.textValue == path[1] }?[path[2]]
      } else {
        for key in path { at = at?[key] }
      }
      let stated = decimal(at)
      guard stated != value else { return nil }
      return Discrepancy(
        file: "settlement.json", item: item, stated: stated.map { "\($0)" } ?? "–", recomputed: "\(value)")
    }
  }

  // MARK: Statements from actuals

  /// Whether the folder holds a statement from actuals, and no roster to check.
  private func isActual() throws -> Bool {
    let path = folder + "/settlement.json"
    guard roster == nil, FileManager.default.fileExists(atPath: path) else { return false }
    return try ResultReader.json(path)?["basis"]?.textValue == SettlementStatement.Basis.actual.rawValue
  }

  /// Recomputes a statement from `actuals/YYYY-MM/` of the centre.
  private func checkActual(_ centre: Centre, _ session: Session) throws {
    let month = self.centre.month
    let actuals = try ActualsReader.read(folder: self.centre.centre, month: month, centre: centre).actuals
    guard let json = try ResultReader.json(folder + "/settlement.json") else { return }
    let check = SettlementCheck(centre: centre, month: month, actuals: actuals)
    let scores = actuals.scores.map { (name: $0.indicator, actual: $0.actual) }
    var found = differences(json, check.amounts(indicators: scores, handled: check.handled(actuals)))
    for (item, stated) in [("month", "\(month)"), ("centre", centre.settings.centre)]
    where json[item]?.textValue != stated {
      found.insert(
        Discrepancy(
          file: "settlement.json", item: item, stated: json[item]?.textValue ?? "–", recomputed: stated), at: 0)
    }
    output.printJSON(.object([("discrepancies", .array(found.map(self.json)))]))
    if !output.json {
      for discrepancy in found.prefix(Failure.mostProblems) { print(discrepancy.text(session.language)) }
      let isClean = found.isEmpty
      print(
        session.language == .chinese
          ? (isClean ? "复核通过：结算单各项数字一致" : "复核未通过：数字不符 \(found.count) 处")
          : (isClean ? "checked: every figure of the statement agrees" : "not clean: \(found.count) differing figures"))
    }
    if !found.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
  }

  private func json(_ discrepancy: Discrepancy) -> JSONValue {
    .object([
      ("file", .text(discrepancy.file)), ("item", .text(discrepancy.item)), ("stated", .text(discrepancy.stated)),
      ("recomputed", .text(discrepancy.recomputed)),
    ])
  }

  private func show(
    _ check: RosterCheck, _ warnings: [InputProblem], _ discrepancies: [Discrepancy], _ session: Session
  ) {
    if output.json {
      print(json(check, discrepancies).encoded(), terminator: "")
      return
    }
    let language = session.language
    for line in Failure.text(warnings, language) { print(line) }
    for violation in check.violations { print(violation.text(language)) }
    for discrepancy in discrepancies.prefix(Failure.mostProblems) { print(discrepancy.text(language)) }
    let objective = check.objective.text(decimals: 2)
    let isChinese = language == .chinese
    for term in check.terms where term.yuan != 0 { print("  \(term.name)\t\(term.yuan.text(decimals: 2))") }
    if check.violations.isEmpty && discrepancies.isEmpty {
      print(
        isChinese
          ? "复核通过：没有违反硬规则，各项数字一致；目标 ¥\(objective)"
          : "checked: no hard rule is broken, every figure agrees; objective ¥\(objective)")
    } else {
      print(
        isChinese
          ? "复核未通过：硬规则 \(check.violations.count) 处，数字不符 \(discrepancies.count) 处；目标 ¥\(objective)"
          : "not clean: \(check.violations.count) broken rules, \(discrepancies.count) differing figures; objective ¥\(objective)"
      )
    }
  }

  private func json(_ check: RosterCheck, _ discrepancies: [Discrepancy]) -> JSONValue {
    .object([
      ("objective", .number(check.objective.doubleValue)), ("basePay", .number(check.basePay.doubleValue)),
      ("terms", .object(check.terms.map { ($0.name, .number($0.yuan.doubleValue)) })),
      (
        "violations",
        .array(
          check.violations.map {
            .object([
              ("rule", .text($0.rule)), ("agent", $0.agent.map { .text($0) } ?? .null),
              ("date", $0.date.map { .text("\($0)") } ?? .null),
              ("halfHour", $0.halfHour.map { .text("\($0)") } ?? .null), ("text", .text($0.text(.english))),
              ("textChinese", .text($0.text(.chinese))),
            ])
          })
      ),
      (
        "discrepancies", .array(discrepancies.map(json))
      ),
    ])
  }
}
