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

  /// The level of a row is what the other factors leave, so the product alone would not show effects that are not the
  /// forecast's: here the named sums stand against the sum that forecasts, holidays limited and offsets included.
  @Test(arguments: 1...20) func namedEffectsAddUpToTheForecast(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let firstDay = CivilDate("2024-01-01")!
    let past = firstDay.adding(days: 20 + random.below(60))
    let coming = firstDay.adding(days: 130)
    let gala = HolidayCalendar.Entry(name: "Gala", kind: .statutoryHoliday)
    let features = CalendarFeatures(
      firstDay: firstDay, dayCount: 160, isTaught: (0..<120).map { _ in true },
      holidays: HolidayCalendar(entries: [past: gala, coming: gala]),
      events: [
        CentreEvent(
          from: firstDay.adding(days: 140), to: firstDay.adding(days: 141), kind: .other, name: "new", factor: 2)
      ])
    let coefficients = features.effects.map { _ in random.normal() }
    let solution = LevelRegression.Solution(effects: coefficients, level: 3, variance: 0.01)
    let days = 120..<160
    for (day, effects) in zip(days, features.effects(of: solution, on: days, origin: 119)) {
      #expect(abs(effects.sum - (3 + features.sum(of: coefficients, on: day))) < 1e-9)
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
