import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The page")
struct HTMLReportTests {
  static let plan = SyntheticPlan.make(people: 40)
  static let page = HTMLReport(plan: plan, language: .chinese).text()
  static let reader = MarkupReader(page)

  @Test("Tags balance and attributes are quoted")
  func isWellFormed() {
    #expect(Self.reader.problems == [])
    #expect(Self.reader.elements.count > 1000)
  }

  @Test("Nothing is fetched and nothing is run")
  func isSelfContained() {
    #expect(!Self.page.lowercased().contains("http"))
    #expect(!Self.page.contains("@import"))
    let names = Set(Self.reader.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "base"]))
    for element in Self.reader.elements {
      #expect(element.attributes["src"] == nil)
      #expect(element.attributes["href"].map { $0.hasPrefix("#") } ?? true)
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
    }
  }

  @Test("What users wrote is shown as text")
  func escapes() {
    #expect(Self.page.contains("&lt;b&gt;O&#39;Neil&lt;/b&gt; &amp; &quot;Söhne&quot;"))
    #expect(Self.page.contains("神州行 &amp; &lt;R&amp;D&gt;"))
    #expect(Self.page.contains("月初&lt;账单&gt;"))
    #expect(!Self.page.contains("<账单>") && !Self.page.contains("<R&D>") && !Self.page.contains("O'Neil"))
  }

  @Test("Every id is there once, and every label and link leads to one")
  func identifiersAreSound() {
    let ids = Self.reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in Self.reader.elements {
      if let target = element.attributes["for"] { #expect(ids.contains(target)) }
      if let link = element.attributes["href"] { #expect(ids.contains(String(link.dropFirst()))) }
    }
  }

  @Test("The plan's figures are those shown")
  func figuresAreThePlans() {
    let figures = [
      "¥1,488,993.11", "¥1,438,997.34", "194.4591", "86.82%", "¥273,271.99", "−¥1,099,455.04", "¥1,584,193.11",
      "−¥1,000.50", "× 1.03", "¥1,212,567", "¥1,230,000",
    ]
    for figure in figures { #expect(Self.page.contains(">\(figure)<"), "\(figure) is missing") }
    let calls = Self.plan.forecast.rows.reduce(0) { $0 + $1.mean }
    #expect(Self.page.contains("<b>\(NumberText.grouped(calls))</b>"))
  }

  @Test("Every cell of the roster is the plan's")
  func gridIsTheRoster() {
    for agent in Self.plan.centre.agents {
      let row = Self.page.components(separatedBy: "<b>\(agent.id)</b>").dropFirst().first?
        .components(separatedBy: "</tr>").first
      let shown = row?.components(separatedBy: "<td class=\"k").dropFirst().map { cell -> String in
        String(cell.dropFirst(3).prefix { $0 != "<" })
      }
      let worked = Self.plan.roster.entries.filter { $0.agent == agent.id }.map(\.shift)
      #expect(shown?.count == Self.plan.month.period.dayCount)
      #expect(shown?.filter { !$0.isEmpty && $0 != "/" } == worked)
    }
  }

  @Test("One day is chosen at first, and each has a panel", arguments: [28, 31])
  func daysCanBeChosen(days: Int) {
    let style = StyleSheet(dayCount: days).markup.source
    #expect(style.contains("#day-\(days):checked") && !style.contains("#day-\(days + 1):checked"))
    #expect(!style.contains("&") && !style.contains("<"))
    let panels = Self.reader.elements.filter { $0.name == "article" }.count
    let chosen = Self.reader.elements.filter { $0.attributes["name"] == "day" && $0.attributes["checked"] != nil }
    #expect(panels == Self.plan.month.period.dayCount && chosen.count == 1)
  }

  @Test("The page opens in the language asked for", arguments: Language.allCases)
  func opensIn(language: Language) {
    let reader = MarkupReader(HTMLReport(plan: Self.plan, language: language).text())
    let checked = reader.elements.filter { $0.attributes["name"] == "language" && $0.attributes["checked"] != nil }
    #expect(checked.map { $0.attributes["id"] } == ["language-\(language.rawValue)"])
    #expect(reader.elements.first { $0.name == "html" }?.attributes["lang"] == language.htmlCode)
  }

  @Test("Where one language stands the other stands too")
  func bothLanguages() {
    let languages = Self.reader.elements.filter { $0.name == "span" || $0.name == "tspan" }
      .compactMap { $0.attributes["lang"] }
    #expect(languages.count > 200)
    for index in stride(from: 0, to: languages.count, by: 2) {
      #expect(languages[index] == "zh" && languages[index + 1] == "en")
    }
  }

  @Test("Every drawing has a title or is hidden from readers of the screen")
  func drawingsAreNamed() {
    for (index, element) in Self.reader.elements.enumerated() where element.name == "svg" {
      let isHidden = element.attributes["aria-hidden"] == "true"
      #expect(isHidden || Self.reader.elements[index + 1].name == "title")
    }
  }

  @Test("The same plan gives the same page, however long it took")
  func isDeterministic() {
    var slower = Self.plan
    slower.solution.seconds = 99.5
    slower.solution.phases[1].seconds = 98.5
    let isSameWhenSlower = HTMLReport(plan: slower, language: .chinese).text() == Self.page
    #expect(isSameWhenSlower)
    let isSame = HTMLReport(plan: SyntheticPlan.make(people: 40), language: .chinese).text() == Self.page
    #expect(isSame)
  }
}

@Suite("The page of very large and of empty centres")
struct HTMLReportSizeTests {
  @Test("Above 600 people the grid is left to the workbook, and the page says so")
  func leavesTheGridToTheWorkbook() {
    let page = HTMLReport(plan: SyntheticPlan.make(people: 601), language: .chinese).text()
    #expect(page.contains("请看 roster.xlsx"))
    #expect(!page.contains("<b>GZ1001</b>"))
  }

  @Test("A centre without people, calls or rules still has a page")
  func emptyPlan() {
    var plan = SyntheticPlan.make(people: 1)
    plan.centre.agents = []
    plan.roster.entries = []
    plan.compliance = []
    plan.solution.terms = []
    plan.solution.phases = []
    plan.solution.lowerBound = 0
    for index in plan.forecast.rows.indices {
      plan.forecast.rows[index].mean = 0
      plan.forecast.rows[index].quantiles = []
      plan.coverage[index].required = 0
      plan.coverage[index].onDuty = 0
    }
    let page = HTMLReport(plan: plan, language: .english).text()
    #expect(MarkupReader(page).problems == [])
    #expect(page.contains("how much cheaper is not known"))
  }
}
