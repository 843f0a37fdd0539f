internal import Foundation
package import Vocabulary

/// The CSV files of a result folder as text: fixed decimals, no locale, `\n` line ends.
package enum ResultTables {
  package static func forecast(_ forecast: Forecast) -> String {
    lines("start,mean,p05,p10,p25,p50,p75,p90,p95,aht", forecast.rows) { row in
      "\(row.start),\(row.mean.text(4)),\(row.quantiles.map { $0.text(4) }.joined(separator: ",")),\(row.averageHandlingTime.text(2))"
    }
  }

  /// The forecast as a product of named effects: `mean` is the product of the columns before it.
  package static func explanation(_ explanation: ForecastExplanation) -> String {
    lines("start,level,trend,weekday,season,holiday,monthDay,event,profile,adjustment,mean", explanation.rows) { row in
      let factors = row.factors.map { $0.name == "level" ? $0.value.text(4) : $0.value.text(8) }
      return "\(row.start),\(factors.joined(separator: ",")),\(row.mean.text(4))"
    }
  }

  package static func requirement(_ requirement: Requirement) -> String {
    lines(
      "start,offered,aht,required,load,agents,shrinkage,serviceLevel,occupancy,binding", requirement.rows
    ) { row in
      let working = row.working.map {
        "\($0.load.text(4)),\($0.agents),\($0.shrinkage.text(4)),\($0.serviceLevel.text(4)),\($0.occupancy.text(4)),\($0.binding.rawValue)"
      }
      return
        "\(row.start),\(row.offered.text(4)),\(row.averageHandlingTime.text(2)),\(row.required.text(4)),\(working ?? ",,,,,")"
    }
  }

  package static func roster(_ roster: Roster) -> String {
    lines("agent,date,shift,mealStart", roster.entries) { entry in
      "\(quoted(entry.agent)),\(entry.date),\(quoted(entry.shift)),\(entry.mealStart.map { "\($0)" } ?? "")"
    }
  }

  package static func coverage(_ rows: [CoverageRow]) -> String {
    lines("start,required,onDuty,onMeal,effective,seated,seats,leads,under,over,serviceLevel", rows) { row in
      "\(row.start),\(row.required.text(4)),\(row.onDuty),\(row.onMeal),\(row.effective.text(4)),\(row.seated),\(row.seats),\(row.leads),\(row.under.text(4)),\(row.over.text(4)),\(row.serviceLevel.text(4))"
    }
  }

  private static let special = Array(",\"\n\r".utf8)

  package static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func lines<Row>(_ header: String, _ rows: [Row], _ line: (Row) -> String) -> String {
    var text = header + "\n"
    for row in rows { text += line(row) + "\n" }
    return text
  }
}

extension Double {
  /// Fixed decimals, half away from zero, never “-0”.
  package func text(_ decimals: Int) -> String {
    let scale = pow(10.0, Double(decimals))
    let scaled = (self * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 9e17 else { return "\(self)" }
    let whole = Int(abs(scaled))
    let unit = Int(scale)
    let sign = scaled < 0 ? "-" : ""
    return decimals == 0 ? "\(sign)\(whole)" : "\(sign)\(whole / unit).\(padded(whole % unit, to: decimals))"
  }
}
