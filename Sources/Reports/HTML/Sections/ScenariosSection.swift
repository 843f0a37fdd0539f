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
        "\(NumberText.percent(figures.gap, decimals: 2))",
      ])
    }
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
    return "\("\(coefficient)")\(chance ?? "")"
  }
}

/// Money by component, and hours: a column for each scenario would not fit a page, so a row for each.
struct ComponentsSection: ReportSection {
  let study: StudyResults

  let id = "components"
  let title = Wording("金额与工时明细", "Money and hours by component")

  var body: Markup {
    let planned = study.results.filter { $0.figures != nil }
    let money = Table(
      caption: Wording("金额（元）", "Money (yuan)"),
      columns: [.text(Wording("方案", "Scenario"))]
        + ScenarioFigures.moneyKeys.map { .number(StudyNames.money($0)) },
      rows: planned.map { result in
        Table.Row(
          cells: ["\(result.name)"]
            + ScenarioFigures.moneyKeys.map { key -> Markup in
              let value = result.figures?[money: key] ?? 0
              return key == "coefficient"
                ? "\(NumberText.plain(value))" : "\(NumberText.grouped(value, decimals: 2))"
            })
      })
    let hours = Table(
      caption: Wording("人、工时、服务与证明", "People, hours, service and proof"),
      columns: [.text(Wording("方案", "Scenario"))]
        + ScenarioFigures.numberKeys.map { .number(StudyNames.number($0)) },
      rows: planned.map { result in
        Table.Row(
          cells: ["\(result.name)"]
            + ScenarioFigures.numberKeys.map { key -> Markup in
              guard let value = result.figures?.numbers[key] else { return "–" }
              return ScenarioFigures.shareKeys.contains(key)
                ? "\(NumberText.percent(value, decimals: 2))" : "\(NumberText.grouped(value))"
            })
      })
    return "\(money.markup)\(hours.markup)"
  }
}

/// Break-even points.
struct BreakEvenSection: ReportSection {
  let study: StudyResults

  let id = "breakevens"
  let title = Wording("盈亏点与边际价值", "Break-evens and marginal values")

  var body: Markup {
    guard !study.breakEvens.isEmpty else {
      return Piece.note(Wording("本研究没有要求盈亏点。", "This study asks for none."))
    }
    return Table(
      caption: Wording(
        "在基准计划或其对偶价格上求得，再以重新排班核实", "Found on the base plan or by its dual prices, then confirmed by planning anew"),
      columns: [
        .text(Wording("问题", "Question")), .text(Wording("估计", "Estimate")), .text(Wording("核实", "Confirmed")),
      ], rows: study.breakEvens.map { Table.Row(cells: ["\($0.name)", "\($0.estimate)", "\($0.confirmed)"]) },
      className: "prose"
    ).markup
  }
}
