internal import Foundation
package import Vocabulary

/// Forecasts kept as they were made: `forecasts/YYYY-MM/ORIGIN/` in the centre's folder, to be held against the month later.
///
/// ORIGIN is the last day whose calls were used. Nothing is ever overwritten: another forecast from the same origin, because inputs or
/// adjustments changed, stands beside the first as ORIGIN-2.
package enum FrozenForecast {
  static let names: Set<String> = ["forecast.csv", "explain.csv", "snapshot.json"]

  /// - Returns: the folder, and whether it is new: the very same forecast is kept once.
  package static func freeze(
    _ forecast: Forecast, _ explanation: ForecastExplanation, month: Month, origin: CivilDate, centreFolder: String,
    version: String, digests: [(file: String, sha256: String)]
  ) throws(CannotWrite) -> (path: String, isNew: Bool) {
    let forecastText = ResultTables.forecast(forecast)
    let explanationText = ResultTables.explanation(explanation)
    let total = forecast.rows.reduce(0) { $0 + $1.mean }
    let snapshot = JSONValue.object([
      ("month", .text("\(month)")), ("origin", .text("\(origin)")), ("offered", .number((total * 100).rounded() / 100)),
      ("version", .text(version)), ("inputs", .object(digests.map { ($0.file, .text($0.sha256)) })),
      (
        "files",
        .object([
          ("forecast.csv", .text(SHA256.hex(Array(forecastText.utf8)))),
          ("explain.csv", .text(SHA256.hex(Array(explanationText.utf8)))),
        ])
      ),
    ]).encoded()
    let parent = "\(centreFolder)/forecasts/\(month)"
    var number = 1
    var path = "\(parent)/\(origin)"
    while FileManager.default.fileExists(atPath: path) {
      if FileManager.default.contents(atPath: path + "/snapshot.json") == Data(snapshot.utf8) { return (path, false) }
      number += 1
      path = "\(parent)/\(origin)-\(number)"
    }
    let folder = try ResultFolder(target: path, holding: names)
    try folder.write("forecast.csv", forecastText)
    try folder.write("explain.csv", explanationText)
    try folder.write("snapshot.json", snapshot)
    try folder.publish()
    return (path, true)
  }

  /// The latest one of a month: of the latest origin the last made; nil where none was kept.
  package static func latest(month: Month, centreFolder: String) -> String? {
    let parent = "\(centreFolder)/forecasts/\(month)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    let kept = names.compactMap { name -> (origin: CivilDate, number: Int, name: String)? in
      guard let origin = CivilDate(String(name.prefix(10))) else { return nil }
      let rest = name.dropFirst(10)
      guard rest.isEmpty || rest.first == "-", let number = rest.isEmpty ? 1 : Int(rest.dropFirst()) else { return nil }
      return (origin, number, name)
    }
    return kept.max { ($0.origin, $0.number) < ($1.origin, $1.number) }.map { "\(parent)/\($0.name)" }
  }

  /// Refuses a frozen forecast whose files are no longer those that were frozen; other folders have no digests to keep.
  package static func verify(folder: String) throws {
    let path = folder + "/snapshot.json"
    guard FileManager.default.fileExists(atPath: path), let snapshot = try ResultReader.json(path) else { return }
    for name in ["forecast.csv", "explain.csv"] {
      let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
      guard snapshot["files"]?[name]?.textValue != SHA256.hex(Array(bytes)) else { continue }
      throw InputProblems([
        InputProblem(
          file: path, line: 1, column: 1,
          found: Wording("\(name) 冻结后被改动过", "\(name) was changed after it was frozen"),
          expected: Wording(
            "应与冻结时一致；另存的预测请用 --forecast 指定", "expected the file as frozen; name another forecast with --forecast"))
      ])
    }
  }
}
