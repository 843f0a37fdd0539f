internal import Foundation
internal import Vocabulary

/// The scenarios in one table: both parties' money beside the base's, service, and how sure it is.
struct ScenariosSection: ReportSection {
  let study: StudyResults

  let id = "scenarios"
  let title = Wording("方案对比", "Scenarios")

  var body: Markup {
    let question: Markup = study.question.isEmpty ? "" : "<p>\(study.question)</p>\n"
    return "\(question)\(Piece.note(note))\(table)\(changes)"
  }

  private var changes: Markup {
    Piece.details(
      Wording("各方案的改动", "What each scenario changes"),
      Table(
        caption: Wording("改动", "Changes"),
        columns: [.text(Wording("方案", "Scenario")), .text(Wording("改动", "Changes"))],
        rows: study.results.enumerated().map { index, result in
          Table.Row(cells: ["\(index + 1). \(result.name)", "\(result.changes.joined(separator: "; "))"])
        }, className: "prose"
      ).markup)
  }

  private var note: Wording {
    Wording(
      "差额与第一行（基准）相比。每份班表都有可证明的差距；差额不大于两份差距之和时写作「差距之内」，不作为节省。系数旁是它在抽样月份中的概率。",
      "Differences are against the first row, the base. Every roster has a proved gap; a difference not above the two gaps added up is called within gaps, never a saving. Beside a coefficient stands its chance over drawn months."
    )
  }

  private var table: Markup {
    Table(
      caption: Wording("\(study.centre) \(study.month.name.chinese)", "\(study.centre), \(study.month.name.english)"),
      columns: [
        .text(Wording("方案", "Scenario")), .number(Wording("移动方总成本", "Mobile's total")),
        .number(Wording("差额", "Difference")),
        .number(Wording("外包方毛利", "Partner's margin")), .number(Wording("差额", "Difference")),
        .number(Wording("系数", "Coefficient")), .number(Wording("服务水平", "Service level")),
        .number(Wording("计薪工时", "Paid hours")), .number(Wording("最多在座", "Most seated")),
        .number(Wording("差距", "Gap")),
      ], rows: study.results.enumerated().map { row($0.offset + 1, $0.element) }, className: "prose"
    ).markup
  }

  private func row(_ number: Int, _ result: ScenarioResult) -> Table.Row {
    let name: Markup = "\(number). \(result.name)"
    switch result.outcome {
    case .noRoster(let reason):
      let words = Wording("没有班表：\(reason.chinese)", "no roster: \(reason.english)")
      return Table.Row(cells: [name, "<span class=\"bad\">\(words)</span>"])
    case .planned(let figures):
      return Table.Row(cells: [
        name, "\(NumberText.yuan(figures[money: "mobileTotal"]))", difference("mobileTotal", figures),
        "\(NumberText.yuan(figures[money: "margin"]))", difference("margin", figures), coefficient(figures),
        "\(NumberText.percent(figures[number: "serviceLevel"], decimals: 2))",
        "\(NumberText.grouped(figures[number: "paidHours"]))",
        "\(NumberText.grouped(figures[number: "seatedHighest"]))",
        gap(figures),
      ])
    }
  }

  /// The search has failed where a roster is proved to be that far from the best; its money says nothing.
  private static let failedGap = 0.1

  private func gap(_ figures: ScenarioFigures) -> Markup {
    let text = NumberText.percent(figures.gap, decimals: 2)
    guard figures.gap > ScenariosSection.failedGap else { return "\(text)" }
    return
      "<span class=\"bad\">\(text)</span> <small>\(Wording("没有排好，请加大计算量", "not well rostered: more effort"))</small>"
  }

  private func difference(_ key: String, _ figures: ScenarioFigures) -> Markup {
    guard let base = study.base else { return "" }
    let found = ScenarioDifference(key, figures, base: base)
    guard found.yuan != 0 else { return "–" }
    return found.isWithinGaps
      ? "\(NumberText.yuan(found.yuan)) <small>\(Wording("差距之内", "within gaps"))</small>"
      : "<b>\(NumberText.yuan(found.yuan))</b>"
  }

  private func coefficient(_ figures: ScenarioFigures) -> Markup {
    let coefficient = figures[money: "coefficient"]
    let chance = figures.chance(of: coefficient).map { share -> Markup in
      " <small>\(NumberText.percent(share, decimals: 0))</small>"
    }
    return "\(NumberText.atLeastTwoDecimals(coefficient))\(chance ?? "")"
  }
}
