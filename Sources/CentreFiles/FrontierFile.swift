internal import Foundation
package import Vocabulary

/// `frontier.json` and `frontier.csv`.
package enum FrontierFile {
  package static func json(_ frontier: StaffingFrontier, centre: String, month: Month) -> JSONValue {
    .object([
      ("centre", .text(centre)), ("month", .text("\(month)")), ("objective", .text(frontier.objective.rawValue)),
      ("target", number(frontier.target)), ("paths", .int(frontier.paths)),
      ("seed", .int(Int(truncatingIfNeeded: frontier.seed))), ("best", number(frontier.chosen.target)),
      ("levels", .array(frontier.levels.map(level))),
      ("verification", frontier.verification.map(verification) ?? .null),
    ])
  }

  private static func level(_ level: StaffingFrontier.Level) -> JSONValue {
    .object(
      [
        ("target", number(level.target)), ("requiredHours", number(level.requiredHours, 2)),
        ("paidHours", number(level.paidHours, 2)), ("mobileTotal", number(level.mobileTotal, 2)),
        ("partnerCost", number(level.partnerCost, 2)), ("partnerMargin", number(level.partnerMargin, 2)),
      ] + chances(level.chances))
  }

  private static func verification(_ verification: StaffingFrontier.Verification) -> JSONValue {
    .object([
      ("target", number(verification.target)), ("queues", .object(chances(verification.queues))),
      ("calls", .object(chances(verification.calls))),
    ])
  }

  private static func chances(_ chances: StaffingFrontier.Chances) -> [(String, JSONValue)] {
    [
      ("serviceLevel", SimulationFile.distribution(chances.serviceLevel)),
      ("probabilityOfTarget", number(chances.probabilityOfTarget)), ("tiers", SimulationFile.tiers(chances.tiers)),
      ("fee", SimulationFile.distribution(chances.fee, decimals: 2)),
      ("bonus", SimulationFile.distribution(chances.bonus, decimals: 2)),
      ("margin", chances.margin.map { SimulationFile.distribution($0, decimals: 2) } ?? .null),
    ]
  }

  private static func number(_ value: Double, _ decimals: Double = 6) -> JSONValue {
    SimulationFile.number(value, decimals)
  }

  /// A row for every level; a column of probability for every coefficient, named by the score it begins at.
  package static func csv(_ frontier: StaffingFrontier) -> String {
    let tiers = frontier.chosen.chances.tiers
    let names = tiers.map { "probabilityFrom\($0.from)" }
    var text =
      "target,requiredHours,paidHours,serviceLevel,probabilityOfTarget,"
      + (names + ["fee", "bonus", "mobileTotal", "partnerCost", "partnerMargin", "best"]).joined(separator: ",") + "\n"
    for (index, level) in frontier.levels.enumerated() {
      let cells =
        [
          level.target.text(4), level.requiredHours.text(2), level.paidHours.text(2),
          level.chances.serviceLevel.mean.text(4), level.chances.probabilityOfTarget.text(4),
        ] + level.chances.tiers.map { $0.probability.text(4) }
        + [
          level.chances.fee.mean, level.chances.bonus.mean, level.mobileTotal, level.partnerCost, level.partnerMargin,
        ].map { $0.text(2) } + [index == frontier.best ? "1" : "0"]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }
}
