internal import Foundation
package import Vocabulary

/// `report.html`: the month on one self-contained page, in both languages, without scripts or network.
package struct HTMLReport {
  let plan: MonthPlan
  let language: Language

  /// - Parameter language: the one the page opens with.
  package init(plan: MonthPlan, language: Language) {
    self.plan = plan
    self.language = language
  }

  package func text() -> String {
    let settings = plan.centre.settings
    let title = Wording(
      "\(settings.name) \(settings.brand) 班表 \(plan.month)", "\(settings.name) \(settings.brand) roster \(plan.month)")
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(HTML.escaped(title.text(language)))</title>
      <style>
      \(ReportStyle.css(days: plan.month.period.dayCount))</style></head><body>
      <input class="switch" type="radio" name="lang" id="lang-zh"\(language == .chinese ? " checked" : "")><input class="switch" type="radio" name="lang" id="lang-en"\(language == .english ? " checked" : "")>
      <header><div class="languages"><label for="lang-zh">中文</label><label for="lang-en">English</label></div>
      <h1>\(HTML.text(title))</h1></header>
      <main>
      \(sections())<footer>\(HTML.text("由班表（Banbiao）生成。全部数字可用 banbiao check 独立复核；各文件的格式见项目文档。", "Made by Banbiao. Every figure can be recomputed by banbiao check; the formats of all files are documented."))</footer>
      </main></body></html>

      """
  }

  private func sections() -> String {
    let facts = PlanFacts(plan)
    return [
      HeadlineSection(plan: plan, facts: facts).html(), ForecastSection(plan: plan).html(),
      CoverageSection(plan: plan).html(), RosterSection(plan: plan, facts: facts).html(),
      RulesSection(plan: plan, facts: facts).html(), CostSection(plan: plan).html(),
      SettlementSection(plan: plan).html(),
    ].joined()
  }
}
