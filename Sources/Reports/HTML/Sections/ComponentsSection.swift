internal import Foundation
internal import Vocabulary

/// Money by component, and hours: a column for each scenario would not fit a page, so a row for each, and a table for each part.
struct ComponentsSection: ReportSection {
  let study: StudyResults

  let id = "components"
  let title = Wording("金额与工时明细", "Money and hours by component")

  var body: Markup {
    let (money, numbers) = (ScenarioFigures.moneyKeys, ScenarioFigures.numberKeys)
    let fee = money.firstIndex(of: "coefficient") ?? money.count
    let partner = money.firstIndex(of: "wages") ?? money.count
    let proof = numbers.firstIndex(of: "objective") ?? numbers.count
    return """
      \(table(Wording("座席费用（元）", "Seats (yuan)"), money[..<fee], StudyNames.money, amount))\
      \(table(Wording("费用与移动方（元）", "Fee and Mobile (yuan)"), money[fee..<partner], StudyNames.money, amount))\
      \(table(Wording("外包方（元）", "Partner (yuan)"), money[partner...], StudyNames.money, amount))\
      \(table(Wording("人、工时与服务", "People, hours and service"), numbers[..<proof], StudyNames.number, number))\
      \(table(Wording("证明与抽样月份", "Proof and drawn months"), numbers[proof...], StudyNames.number, number))
      """
  }

  private func table(
    _ caption: Wording, _ keys: ArraySlice<String>, _ name: (String) -> Wording,
    _ value: (String, ScenarioFigures) -> Markup
  ) -> Markup {
    Table(
      caption: caption, columns: [.text(Wording("方案", "Scenario"))] + keys.map { .number(name($0)) },
      rows: study.results.enumerated().compactMap { index, result in
        result.figures.map { figures in
          Table.Row(cells: ["\(index + 1). \(StudyNames.short(result.name))"] + keys.map { value($0, figures) })
        }
      }
    ).markup
  }

  private func amount(_ key: String, _ figures: ScenarioFigures) -> Markup {
    let value = figures[money: key]
    return key == "coefficient"
      ? "\(NumberText.atLeastTwoDecimals(value))" : "\(NumberText.grouped(value, decimals: 2))"
  }

  private func number(_ key: String, _ figures: ScenarioFigures) -> Markup {
    guard let value = figures.numbers[key] else { return "–" }
    return ScenarioFigures.shareKeys.contains(key)
      ? "\(NumberText.percent(value, decimals: 2))" : "\(NumberText.grouped(value))"
  }
}
