import Foundation
import Testing
import Vocabulary

@testable import Forecasting

/// What must hold for any history.
@Suite struct ForecasterPropertyTests {
  /// Histories of every awkward sort.
  static let centres: [SyntheticCentre] = {
    var centres: [SyntheticCentre] = []
    for (index, days) in [9, 25, 43, 60, 130, 460].enumerated() {
      var centre = SyntheticCentre()
      centre.dayCount = days
      centre.seed = UInt64(index + 7)
      centre.callsPerDay = [30.0, 800, 20_000][index % 3]
      if index % 2 == 1 { centre.factor = { $0.weekday == .sunday ? 0 : 1 } }
      centres.append(centre)
    }
    return centres
  }()

  @Test(arguments: centres) func everyHalfHourIsForecastInOrder(centre: SyntheticCentre) throws {
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    #expect(forecast.rows.map(\.start) == request.period.halfHours)
    let open = Set(request.openHalfHours)
    for row in forecast.rows {
      #expect(row.mean >= 0 && row.mean.isFinite)
      #expect(row.quantiles.count == Forecast.levels.count)
      #expect(row.quantiles == row.quantiles.sorted())
      #expect(row.quantiles[0] >= 0)
      if open.contains(row.start) {
        #expect(row.averageHandlingTime > 0)
      } else {
        #expect(row.mean == 0 && row.quantiles.allSatisfy { $0 == 0 } && row.averageHandlingTime == 0)
      }
    }
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    var random = SeededRandom(seed: 5)
    let centre = SyntheticCentre()
    var request = centre.request()
    let forecast = try Forecaster().forecast(request)
    request.history.records = request.history.records.shuffled(using: &random)
    request.openHalfHours.reverse()
    #expect(try Forecaster().forecast(request) == forecast)
  }

  @Test func theFutureDoesNotMatter() throws {
    let centre = SyntheticCentre()
    let request = centre.request()
    let forecast = try Forecaster().forecast(request)
    var seeing = request
    for start in request.openHalfHours {
      seeing.history.records.append(CallRecord(start: start, offered: 1e6, averageHandlingTime: 9))
    }
    seeing.history.records.append(CallRecord(start: request.origin, offered: 5e5))
    #expect(try Forecaster().forecast(seeing) == forecast)
  }

  @Test func tenTimesTheCallsIsTenTimesTheForecast() throws {
    let centre = SyntheticCentre()
    var request = centre.request()
    let forecast = try Forecaster().forecast(request)
    for index in request.history.records.indices { request.history.records[index].offered? *= 10 }
    let scaled = try Forecaster().forecast(request)
    #expect(abs(scaled.total / forecast.total / 10 - 1) < 0.01)
  }

  /// Half-hour by half-hour, and whatever the history. Counting noise of small counts is not scaled by ten, so a half-hour
  /// need only agree as far as its own noise in ten weeks of history.
  @Test(arguments: centres.filter { $0.dayCount >= 60 }) func everyHalfHourScales(centre: SyntheticCentre) throws {
    var request = centre.request()
    let forecast = try Forecaster().forecast(request)
    for index in request.history.records.indices { request.history.records[index].offered? *= 10 }
    let scaled = try Forecaster().forecast(request)
    for (row, tenfold) in zip(forecast.rows, scaled.rows) where row.mean > 0 {
      let tolerance = 0.02 + 2 / (10 * row.mean).squareRoot()
      #expect(abs(tenfold.mean / row.mean / 10 - 1) < tolerance, "\(row.start) \(row.mean) \(tenfold.mean)")
    }
  }

  @Test(arguments: centres) func aDayIsTheSumOfItsHalfHours(centre: SyntheticCentre) throws {
    let detailed = try Forecaster().detailedForecast(centre.request(share: 0.7))
    for day in detailed.days {
      #expect(abs(day.mean - detailed.forecast.total(on: day.date)) <= 1e-9 * max(1, day.mean))
      #expect(day.quantiles == day.quantiles.sorted())
    }
    #expect(detailed.days.map(\.date) == centre.request().period.days)
  }

  @Test func aShareThinsTheCalls() throws {
    let centre = SyntheticCentre()
    let whole = try Forecaster().forecast(centre.request())
    let part = try Forecaster().forecast(centre.request(share: 0.3))
    for (full, thinned) in zip(whole.rows, part.rows) {
      #expect(abs(thinned.mean - 0.3 * full.mean) < 1e-9)
      // Fewer calls are relatively noisier.
      if full.mean > 20 {
        let spread = (full.quantiles[5] - full.quantiles[1]) / full.mean
        #expect((thinned.quantiles[5] - thinned.quantiles[1]) / thinned.mean > spread)
      }
    }
    let none = try Forecaster().forecast(centre.request(share: 0))
    #expect(none.total == 0 && none.rows.allSatisfy { $0.quantiles == Forecast.levels.map { _ in 0 } })
  }

  @Test func theSameInputGivesTheSameBits() throws {
    let request = SyntheticCentre().request()
    let first = try Forecaster().forecast(request)
    #expect(try Forecaster().forecast(request) == first)
  }

  @Test func allZeroHistoryIsForecastAsZero() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 120
    centre.callsPerDay = 0
    #expect(try Forecaster().forecast(centre.request()).total < 1)
  }

  @Test func tooShortAHistoryIsRefused() throws {
    var centre = SyntheticCentre()
    centre.dayCount = 5
    #expect(throws: ForecastingError.historyTooShort(recordedDays: 5, origin: CivilDate("2024-01-06")!)) {
      try Forecaster().forecast(centre.request())
    }
  }

  @Test func badNumbersAreRefusedWithTheirPlace() throws {
    var request = SyntheticCentre().request()
    request.history.records[100].offered = .nan
    let place = request.history.records[100].start
    #expect(throws: ForecastingError.notANumber(what: "offered", at: place)) { try Forecaster().forecast(request) }
    request = SyntheticCentre().request(share: -0.5)
    #expect(throws: ForecastingError.notANumber(what: "share", at: nil)) { try Forecaster().forecast(request) }
  }

  @Test func aPeriodBeforeTheOriginIsRefused() throws {
    var request = SyntheticCentre().request()
    request.origin = request.period.firstHalfHour.adding(1)
    #expect(throws: ForecastingError.self) { try Forecaster().forecast(request) }
  }
}
