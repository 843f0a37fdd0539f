import Foundation
import Testing
import Vocabulary

@testable import Forecasting

/// Handling times: their trend, and that a half-hour counts by its calls.
@Suite struct HandlingTimeTests {
  /// A year and a half that lengthens by a tenth a year goes on doing so, at about that speed.
  @Test(arguments: [-0.1, 0.1]) func aTrendIsFollowed(perYear: Double) throws {
    let centre = SyntheticCentre(dayCount: 540)
    let records = centre.records().map { record in
      var record = record
      record.averageHandlingTime? *= 1 + perYear * Double(record.start.date - centre.firstDay) / 365
      return record
    }
    let forecast = try Forecaster().forecast(centre.request(history: records))
    for row in forecast.rows where row.averageHandlingTime > 0 {
      let years = Double(row.start.date - centre.firstDay) / 365
      let expected = centre.handlingTime * (row.start.slot < 24 ? 0.9 : 1.1) * (1 + perYear * years)
      #expect(abs(row.averageHandlingTime / expected - 1) < 0.06)
    }
  }

  /// Wild times in half-hours with next to no calls do not move the level that the busy ones give.
  @Test func halfHoursCountByTheirCalls() throws {
    var centre = SyntheticCentre(dayCount: 200)
    centre.busyness = 0
    let quietSlot = centre.opens
    let records = centre.records().map { record in
      var record = record
      guard record.start.slot == quietSlot else { return record }
      record.offered = 1
      record.averageHandlingTime = 10 * centre.handlingTime
      return record
    }
    let forecast = try Forecaster().forecast(centre.request(history: records))
    for row in forecast.rows where row.averageHandlingTime > 0 && row.start.slot != quietSlot {
      let expected = centre.handlingTime * (row.start.slot < 24 ? 0.9 : 1.1)
      #expect(abs(row.averageHandlingTime / expected - 1) < 0.06)
    }
  }

  /// The level weighted by calls is total seconds over total calls, not the mean of the half-hours' times.
  @Test func theMeanOverADayIsThatOfItsCalls() throws {
    let centre = SyntheticCentre(dayCount: 120)
    let forecast = try Forecaster().forecast(centre.request())
    let calls = forecast.rows.reduce(0) { $0 + $1.mean }
    let seconds = forecast.rows.reduce(0) { $0 + $1.mean * $1.averageHandlingTime }
    let recent = centre.records().suffix(28 * (centre.closes - centre.opens))
    let recordedCalls = recent.reduce(0) { $0 + ($1.averageHandlingTime == nil ? 0 : $1.offered ?? 0) }
    let recordedSeconds = recent.reduce(0) { $0 + ($1.offered ?? 0) * ($1.averageHandlingTime ?? 0) }
    #expect(abs(seconds / calls / (recordedSeconds / recordedCalls) - 1) < 0.02)
  }
}
