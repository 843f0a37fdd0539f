internal import Foundation
package import Vocabulary

/// A row of settings of `banbiao erlang --from FILE`; nil where the file says nothing.
package struct QueueSettings: Sendable, Equatable {
  package var calls: Double?
  package var interval: Double?
  package var handlingTime: Double?
  /// Seconds, infinite = never.
  package var patience: Double?
  package var within: Double?
  package var formula: ServiceTarget.Formula?
  package var model: String?
  package var agents: Double?
  package var target: Double?
  package var occupancy: Double?
  package var abandonment: Double?
  package var speedOfAnswer: Double?

  package init() {}
}

/// Reads a CSV with any of the columns `calls,interval,aht,patience,within,formula,model,agents,target,occupancy,abandonment,asa`.
package enum QueueSettingsFile {
  package static let columns = [
    "calls", "interval", "aht", "patience", "within", "formula", "model", "agents", "target", "occupancy",
    "abandonment", "asa",
  ]

  package static func read(path: String) throws -> [QueueSettings] {
    try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: [], optional: columns, problems: problems) else { return [] }
      return rows.rows.map(settings)
    }
  }

  private static func settings(_ row: TableRow) -> QueueSettings {
    var settings = QueueSettings()
    settings.calls = row.number("calls")
    settings.interval = row.number("interval")
    settings.handlingTime = row.number("aht")
    settings.patience = row.text("patience") == "never" ? .infinity : row.number("patience")
    settings.within = row.number("within")
    settings.agents = row.number("agents")
    settings.target = row.number("target")
    settings.occupancy = row.number("occupancy")
    settings.abandonment = row.number("abandonment")
    settings.speedOfAnswer = row.number("asa")
    if row.text("formula") != nil { settings.formula = row.choice("formula", ServiceTarget.Formula.self) }
    if let model = row.text("model") {
      if ["A", "B", "C"].contains(model) {
        settings.model = model
      } else {
        row.fail("model", Wording("model 不认识：\(model)", "model is unknown: \(model)"), Wording(same: "A, B, C"))
          as Void?
      }
    }
    return settings
  }
}
