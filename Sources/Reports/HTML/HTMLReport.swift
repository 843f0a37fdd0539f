package import Vocabulary

/// `report.html`: the month on one self-contained page.
///
/// No network and no script: what is chosen on the page, its language and the day shown, are radio buttons and style
/// sheets. Without style sheets everything is there, in both languages. The page is well-formed XML as well.
package struct HTMLReport {
  let month: ReportedMonth
  let language: Language
  let simulation: MonthSimulation?

  /// - Parameters:
  ///   - language: the one the page opens in.
  ///   - simulation: the month replayed call by call, where it has been.
  package init(plan: MonthPlan, language: Language, simulation: MonthSimulation? = nil) {
    month = ReportedMonth(plan)
    self.language = language
    self.simulation = simulation
  }

  package func text() -> String { page.source }

  private var sections: [any ReportSection] {
    let changes = month.plan.replanning.map { [ChangesSection(summary: $0, centre: month.plan.centre)] } ?? []
    let explanation = month.plan.explanation.map { [ExplanationSection(month: month, explanation: $0)] } ?? []
    let simulated = simulation.map { [SimulationSection(month: month, simulation: $0)] } ?? []
    let frontier = month.plan.frontier.map { [StaffingFrontierSection(frontier: $0)] } ?? []
    let weighed = month.plan.requirement.weighsService ? [WeighedServiceSection(month: month)] : []
    return [HeadlineSection(month: month)] + changes + [ForecastSection(month: month)] + explanation + [
      DaySection(month: month)
    ] + weighed + [
      HeatMapSection(month: month), RosterSection(month: month), ComplianceSection(month: month),
      FairnessSection(month: month), CostSection(month: month),
      SettlementSection(
        statement: month.plan.settlement, indicators: month.plan.centre.contract.indicators),
    ] + frontier + simulated + [InputsSection(month: month)]
  }

  private var page: HTMLPage {
    HTMLPage(
      kicker: Wording("排班计划", "Workforce plan"), title: title, sections: sections, footer: footer, language: language,
      dayCount: month.days.count, definitions: HTMLPage.hatching)
  }

  private var title: Wording {
    let settings = month.plan.centre.settings
    let place = [settings.name.isEmpty ? settings.centre : settings.name, settings.brand]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let name = month.plan.month.name
    return Wording("\(place) \(name.chinese)", "\(place), \(name.english)")
  }

  private var footer: Wording {
    Wording(
      "由班表（Banbiao）生成，种子 \(month.plan.solution.seed)。每个数字都可用 banbiao check 独立复核。",
      "Made by Banbiao, seed \(month.plan.solution.seed). Every figure can be recomputed with banbiao check.")
  }
}

extension Language {
  /// Of the `lang` attribute (BCP 47).
  var htmlCode: String { self == .chinese ? "zh-CN" : "en" }
}
