internal import Foundation
package import Vocabulary

/// `fairness` in `solution.json`.
package enum FairnessFile {
  static func json(_ review: FairnessReview) -> JSONValue {
    let kinds = review.charges.map { charge -> JSONValue in
      let figures = review.ledger.figures(charge.kind)
      return .object([
        ("kind", .text(charge.kind.rawValue)), ("weight", .number(charge.weight.doubleValue)),
        ("yuan", number(charge.yuan.doubleValue)), ("people", .int(figures.people)),
        ("indexBefore", index(figures.indexBefore)), ("indexOfMonth", index(figures.indexOfMonth)),
        ("indexAfter", index(figures.indexAfter)), ("spreadBefore", number(figures.spreadBefore)),
        ("spreadAfter", number(figures.spreadAfter)), ("deviationBefore", number(figures.deviationBefore)),
        ("deviationAfter", number(figures.deviationAfter)),
      ])
    }
    return .object([("kinds", .array(kinds)), ("price", review.price.map(json) ?? .null)])
  }

  private static func json(_ price: FairnessReview.Price) -> JSONValue {
    let kinds = FairnessKind.allCases.compactMap { kind in
      price.months[kind].map { figures in
        JSONValue.object([
          ("kind", .text(kind.rawValue)), ("indexOfMonth", index(figures.indexOfMonth)),
          ("indexAfter", index(figures.indexAfter)), ("spreadAfter", number(figures.spreadAfter)),
          ("deviationAfter", number(figures.deviationAfter)),
        ])
      }
    }
    return .object([
      ("yuan", number(price.yuan)), ("gap", number(price.gap)), ("withinGaps", .bool(price.isWithinGaps)),
      ("objectiveWithout", number(price.objective)), ("lowerBoundWithout", number(price.lowerBound)),
      ("without", .array(kinds)),
    ])
  }

  private static func number(_ value: Double) -> JSONValue { .number((value * 10_000).rounded() / 10_000) }

  private static func index(_ value: Double?) -> JSONValue { value.map(number) ?? .null }

  /// What a solution states of the price; nil where it states none.
  package static func price(_ solution: JSONValue) -> FairnessReview.Price? {
    guard let json = solution["fairness"]?["price"], let yuan = json["yuan"]?.doubleValue,
      let gap = json["gap"]?.doubleValue, let objective = json["objectiveWithout"]?.doubleValue,
      let bound = json["lowerBoundWithout"]?.doubleValue
    else { return nil }
    var months: [FairnessKind: FairnessFigures] = [:]
    for entry in json["without"]?.arrayValue ?? [] {
      guard let kind = entry["kind"]?.textValue.flatMap(FairnessKind.init(rawValue:)) else { continue }
      var figures = FairnessFigures([])
      figures.indexOfMonth = entry["indexOfMonth"]?.doubleValue
      figures.indexAfter = entry["indexAfter"]?.doubleValue
      figures.spreadAfter = entry["spreadAfter"]?.doubleValue ?? 0
      figures.deviationAfter = entry["deviationAfter"]?.doubleValue ?? 0
      months[kind] = figures
    }
    return FairnessReview.Price(objective: objective, lowerBound: bound, yuan: yuan, gap: gap, months: months)
  }

  /// The figures a solution states, kind by kind, as `kind.figure`; nil where it states none.
  package static func stated(_ solution: JSONValue) -> [(item: String, value: Double?)]? {
    guard let kinds = solution["fairness"]?["kinds"]?.arrayValue else { return nil }
    return kinds.flatMap { entry -> [(item: String, value: Double?)] in
      guard let kind = entry["kind"]?.textValue, case .object(let fields) = entry else { return [] }
      return fields.filter { $0.0 != "kind" }.map { ("\(kind).\($0.0)", $0.1.doubleValue) }
    }
  }

  /// The same as recomputed.
  package static func figures(_ review: FairnessReview) -> [(item: String, value: Double?)] {
    stated(.object([("fairness", json(review))])) ?? []
  }
}
