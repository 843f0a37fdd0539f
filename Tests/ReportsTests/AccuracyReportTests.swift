import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite struct AccuracyReportTests {
  private var plan: MonthPlan { SyntheticPlan.make(people: 12) }

  private func review(_ plan: MonthPlan) -> ForecastReview {
    ForecastReview(
      month: plan.month, source: .file("<a&b>"),
      rows: plan.forecast.rows.map {
        ForecastReview.Row(
          start: $0.start, actual: ($0.mean * 1.1).rounded(), forecast: $0.mean, quantiles: $0.quantiles,
          model: $0.mean * 0.9, seasonalNaive: $0.mean, neededForForecast: 3, neededForActual: 4)
      }, incompleteDays: [])
  }

  @Test(arguments: Language.allCases) func isWellFormedAndSelfContained(language: Language) throws {
    let plan = plan
    let text = AccuracyReport(review(plan), settings: plan.centre.settings, language: language).text()
    #expect(MarkupReader(text).problems == [])
    #expect(!text.contains("<a&b>") && text.contains("&lt;a&amp;b&gt;"))
    #expect(!text.contains("<script") && !text.contains("http://") && !text.contains("https://"))
  }

  @Test func theExplanationIsOnThePage() throws {
    var plan = plan
    #expect(!HTMLReport(plan: plan, language: .english).text().contains("id=\"explanation\""))
    let rows = plan.forecast.rows.map { row in
      ForecastExplanation.Row(
        start: row.start, level: 4000, trend: 1, weekday: 1.234, season: 1, holiday: 1, monthDay: 1, event: 1,
        profile: row.mean / 4936, adjustment: 1, mean: row.mean)
    }
    plan.explanation = ForecastExplanation(rows: rows)
    let text = HTMLReport(plan: plan, language: .english).text()
    #expect(MarkupReader(text).problems == [])
    #expect(text.contains("id=\"explanation\""))
    // Once in the example, once for each day.
    #expect(text.components(separatedBy: "×1.234").count == plan.month.period.dayCount + 1)
    #expect(text.contains("4,000"))
  }
}
