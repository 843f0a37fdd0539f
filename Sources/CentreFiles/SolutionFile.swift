internal import Foundation
package import Vocabulary

/// `solution.json`.
package enum SolutionFile {
  /// What depends on the clock stands in the last two lines, `seconds` and `phaseSeconds`; all else repeats byte for byte.
  package static func json(
    _ solution: Solution, version: String, digests: [(file: String, sha256: String)],
    replanning: ReplanningSummary? = nil, fairness: FairnessReview? = nil
  ) -> JSONValue {
    func yuan(_ value: Double) -> JSONValue { .number((value * 10_000).rounded() / 10_000) }
    // Rounded towards safety: the stated bound is never above the proved one.
    let bound = min((solution.lowerBound * 100).rounded(.down) / 100, (solution.objective * 10_000).rounded() / 10_000)
    let objective = (solution.objective * 10_000).rounded() / 10_000
    let phases = solution.phases.map { phase in
      JSONValue.object([
        ("name", .text(phase.name)), ("objectiveBefore", phase.objectiveBefore.map(yuan) ?? .null),
        ("objectiveAfter", phase.objectiveAfter.map(yuan) ?? .null),
        ("lowerBound", phase.lowerBound.map(yuan) ?? .null),
      ])
    }
    let controllable = objective - (solution.basePay * 10_000).rounded() / 10_000
    let changes = replanning.map { [("replanning", StatedReplanning.json($0, objective: objective))] } ?? []
    return .object(
      [
        ("objective", .number(objective)),
        ("lowerBound", .number(bound)),
        ("gap", .number(objective > 0 ? max(0, objective - bound) / objective : 0)),
        ("basePay", yuan(solution.basePay)),
        ("gapControllable", .number(controllable > 0 ? max(0, objective - bound) / controllable : 0)),
        ("terms", .object(solution.terms.map { ($0.name, yuan($0.yuan)) })),
      ] + changes + (fairness.map { [("fairness", FairnessFile.json($0))] } ?? []) + [
        ("violations", .array([])),
        ("status", .text(solution.status.rawValue)),
        ("seed", .int(Int(clamping: solution.seed))),
        ("version", .text(version)),
        ("inputs", .object(digests.map { ($0.file, .text($0.sha256)) })),
        ("phases", .array(phases)),
        ("seconds", .number((solution.seconds * 100).rounded() / 100)),
        ("phaseSeconds", .text(solution.phases.map { "\($0.name) \($0.seconds.text(2))" }.joined(separator: ", "))),
      ])
  }

  /// Reads back what a solution states; nil where a figure is missing.
  package static func read(_ json: JSONValue) -> Solution? {
    guard let objective = json["objective"]?.doubleValue, let bound = json["lowerBound"]?.doubleValue,
      let basePay = json["basePay"]?.doubleValue, case .object(let terms)? = json["terms"]
    else { return nil }
    return Solution(
      objective: objective, lowerBound: bound, basePay: basePay,
      terms: terms.compactMap { name, value in value.doubleValue.map { (name, $0) } }, phases: phases(json),
      seconds: json["seconds"]?.doubleValue ?? 0, seed: UInt64(max(0, json["seed"]?.doubleValue ?? 0)),
      status: json["status"]?.textValue == "optimal" ? .optimal : .feasible)
  }

  /// Without their seconds.
  private static func phases(_ json: JSONValue) -> [Solution.Phase] {
    (json["phases"]?.arrayValue ?? []).compactMap { phase in
      guard let name = phase["name"]?.textValue else { return nil }
      func yuan(_ key: String) -> Double? { phase[key]?.doubleValue }
      return Solution.Phase(
        name: name, objectiveBefore: yuan("objectiveBefore"), objectiveAfter: yuan("objectiveAfter"),
        lowerBound: yuan("lowerBound"), seconds: 0)
    }
  }
}
