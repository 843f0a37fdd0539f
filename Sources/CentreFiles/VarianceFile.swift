internal import Foundation
package import Vocabulary

/// `variance.json` and `variance.csv`.
package enum VarianceFile {
  package static func json(_ variance: SettlementVariance) -> JSONValue {
    let adherence = variance.adherence
    return .object([
      ("fee", totals(variance.projectedFee, variance.actualFee)),
      ("margin", totals(variance.projectedMargin, variance.actualMargin)),
      (
        "parts",
        .array(
          variance.parts.map {
            .object([
              ("cause", .text($0.cause.rawValue)), ("fee", money($0.fee)), ("margin", money($0.margin)),
              ("coefficient", .text("\($0.coefficient)")),
              ("serviceLevel", $0.serviceLevel.map { .text("\($0)") } ?? .null),
            ])
          })
      ),
      (
        "adherence",
        .object([
          ("planned", .int(adherence.planned)), ("kept", .int(adherence.kept)), ("changed", .int(adherence.changed)),
          ("absent", .int(adherence.absent)), ("unplanned", .int(adherence.unplanned)),
          ("minutesShort", .int(adherence.minutesShort)), ("overtimeMinutes", .int(adherence.overtimeMinutes)),
          ("share", rounded(adherence.share, 6)),
        ])
      ),
      ("forecast", variance.forecastError.map(forecast) ?? .null),
    ])
  }

  /// `cause,fee,margin,coefficient,serviceLevel`, from the projection to the actual; the last two as they stand after the step.
  package static func csv(_ variance: SettlementVariance) -> String {
    var text = "cause,fee,margin,coefficient,serviceLevel\n"
    func row(_ name: String, _ fee: Decimal, _ margin: Decimal, _ after: String = ",") {
      text += "\(name),\(fee.text(decimals: 2)),\(margin.text(decimals: 2)),\(after)\n"
    }
    row("projected", variance.projectedFee, variance.projectedMargin)
    for part in variance.parts {
      let level = part.serviceLevel.map { "\($0)" } ?? ""
      row(part.cause.rawValue, part.fee, part.margin, "\(part.coefficient),\(level)")
    }
    row("actual", variance.actualFee, variance.actualMargin)
    return text
  }

  private static func forecast(_ error: SettlementVariance.ForecastError) -> JSONValue {
    .object([
      ("forecast", rounded(error.forecast, 2)), ("offered", rounded(error.offered, 2)),
      ("wapeHalfHour", rounded(error.halfHour, 6)), ("wapeDay", rounded(error.day, 6)),
      ("bias", rounded((error.forecast - error.offered) / error.offered, 6)),
      ("forecastAht", rounded(error.forecastHandlingTime, 2)), ("aht", rounded(error.handlingTime, 2)),
    ])
  }

  private static func totals(_ projected: Decimal, _ actual: Decimal) -> JSONValue {
    .object([
      ("projected", money(projected)), ("actual", money(actual)), ("difference", money(actual - projected)),
    ])
  }

  private static func money(_ amount: Decimal) -> JSONValue { .text(amount.text(decimals: 2)) }
  private static func rounded(_ value: Double, _ decimals: Int) -> JSONValue {
    let scale = pow(10.0, Double(decimals))
    return .number((value * scale).rounded() / scale)
  }
}
