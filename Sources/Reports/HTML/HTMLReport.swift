package import Vocabulary

/// `report.html`: the month on one self-contained page.
///
/// No network and no script: what is chosen on the page, its language and the day shown, are radio buttons and style
/// sheets. Without style sheets everything is there, in both languages. The page is well-formed XML as well.
package struct HTMLReport {
  let month: ReportedMonth
  let language: Language

  /// - Parameter language: the one the page opens in.
  package init(plan: MonthPlan, language: Language) {
    month = ReportedMonth(plan)
    self.language = language
  }

  package func text() -> String { page.source }

  private var sections: [any ReportSection] {
    let changes = month.plan.replanning.map { [ChangesSection(summary: $0, centre: month.plan.centre)] } ?? []
    return [HeadlineSection(month: month)] + changes + [
      ForecastSection(month: month), DaySection(month: month),
      HeatMapSection(month: month), RosterSection(month: month), ComplianceSection(month: month),
      FairnessSection(month: month), CostSection(month: month),
      SettlementSection(
        statement: month.plan.settlement, indicators: month.plan.centre.contract.indicators),
      InputsSection(month: month),
    ]
  }

  private var page: HTMLPage {
    HTMLPage(
      kicker: Wording("排班计划", "Workforce plan"), title: title, sections: sections, footer: footer, language: language,
      dayCount: month.days.count, definitions: hatching)
  }

  private var title: Wording {
    let settings = month.plan.centre.settings
    let place = [settings.name.isEmpty ? settings.centre : settings.name, settings.brand]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let name = month.plan.month.name
    return Wording("\(place) \(name.chinese)", "\(place), \(name.english)")
  }

  /// The pattern of what is short, so that it differs from what is over by more than a colour.
  private var hatching: Markup {
    """
    <svg class="definitions" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" \
    patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-ground" d="M0 0H5V5H0Z"/>\
    <path class="hatch-line" d="M0 0V5"/></pattern></defs></svg>

    """
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
