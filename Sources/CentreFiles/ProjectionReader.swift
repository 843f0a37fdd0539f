internal import Foundation
package import Vocabulary

/// A plan's folder as the projection of a month: `roster.csv`, `forecast.csv`, `requirement.csv`, `settlement.json`.
///
/// Of a month of which only the published roster is known, the folder may hold `roster.csv` alone.
package enum ProjectionReader {
  /// The roster of a folder that holds nothing else of a plan; nil where it holds more, or no roster either.
  package static func rosterAlone(folder: String, centre: Centre, month: Month) throws -> Roster? {
    let isThere = names.map { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    guard isThere == [true, false, false, false] else { return nil }
    return try RosterFile.read(path: folder + "/roster.csv", centre: centre, period: month.period).roster
  }

  private static let names = ["roster.csv", "forecast.csv", "requirement.csv", "settlement.json"]

  /// - Parameter contract: the terms the plan was made by; nil = the centre's, with the plan's own seat prices.
  package static func read(folder: String, contract: Contract?, centre: Centre, month: Month) throws -> Projection {
    try requireFiles(folder, month)
    let period = month.period
    let roster = try RosterFile.read(path: folder + "/roster.csv", centre: centre, period: period).roster
    let forecast = try ResultReader.forecast(path: folder + "/forecast.csv", period: period)
    let requirement = try ResultReader.requirement(path: folder + "/requirement.csv", period: period)
    let json = try ResultReader.json(folder + "/settlement.json")
    guard let json, json["basis"]?.textValue == "projected", json["month"]?.textValue == "\(month)",
      let fee = decimal(json["fee"]), let margin = decimal(json["partner"]?["margin"])
    else {
      throw InputProblems([
        InputProblem(
          file: folder + "/settlement.json", line: 1, column: 1,
          found: Wording("不是 \(month) 的预计结算", "it is no projected settlement of \(month)"),
          expected: Wording("应为 banbiao plan 写出的文件", "expected the file as banbiao plan wrote it"))
      ])
    }
    var indicators: [String: Decimal] = [:]
    for entry in json["indicators"]?.arrayValue ?? [] {
      if let name = entry["name"]?.textValue { indicators[name] = decimal(entry["actual"]) }
    }
    return Projection(
      roster: roster, forecast: forecast, requirement: requirement, fee: fee, margin: margin, indicators: indicators,
      handled: decimal(json["bonus"]?["handled"]) ?? 0, contract: contract ?? terms(centre.contract, json))
  }

  /// Reads a contract.yaml on its own.
  package static func contract(path: String) throws -> Contract {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = try InputFile.bytes(path, name: name, problems: problems),
      let map = YAMLMap.parse(bytes, file: name, problems: problems)
    else { throw InputProblems(problems.problems) }
    let contract = ContractFile.read(map)
    try problems.throwIfAny()
    return contract
  }

  private static func requireFiles(_ folder: String, _ month: Month) throws {
    let missing = names.filter {
      !FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
    guard missing.isEmpty else {
      throw InputProblems(
        missing.map {
          InputProblem(
            file: folder + "/" + $0, line: 1, column: 1, found: Wording("没有此文件", "there is no such file"),
            expected: Wording(
              "--plan 应为 \(month) 的 plan 结果文件夹", "expected --plan to be the folder of the plan of \(month)"))
        })
    }
  }

  /// The centre's terms at the plan's prices.
  private static func terms(_ contract: Contract, _ json: JSONValue) -> Contract {
    var contract = contract
    for line in json["lines"]?.arrayValue ?? [] {
      guard let kind = line["kind"]?.textValue.flatMap(SeatKind.init(rawValue:)), let price = decimal(line["price"])
      else { continue }
      contract.seats[kind]?.price = price
    }
    return contract
  }

  private static func decimal(_ value: JSONValue?) -> Decimal? { value?.textValue.flatMap { Decimal(exactly: $0) } }
}
