internal import Foundation
package import Vocabulary

/// `figures.json` of a plan that a study made: what is read back when the study goes on.
package enum ScenarioFile {
  package static func json(_ figures: ScenarioFigures) -> JSONValue {
    .object([
      (
        "money",
        .object(
          ScenarioFigures.moneyKeys.compactMap { key in figures.money[key].map { (key, .text("\($0)")) } })
      ),
      (
        "numbers",
        .object(
          ScenarioFigures.numberKeys.compactMap { key in figures.numbers[key].map { (key, .number($0)) } })
      ),
      (
        "chances",
        .array(
          figures.chances.map {
            .object([("coefficient", .text("\($0.coefficient)")), ("share", .number($0.share))])
          })
      ), ("roster", .text(figures.roster)),
    ])
  }

  package static func noRoster(_ reason: Wording) -> JSONValue {
    .object([("noRoster", .text(reason.english)), ("noRosterChinese", .text(reason.chinese))])
  }

  /// What a folder of a plan holds; nil where it holds nothing whole.
  package static func read(folder: String) -> ScenarioResult.Outcome? {
    guard FileManager.default.fileExists(atPath: folder + "/figures.json"),
      let json = try? ResultReader.json(folder + "/figures.json")
    else { return nil }
    if let english = json["noRoster"]?.textValue, let chinese = json["noRosterChinese"]?.textValue {
      return .noRoster(Wording(chinese, english))
    }
    var figures = ScenarioFigures()
    for key in ScenarioFigures.moneyKeys {
      figures.money[key] = json["money"]?[key]?.textValue.flatMap { Decimal(exactly: $0) }
    }
    for key in ScenarioFigures.numberKeys { figures.numbers[key] = json["numbers"]?[key]?.doubleValue }
    figures.chances = (json["chances"]?.arrayValue ?? []).compactMap { entry in
      guard let value = entry["coefficient"]?.textValue.flatMap({ Decimal(exactly: $0) }),
        let share = entry["share"]?.doubleValue
      else { return nil }
      return (value, share)
    }
    guard let roster = json["roster"]?.textValue, figures.money["margin"] != nil else { return nil }
    figures.roster = roster
    return .planned(figures)
  }
}
