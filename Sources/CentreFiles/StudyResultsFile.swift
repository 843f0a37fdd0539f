internal import Foundation
package import Vocabulary

/// `whatif.json` and `whatif.csv`: the scenarios side by side, each with its differences from the base.
package enum StudyResultsFile {
  package static func json(_ study: StudyResults) -> JSONValue {
    .object([
      ("name", .text(study.name)), ("question", .text(study.question)), ("centre", .text(study.centre)),
      ("month", .text("\(study.month)")), ("effort", .text(study.effort)), ("seed", .int(Int(clamping: study.seed))),
      ("paths", .int(study.draws.paths)), ("simulatedMonths", .int(study.draws.simulatedMonths)),
      ("scenarios", .array(study.results.map { scenario($0, study.base) })),
      (
        "breakEvens",
        .array(
          study.breakEvens.map {
            .object([
              ("name", .text($0.name.english)), ("nameChinese", .text($0.name.chinese)),
              ("estimate", .text($0.estimate.english)), ("estimateChinese", .text($0.estimate.chinese)),
              ("confirmed", .text($0.confirmed.english)), ("confirmedChinese", .text($0.confirmed.chinese)),
              ("curve", $0.curve.map(curve) ?? .null),
            ])
          })
      ),
    ])
  }

  private static func curve(_ curve: BreakEvenCurve) -> JSONValue {
    func points(_ points: [BreakEvenCurve.Point]) -> JSONValue {
      .array(
        points.map {
          .object([("factor", .number($0.factor)), ("margin", .number(($0.margin * 100).rounded() / 100))])
        })
    }
    return .object([
      ("across", .text(curve.across.english)), ("acrossChinese", .text(curve.across.chinese)),
      ("points", points(curve.points)), ("marks", points(curve.marks)),
    ])
  }

  /// A row for each scenario; `chance1.03` is the chance of that coefficient. `within gaps` beside a difference: the two plans' gaps
  /// are as large.
  package static func csv(_ study: StudyResults) -> String {
    let keys = ScenarioFigures.moneyKeys + ScenarioFigures.numberKeys
    var text =
      "scenario,status," + (keys + study.coefficients.map { "chance\($0)" }).joined(separator: ",")
      + ",gap,mobileTotalDifference,mobileTotalVerdict,marginDifference,marginVerdict,plan\n"
    for result in study.results {
      guard let figures = result.figures, let base = study.base else {
        text +=
          "\(ResultTables.quoted(result.name)),noRoster"
          + String(repeating: ",", count: keys.count + study.coefficients.count + 6) + "\n"
        continue
      }
      var cells = [ResultTables.quoted(result.name), "planned"]
      cells += ScenarioFigures.moneyKeys.map { money($0, figures) }
      cells += ScenarioFigures.numberKeys.map { figures.numbers[$0].map { "\($0)" } ?? "" }
      cells += study.coefficients.map { figures.chance(of: $0).map { "\($0)" } ?? "" }
      cells.append(figures.gap.text(6))
      for key in ["mobileTotal", "margin"] {
        let difference = ScenarioDifference(key, figures, base: base)
        cells += [difference.yuan.text(decimals: 2), difference.isWithinGaps ? "within gaps" : ""]
      }
      text += (cells + ["plans/" + result.digest]).joined(separator: ",") + "\n"
    }
    return text
  }

  private static func money(_ key: String, _ figures: ScenarioFigures) -> String {
    key == "coefficient" ? "\(figures[money: key])" : figures[money: key].text(decimals: 2)
  }

  private static func scenario(_ result: ScenarioResult, _ base: ScenarioFigures?) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .text(result.name)), ("changes", .array(result.changes.map { .text($0) })),
      ("plan", .text("plans/" + result.digest)),
    ]
    switch result.outcome {
    case .noRoster(let reason):
      members += [
        ("status", .text("noRoster")), ("reason", .text(reason.english)), ("reasonChinese", .text(reason.chinese)),
      ]
    case .planned(let figures):
      members += [("status", .text("planned")), ("figures", ScenarioFile.json(figures)), ("gap", .number(figures.gap))]
      if let base {
        members.append(
          (
            "differences",
            .object(
              ScenarioFigures.moneyKeys.filter { $0 != "coefficient" }.map { key in
                let difference = ScenarioDifference(key, figures, base: base)
                return (
                  key,
                  .object([
                    ("yuan", .text(difference.yuan.text(decimals: 2))), ("withinGaps", .bool(difference.isWithinGaps)),
                  ])
                )
              })
          ))
      }
    }
    return .object(members)
  }
}
