import CentreFiles
import Foundation
import Testing
import Vocabulary

@Suite struct FrozenForecastTests {
  private let month = Month("2026-12")!
  private let origin = CivilDate("2026-11-24")!

  private func freeze(_ mean: Double, in folder: String) throws -> (path: String, isNew: Bool) {
    let rows = month.period.halfHours.map {
      Forecast.Row(start: $0, mean: mean, quantiles: Forecast.levels.map { $0 * mean }, averageHandlingTime: 150)
    }
    let explained = month.period.halfHours.map {
      ForecastExplanation.Row(
        start: $0, level: 480, trend: 1, weekday: 1, season: 1, holiday: 1, monthDay: 1, event: 1, profile: 0.02,
        adjustment: mean / 9.6, mean: mean)
    }
    return try FrozenForecast.freeze(
      Forecast(rows: rows), ForecastExplanation(rows: explained), month: month, origin: origin, centreFolder: folder,
      version: "1", digests: [("calls.csv", "abc")])
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("frozen-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func nothingIsOverwritten() throws {
    try withFolder { folder in
      let first = try freeze(10, in: folder)
      #expect(first.isNew && first.path.hasSuffix("forecasts/2026-12/2026-11-24"))
      let kept = FileManager.default.contents(atPath: first.path + "/forecast.csv")
      let again = try freeze(10, in: folder)
      #expect(again.path == first.path && !again.isNew)
      let other = try freeze(12, in: folder)
      #expect(other.isNew && other.path.hasSuffix("2026-11-24-2"))
      #expect(FileManager.default.contents(atPath: first.path + "/forecast.csv") == kept)
      #expect(FrozenForecast.latest(month: month, centreFolder: folder) == other.path)
      #expect(FrozenForecast.latest(month: Month("2026-11")!, centreFolder: folder) == nil)
    }
  }

  @Test func aChangedFileIsRefused() throws {
    try withFolder { folder in
      let path = try freeze(10, in: folder).path
      try FrozenForecast.verify(folder: path)
      let file = path + "/forecast.csv"
      let text = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
      try Data(text.replacingOccurrences(of: "10.0000", with: "11.0000").utf8).write(to: URL(fileURLWithPath: file))
      #expect(throws: InputProblems.self) { try FrozenForecast.verify(folder: path) }
    }
  }

  @Test func theModelsOwnNumbersAreReadBack() throws {
    try withFolder { folder in
      let path = try freeze(12, in: folder).path
      let model = try ResultReader.modelCalls(path: path + "/explain.csv", period: month.period)
      #expect(model.count == month.period.halfHours.count)
      #expect(model.values.allSatisfy { abs($0 - 9.6) < 1e-6 })
    }
  }
}
