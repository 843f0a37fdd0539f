internal import Foundation
package import Vocabulary

/// `simulation.json` and `simulation.csv`.
package enum SimulationFile {
  package static func json(_ simulation: MonthSimulation, centre: String, month: Month) -> JSONValue {
    .object([
      ("centre", .text(centre)), ("month", .text("\(month)")), ("basis", .text(simulation.basis.rawValue)),
      ("replications", .int(simulation.replications)), ("seed", .int(Int(truncatingIfNeeded: simulation.seed))),
      ("target", number(simulation.target.target)), ("within", number(simulation.target.within)),
      ("formula", .text(simulation.target.formula.rawValue)), ("whole", span(simulation.month)),
      ("serviceLevel", distribution(simulation.serviceLevel)),
      ("probabilityOfTarget", number(simulation.probabilityOfTarget)),
      (
        "indicators",
        .array(
          simulation.indicators.map {
            .object([
              ("name", .text($0.name)), ("actual", distribution($0.actual)), ("score", distribution($0.score)),
              ("probabilityMet", number($0.probabilityMet)),
            ])
          })
      ),
      (
        "scores",
        .array(
          simulation.scores.map { .object([("score", .int($0.score)), ("probability", number($0.probability))]) })
      ),
      ("tiers", tiers(simulation.tiers)), ("fee", distribution(simulation.fee, decimals: 2)),
      ("bonus", distribution(simulation.bonus, decimals: 2)),
      ("margin", simulation.margin.map { distribution($0, decimals: 2) } ?? .null),
      ("days", .array(simulation.days.map(span))),
      (
        "worst",
        .array(
          simulation.worst.map {
            .object([
              ("start", .text("\($0.start)")), ("effective", number($0.effective)), ("toAdd", number($0.toAdd)),
              ("span", span($0.span)),
            ])
          })
      ),
    ])
  }

  static func tiers(_ tiers: [MonthSimulation.Tier]) -> JSONValue {
    .array(
      tiers.map {
        .object([
          ("from", .text("\($0.from)")), ("value", .text("\($0.value)")), ("probability", number($0.probability)),
        ])
      })
  }

  static func number(_ value: Double, _ decimals: Double = 6) -> JSONValue {
    let scale = pow(10, decimals)
    return .number((value * scale).rounded() / scale)
  }

  static func distribution(_ value: MonthSimulation.Distribution, decimals: Double = 6) -> JSONValue {
    .object([
      ("mean", number(value.mean, decimals)), ("p05", number(value.p05, decimals)),
      ("p50", number(value.p50, decimals)), ("p95", number(value.p95, decimals)),
    ])
  }

  private static func span(_ span: MonthSimulation.Span) -> JSONValue {
    func estimate(_ value: MonthSimulation.Estimate?) -> JSONValue {
      guard let value else { return .null }
      return .object([("value", number(value.value)), ("halfWidth", value.halfWidth.map { number($0) } ?? .null)])
    }
    return .object([
      ("offered", number(span.offered, 2)), ("planned", span.planned.map { number($0) } ?? .null),
      ("serviceLevel", estimate(span.serviceLevel)), ("abandonment", estimate(span.abandonment)),
      ("asa", estimate(span.speedOfAnswer)), ("occupancy", estimate(span.occupancy)),
    ])
  }

  /// A row for every half-hour; confidence as half the width of the 95 % interval.
  package static func csv(_ simulation: MonthSimulation, firstHalfHour: HalfHour) -> String {
    var text =
      "start,offered,planned,serviceLevel,serviceLevelHalfWidth,abandonment,abandonmentHalfWidth,asa,asaHalfWidth,occupancy,occupancyHalfWidth\n"
    for (index, half) in simulation.halfHours.enumerated() {
      var cells = ["\(firstHalfHour.adding(index))", half.offered.text(2), half.planned?.text(4) ?? ""]
      for estimate in [half.serviceLevel, half.abandonment, half.speedOfAnswer, half.occupancy] {
        cells += [estimate?.value.text(4) ?? "", estimate?.halfWidth?.text(4) ?? ""]
      }
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }
}
