internal import Foundation
package import Vocabulary

extension FrontierFile {
  /// A folder's `frontier.json` read back; nil where there is none, or it is not one.
  package static func read(folder: String) throws -> StaffingFrontier? {
    let path = folder + "/frontier.json"
    guard FileManager.default.fileExists(atPath: path), let json = try ResultReader.json(path) else { return nil }
    guard let objective = json["objective"]?.textValue.flatMap(ServiceTarget.Objective.init(rawValue:)),
      let target = json["target"]?.doubleValue, let paths = json["paths"]?.doubleValue,
      let seed = json["seed"]?.doubleValue, let levels = json["levels"]?.arrayValue?.compactMap(level), !levels.isEmpty
    else { return nil }
    var frontier = StaffingFrontier(
      objective: objective, target: target, paths: Int(paths), seed: UInt64(bitPattern: Int64(exactly: seed) ?? 0),
      levels: levels)
    if let verified = json["verification"], let level = verified["target"]?.doubleValue,
      let queues = verified["queues"].flatMap(chances), let calls = verified["calls"].flatMap(chances)
    {
      frontier.verification = StaffingFrontier.Verification(target: level, queues: queues, calls: calls)
    }
    return frontier
  }

  private static func level(_ json: JSONValue) -> StaffingFrontier.Level? {
    func number(_ key: String) -> Double? { json[key]?.doubleValue }
    guard let chances = chances(json), let target = number("target"), let required = number("requiredHours"),
      let paid = number("paidHours"), let total = number("mobileTotal"), let cost = number("partnerCost"),
      let margin = number("partnerMargin")
    else { return nil }
    return StaffingFrontier.Level(
      target: target, requiredHours: required, paidHours: paid, chances: chances, mobileTotal: total,
      partnerCost: cost, partnerMargin: margin)
  }

  private static func chances(_ json: JSONValue) -> StaffingFrontier.Chances? {
    guard let level = json["serviceLevel"].flatMap(distribution), let fee = json["fee"].flatMap(distribution),
      let bonus = json["bonus"].flatMap(distribution), let reached = json["probabilityOfTarget"]?.doubleValue
    else { return nil }
    return StaffingFrontier.Chances(
      serviceLevel: level, probabilityOfTarget: reached, tiers: (json["tiers"]?.arrayValue ?? []).compactMap(tier),
      fee: fee, bonus: bonus, margin: json["margin"].flatMap(distribution))
  }

  private static func tier(_ json: JSONValue) -> MonthSimulation.Tier? {
    func exact(_ key: String) -> Decimal? { json[key]?.textValue.flatMap { Decimal(exactly: $0) } }
    guard let from = exact("from"), let value = exact("value"), let chance = json["probability"]?.doubleValue else {
      return nil
    }
    return MonthSimulation.Tier(from: from, value: value, probability: chance)
  }

  private static func distribution(_ json: JSONValue) -> MonthSimulation.Distribution? {
    func number(_ key: String) -> Double? { json[key]?.doubleValue }
    guard let mean = number("mean"), let p05 = number("p05"), let p50 = number("p50"), let p95 = number("p95") else {
      return nil
    }
    return MonthSimulation.Distribution(mean: mean, p05: p05, p50: p50, p95: p95)
  }
}
