internal import Foundation
package import Vocabulary

/// `settlement.json` and `settlement.csv`. Money and seats are decimal text.
package enum SettlementFile {
  /// - Parameter contract: which contract the statement was worked out by; nil = not known.
  package static func json(_ statement: SettlementStatement, contract: ContractReference? = nil) -> JSONValue {
    let reference = contract.map { [("contract", TraceFile.reference($0))] } ?? []
    return .object(members(statement) + reference)
  }

  private static func members(_ statement: SettlementStatement) -> [(String, JSONValue)] {
    let bonus = statement.bonus
    return [
      ("basis", .text(statement.basis.rawValue)), ("centre", .text(statement.centre)),
      ("month", .text("\(statement.month)")),
      ("lines", .array(statement.lines.map(line))),
      ("seatsAmount", money(statement.seatsAmount)),
      ("indicators", .array(statement.indicators.map(indicator))),
      (
        "scores",
        .object([
          ("quality", plain(statement.scores.quality)), ("business", plain(statement.scores.business)),
          ("total", plain(statement.scores.total)), ("lowest", plain(statement.scores.lowest)),
        ])
      ),
      ("coefficient", plain(statement.coefficient)), ("assessed", money(statement.assessed)),
      (
        "bonus",
        .object([
          ("handled", plain(bonus.handled)), ("target", plain(bonus.target)), ("gate", .bool(bonus.gate)),
          ("cap", money(bonus.cap)), ("amount", money(bonus.amount)), ("partner", money(bonus.partner)),
          ("staff", money(bonus.staff)),
          ("split", .array(bonus.split.map { .object([("agent", .text($0.agent)), ("amount", money($0.amount))]) })),
        ])
      ),
      (
        "incidents",
        .array(
          statement.incidents.map {
            .object([("date", .text("\($0.date)")), ("category", .text($0.category)), ("amount", money($0.amount))])
          })
      ),
      ("deductions", money(statement.deductions)), ("fee", money(statement.fee)), ("carried", money(statement.carried)),
      (
        "mobile",
        .object([
          ("fee", money(statement.mobile.fee)), ("siteSeats", .text(statement.mobile.siteSeats.text(decimals: 4))),
          ("site", money(statement.mobile.site)), ("total", money(statement.mobile.total)),
        ])
      ),
      ("partner", .object(partner(statement.partner).map { ($0.0, money($0.1)) })),
    ]
  }

  /// A flat table of the same: `section,item,hours,quantity,price,amount`.
  package static func csv(_ statement: SettlementStatement, contract: ContractReference? = nil) -> String {
    var text = "section,item,hours,quantity,price,amount\n"
    func row(
      _ section: String, _ item: String, _ quantity: String, _ amount: String, price: String = "", hours: String = ""
    ) {
      text += "\(section),\(ResultTables.quoted(item)),\(hours),\(quantity),\(price),\(amount)\n"
    }
    for line in statement.lines {
      row(
        "seats", line.kind.rawValue, line.quantity.text(decimals: 4), line.amount.text(decimals: 2),
        price: line.price.text(decimals: 2), hours: line.hours.rounded(decimals: 10).description)
    }
    row("seats", "total", "", statement.seatsAmount.text(decimals: 2))
    for indicator in statement.indicators {
      row("indicator", indicator.name, indicator.actual.description, indicator.score.rounded(decimals: 4).description)
    }
    row("scores", "quality", "", statement.scores.quality.rounded(decimals: 4).description)
    row("scores", "business", "", statement.scores.business.rounded(decimals: 4).description)
    row("scores", "total", "", statement.scores.total.rounded(decimals: 4).description)
    row("scores", "lowest", "", statement.scores.lowest.rounded(decimals: 4).description)
    row("fee", "coefficient", statement.coefficient.description, "")
    row("fee", "assessed", "", statement.assessed.text(decimals: 2))
    row("fee", "bonus", statement.bonus.handled.description, statement.bonus.amount.text(decimals: 2))
    for part in statement.bonus.split { row("bonus", part.agent, "", part.amount.text(decimals: 2)) }
    for incident in statement.incidents {
      row("incident", "\(incident.date) \(incident.category)", "", incident.amount.text(decimals: 2))
    }
    row("fee", "deductions", "", statement.deductions.text(decimals: 2))
    row("fee", "fee", "", statement.fee.text(decimals: 2))
    row("fee", "carried", "", statement.carried.text(decimals: 2))
    row("mobile", "site", statement.mobile.siteSeats.text(decimals: 4), statement.mobile.site.text(decimals: 2))
    row("mobile", "total", "", statement.mobile.total.text(decimals: 2))
    for (item, amount) in partner(statement.partner) { row("partner", item, "", amount.text(decimals: 2)) }
    if let contract {
      row("contract", "version " + contract.version, "", "")
      row("contract", "sha256 " + contract.digest, "", "")
    }
    return text
  }

  private static func line(_ line: SettlementStatement.Line) -> JSONValue {
    .object([
      ("kind", .text(line.kind.rawValue)), ("hours", plain(line.hours)),
      ("quantity", .text(line.quantity.text(decimals: 4))), ("price", money(line.price)),
      ("amount", money(line.amount)),
    ])
  }

  private static func indicator(_ result: SettlementStatement.IndicatorResult) -> JSONValue {
    .object([
      ("name", .text(result.name)), ("dimension", .text(result.dimension.rawValue)), ("actual", plain(result.actual)),
      ("score", plain(result.score)), ("weight", plain(result.weight)), ("gate", .bool(result.gate)),
      ("met", .bool(result.met)),
    ])
  }

  private static func partner(_ totals: SettlementStatement.PartnerTotals) -> [(String, Decimal)] {
    [
      ("fee", totals.fee), ("wages", totals.wages), ("overtime", totals.overtime), ("shifts", totals.shifts),
      ("nights", totals.nights), ("staffBonus", totals.staffBonus), ("cost", totals.cost), ("margin", totals.margin),
    ]
  }

  private static func money(_ amount: Decimal) -> JSONValue { .text(amount.text(decimals: 2)) }

  /// A decimal as it is, at most ten decimals.
  private static func plain(_ value: Decimal) -> JSONValue { .text(value.rounded(decimals: 10).description) }
}

extension ContractReference {
  /// - Parameter digests: of a centre's files; nil where `contract.yaml` is not among them.
  package init?(_ contract: Contract, digests: [(file: String, sha256: String)]) {
    guard let digest = digests.first(where: { $0.file == "contract.yaml" })?.sha256 else { return nil }
    self.init(version: contract.version, digest: digest)
  }
}
