import Foundation
import Testing
import Vocabulary

@testable import Forecasting

@Suite struct BacktestTests {
  @Test func aMonthSeesNothingAfterItsOrigin() throws {
    let centre = SyntheticCentre()
    let history = CallHistory(records: centre.records())
    let month = Month("2024-09")!
    let plain = try Backtest(history: history, holidays: centre.holidays, months: [month])
    #expect(plain.months[0].origin == CivilDate("2024-08-25")!)
    var changed = history
    for index in changed.records.indices where changed.records[index].start.date > plain.months[0].origin {
      changed.records[index].offered = 0
    }
    let blind = try Backtest(history: changed, holidays: centre.holidays, months: [month])
    #expect(blind.months[0].forecast.forecast == plain.months[0].forecast.forecast)
    #expect(blind.overall.wapeHalfHour == nil)
  }

  @Test func theDefaultIsTheLastSixMonths() throws {
    let centre = SyntheticCentre()
    let months = Backtest.lastMonths(of: CallHistory(records: centre.records()))
    #expect(months.map(\.description) == ["2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10"])
  }

  @Test func intervalsCoverWhatTheyPromise() throws {
    var inside = 0.0
    var insideDays = 0.0
    for seed in 1...4 {
      var centre = SyntheticCentre()
      centre.busyness = 0.08
      centre.seed = UInt64(seed)
      let backtest = try Backtest(
        history: CallHistory(records: centre.records()), holidays: centre.holidays,
        months: [Month("2024-07")!, Month("2024-09")!])
      inside += try #require(backtest.overall.coverage80) / 4
      insideDays += try #require(backtest.overall.coverage80Day) / 4
    }
    #expect((0.74...0.86).contains(inside), "\(inside)")
    #expect((0.70...0.90).contains(insideDays), "\(insideDays)")
  }

  /// Two half-hours of a day: actual 10 and 30, forecast 12 and 25, quantiles p10 8/20, p50 12/25, p90 16/29.
  /// WAPE (2 + 5) ÷ 40; daily |37 − 40| ÷ 40; bias −3 ÷ 40; of the two only the first lies inside; pinball, by hand:
  /// first 0.1·2 + 0.5·2 + 0.1·6 = 1.8, second 0.1·10 + 0.5·5 + 0.9·1 = 4.4, so 2 · (6.2 ÷ 3) ÷ 40; weekly scale 2:
  /// MASE 7 ÷ 2 ÷ 2.
  @Test func measuresAreThoseOfTheFormats() throws {
    let date = CivilDate("2025-03-03")!
    let starts = [HalfHour(date: date, slot: 20), HalfHour(date: date, slot: 21)]
    let quantiles = [[7.0, 8, 10, 12, 14, 16, 17], [18, 20, 22, 25, 27, 29, 31]]
    let rows = (0..<2).map {
      Forecast.Row(start: starts[$0], mean: [12.0, 25][$0], quantiles: quantiles[$0], averageHandlingTime: 100)
    }
    let day = DetailedForecast.Day(
      date: date, mean: 37, quantiles: [25, 30, 33, 37, 40, 44, 50], busynessDeviation: 0.1)
    let history = CallHistory(records: [
      CallRecord(start: starts[0], offered: 10), CallRecord(start: starts[1], offered: 30),
    ])
    let accuracy = Accuracy(
      of: DetailedForecast(forecast: Forecast(rows: rows), days: [day], rateVariances: [0, 0]), against: history,
      weeklyDifference: 2)
    #expect(accuracy.halfHours == 2)
    #expect(isClose(accuracy.wapeHalfHour, 7.0 / 40))
    #expect(isClose(accuracy.wapeDay, 3.0 / 40))
    #expect(isClose(accuracy.bias, -3.0 / 40))
    #expect(isClose(accuracy.pinball, 0.31 / 3))
    #expect(accuracy.coverage80 == 0.5)
    #expect(accuracy.coverage80Day == 1)
    #expect(isClose(accuracy.mase, 7.0 / 4))
    let floor = (2 * 10 / Double.pi).squareRoot() + (2 * 30 / Double.pi).squareRoot()
    #expect(isClose(accuracy.poissonFloor, floor / 40))
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-12 } ?? false
  }
}
