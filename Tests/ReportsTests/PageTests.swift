import Foundation
import Reports
import TestSupport
import Testing
import Vocabulary

/// `report.html` as a browser and a reader meet it.
@Suite struct PageTests {
  /// Names and values of a tag's attributes; throws nothing, so that broken markup shows as a missing attribute.
  private static func values(of attribute: String, in page: String) -> [Substring] {
    page.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "\"" } }
  }

  @Test(arguments: Language.allCases, seeds(3))
  func tagsCloseInOrder(language: Language, seed: UInt64) {
    let page = HTMLReport(plan: SeededPlan.plan(seed: seed), language: language).text()
    let empty: Set<Substring> = ["!DOCTYPE", "!doctype", "meta", "input", "br", "hr", "col"]
    var open: [Substring] = []
    var mismatches: [String] = []
    for part in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.first == "/" {
        let closed = tag.dropFirst()
        if open.popLast() != closed { mismatches.append(String(part.prefix(60))) }
      } else if !empty.contains(name), tag.last != "/" {
        open.append(name)
      }
    }
    #expect(mismatches.isEmpty && open.isEmpty)
  }

  /// The hostile text stands in the centre's name and brand, a person's name, a team, a holiday, an indicator, a rule and
  /// a phase.
  @Test func noTextOfAUserBecomesMarkup() {
    let page = HTMLReport(plan: SeededPlan.plan(seed: 1), language: .chinese).text()
    #expect(!page.contains("<i onload"))
    #expect(!page.contains("'x'>"))
    #expect(page.contains("&lt;i onload="))
  }

  @Test func nothingIsLoadedAndNothingRuns() {
    let page = HTMLReport(plan: SeededPlan.plan(seed: 2), language: .english).text()
    for sign in ["<script", "<link", "<iframe", "<img", "@import", "src=", "http:", "https:", "javascript:"] {
      #expect(!page.contains(sign), "the page contains \(sign)")
    }
    // What is drawn may refer to a pattern of the page itself.
    for target in page.components(separatedBy: "url(").dropFirst() { #expect(target.hasPrefix("#")) }
  }

  @Test func everyLabelAndLinkHasItsTarget() {
    let page = HTMLReport(plan: SeededPlan.plan(seed: 3), language: .chinese).text()
    let ids = PageTests.values(of: "id", in: page)
    #expect(Set(ids).count == ids.count)
    let targets =
      PageTests.values(of: "for", in: page)
      + PageTests.values(of: "href", in: page).filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
    #expect(!targets.isEmpty && Set(targets).isSubset(of: Set(ids)))
  }

  @Test func figuresAreThePlans() {
    let plan = SeededPlan.plan(seed: 4)
    let page = HTMLReport(plan: plan, language: .chinese).text()
    // Fee, margin, Mobile's total, objective, bound, what at most could be saved.
    for figure in ["265,900", "76,900", "291,400", "1,234,567", "1,222,333", "12,234"] {
      #expect(page.contains(figure), "\(figure) is missing")
    }
    #expect(plan.solution.objective - plan.solution.lowerBound == 12_234)
  }

  @Test(arguments: Language.allCases) func thePageOpensInItsLanguageAndRepeats(language: Language) {
    let page = HTMLReport(plan: SeededPlan.plan(seed: 5), language: language).text()
    #expect(page.contains("<html lang=\"\(language.rawValue)"))
    #expect(page == HTMLReport(plan: SeededPlan.plan(seed: 5), language: language).text())
    let other = language == .chinese ? Language.english : .chinese
    #expect(page != HTMLReport(plan: SeededPlan.plan(seed: 5), language: other).text())
  }

  /// 240 people within 3 MB; above 600 the grid is left to the workbook, and the page does not grow with the people.
  @Test func thePageStaysSmall() {
    let usual = HTMLReport(plan: SeededPlan.plan(seed: 6, people: 240), language: .chinese).text().utf8.count
    let largest = HTMLReport(plan: SeededPlan.plan(seed: 6, people: 601), language: .chinese).text().utf8.count
    #expect(usual < 3_000_000)
    #expect(largest < usual)
  }
}
