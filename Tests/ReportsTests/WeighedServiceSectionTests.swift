import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The section of service inside the roster")
struct WeighedServiceSectionTests {
  @Test("It stands in the page where service is weighed, with the price and the planned service in both languages")
  func isShownWhereServiceIsWeighed() throws {
    var plan = SyntheticPlan.make(people: 40)
    #expect(!HTMLReport(plan: plan, language: .english).text().contains("id=\"service-in-roster\""))
    for index in plan.requirement.rows.indices where plan.requirement.rows[index].required > 0 {
      let owed = plan.requirement.rows[index].required
      plan.requirement.rows[index].service = PricedService(
        pricePerCall: 2.75,
        points: [
          .init(effective: owed, serviceLevel: 0.71, beyondTarget: -4),
          .init(effective: owed + 1_000, serviceLevel: 1, beyondTarget: 6),
        ])
    }
    plan.solution.terms.append(("service", 4_321))
    let page = HTMLReport(plan: plan, language: .english).text()
    #expect(MarkupReader(page).problems == [])
    let start = try #require(page.range(of: "<section id=\"service-in-roster\""))
    let section = page[start.lowerBound...]
    for text in ["¥2.75", "服务计入班表", "Service inside the roster", "¥4,321", "71.0%", "0.03"] {
      #expect(section.contains(text), "\(text)")
    }
    #expect(page.contains("未及时接听"))
  }
}
