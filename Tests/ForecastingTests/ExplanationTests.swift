import Foundation
import Testing
import Vocabulary

@testable import Forecasting

@Suite struct ExplanationTests {
  private func explained(_ centre: SyntheticCentre) throws -> DetailedForecast {
    try Forecaster().detailedForecast(centre.request(share: 0.7))
  }

  @Test(arguments: [30, 200, 600]) func theProductIsTheMean(dayCount: Int) throws {
    var centre = SyntheticCentre()
    centre.dayCount = dayCount
    let detailed = try explained(centre)
    #expect(detailed.explanation.rows.count == detailed.forecast.rows.count)
    for (row, forecast) in zip(detailed.explanation.rows, detailed.forecast.rows) {
      let product = row.factors.reduce(1) { $0 * $1.value }
      #expect(abs(product - forecast.mean) <= 1e-9 * max(1, forecast.mean))
      #expect(row.mean == forecast.mean)
    }
  }

  @Test func weekdaysAreNamedAsSuch() throws {
    var centre = SyntheticCentre()
    centre.weekdays = [2, 1, 1, 1, 1, 1, 1]
    let rows = try explained(centre).explanation.rows
    let monday = try #require(rows.first { $0.start.date.weekday == .monday })
    let tuesday = try #require(rows.first { $0.start.date.weekday == .tuesday })
    #expect(abs(monday.weekday / tuesday.weekday - 2) < 0.15)
    #expect(abs(monday.season - 1) < 0.05 && abs(monday.holiday - 1) < 0.05)
  }

  @Test func adjustmentsAreLayeredAndKeptApart() throws {
    let centre = SyntheticCentre()
    let plain = try explained(centre)
    let day = plain.days[3].date
    let adjusted = plain.adjusted(by: [
      ForecastAdjustment(from: day, to: day, change: .factor(2)),
      ForecastAdjustment(from: day, to: day, halfHours: 20..<22, change: .factor(0.5)),
      ForecastAdjustment(from: day, to: day, halfHours: 22..<23, change: .absolute(7)),
      ForecastAdjustment(from: day, to: day, change: .factor(100), isOn: false),
    ])
    for (index, row) in adjusted.forecast.rows.enumerated() {
      let before = plain.forecast.rows[index]
      let factor = row.start.date != day || before.mean == 0 ? 1 : (20..<22).contains(row.start.slot) ? 1 : 2
      let expected = row.start.date == day && row.start.slot == 22 ? 7 : before.mean * Double(factor)
      #expect(abs(row.mean - expected) < 1e-9)
      #expect(row.quantiles == row.quantiles.sorted())
      let explanation = adjusted.explanation.rows[index]
      #expect(abs(explanation.factors.reduce(1) { $0 * $1.value } - row.mean) < 1e-9 * max(1, row.mean))
      #expect(explanation.level == plain.explanation.rows[index].level)
    }
    #expect(adjusted.days[3].mean > 1.7 * plain.days[3].mean)
    #expect(adjusted.days[4] == plain.days[4])
    #expect(plain.adjusted(by: []).forecast == plain.forecast)
  }
}
