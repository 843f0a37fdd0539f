package import Vocabulary

/// What stands on a statement: its figures, where they came from, and why they are not the projected ones.
package struct StatementContent: Sendable {
  package var centre: Centre
  package var statement: SettlementStatement
  package var trace: SettlementTrace
  package var contract: ContractReference
  /// Nil where there is no projection to hold the month against.
  package var variance: SettlementVariance?
  package var inHouse: InHouseComparison?

  package init(
    centre: Centre, statement: SettlementStatement, trace: SettlementTrace, contract: ContractReference,
    variance: SettlementVariance?, inHouse: InHouseComparison?
  ) {
    self.centre = centre
    self.statement = statement
    self.trace = trace
    self.contract = contract
    self.variance = variance
    self.inHouse = inHouse
  }
}

/// `settlement.html`: the statement on one page, each line of which opens to the person-days, the rule and the contract's keys.
package struct StatementReport {
  private let content: StatementContent
  private let language: Language

  package init(_ content: StatementContent, language: Language) {
    self.content = content
    self.language = language
  }

  package func text() -> String {
    let settings = content.centre.settings
    let place = settings.name.isEmpty ? settings.centre : settings.name
    let month = content.statement.month.name
    var sections: [any ReportSection] = [
      SettlementSection(statement: content.statement, indicators: content.centre.contract.indicators)
    ]
    if let variance = content.variance { sections.append(VarianceSection(variance: variance)) }
    if let inHouse = content.inHouse { sections.append(InHouseSection(comparison: inHouse)) }
    sections += [
      PersonDaysSection(content: content), WorkingSection(items: content.trace.items, contract: content.contract),
      StaffBonusSection(content: content),
    ]
    return HTMLPage(
      kicker: Wording("结算单", "Settlement statement"),
      title: Wording("\(place) \(month.chinese)结算", "\(place), settlement of \(month.english)"), sections: sections,
      footer: footer, language: language
    ).source
  }

  private var footer: Wording {
    let version = content.contract.version.isEmpty ? "" : content.contract.version + " · "
    return Wording(
      "合同 \(version)SHA-256 \(content.contract.digest)。确认与调整记在同一文件夹的 ledger.csv（ledger.html）；每个数字都可用 banbiao check 独立复核。",
      "Contract \(version)SHA-256 \(content.contract.digest). Confirmations and adjustments are in ledger.csv (ledger.html) beside this page; every figure can be recomputed with banbiao check."
    )
  }
}
