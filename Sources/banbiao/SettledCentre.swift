import CentreFiles
import Foundation
import Planning
import Reports
import Settlement
import Vocabulary

/// A centre's month, settled, and the files of its statement.
struct SettledCentre {
  let input: CentreInput
  let statement: SettlementStatement
  private let content: StatementContent

  /// - Parameter projection: what the month was planned to be; nil = no variance.
  init(_ input: CentreInput, _ actuals: ActualsInput, projection: Projection?, month: Month) throws {
    self.input = input
    let (centre, found) = (input.centre, actuals.actuals)
    let calculator = SettlementCalculator(centre: centre, month: month)
    do {
      statement = try calculator.actual(found)
    } catch {
      throw PlanningError.settlement(error)
    }
    let statement = statement
    let variance = try projection.map {
      try MonthVariance(centre: centre, month: month, projection: $0, actuals: found).variance(of: statement)
    }
    content = StatementContent(
      centre: centre, statement: statement, trace: calculator.trace(of: statement, actuals: found),
      contract: ContractReference(centre.contract, digests: input.digests)
        ?? ContractReference(version: centre.contract.version, digest: ""), variance: variance,
      inHouse: InHouseComparison(statement, found))
  }

  var variance: SettlementVariance? { content.variance }

  var json: JSONValue { SettlementFile.json(statement, contract: content.contract) }

  /// - Parameters:
  ///   - prefix: the centre's folder within the results; empty, or ended by a slash.
  ///   - ledger: entries the statement's folder already has; a draft's are kept.
  func write(to folder: ResultFolder, under prefix: String, ledger: SettlementLedger, _ language: Language) throws {
    try folder.write(prefix + "settlement.json", json.encoded())
    try folder.write(prefix + "settlement.csv", SettlementFile.csv(statement, contract: content.contract))
    try folder.write(
      prefix + "trace.json", TraceFile.json(content.trace, statement, contract: content.contract).encoded())
    if let variance = content.variance {
      try folder.write(prefix + "variance.json", VarianceFile.json(variance).encoded())
      try folder.write(prefix + "variance.csv", VarianceFile.csv(variance))
    }
    if let comparison = content.inHouse {
      try folder.write(prefix + "inhouse.json", ComparisonFile.json(comparison).encoded())
      try folder.write(prefix + "inhouse.csv", ComparisonFile.csv(comparison))
    }
    try folder.write(prefix + "settlement.html", StatementReport(content, language: language).text())
    try folder.write(prefix + LedgerFile.name, LedgerFile.text(ledger))
    let place = "\(statement.centre) \(statement.month)"
    try folder.write(
      prefix + "ledger.html",
      LedgerReport(ledger, place: place, fee: statement.fee, language: language).text())
    do {
      try StatementWorkbook.write(content, language: language, to: folder.path(prefix + "settlement.xlsx"))
    } catch {
      throw CannotWrite(path: folder.target + "/" + prefix + "settlement.xlsx", reason: "\(error)")
    }
  }
}
