internal import Foundation
package import Vocabulary

/// `total.xlsx`: several centres' statements of a month side by side with their sums as formulas, and a sheet for each centre.
package enum TotalWorkbook {
  /// - Parameter names: of centres by their codes.
  package static func write(
    _ total: SettlementTotal, names: [String: String], language: Language, to path: String
  ) throws(WorkbookError) {
    let name = Wording("合计", "Total").text(language)
    let writer = try WorkbookWriter(
      path: path, title: "\(name) \(total.month)", created: total.month.period.firstDay, reserved: [name])
    let shown = TotalRows(total, names: names)
    try TotalSheet(shown, month: total.month, language).write(to: try writer.sheet(name))
    for (statement, centre) in zip(total.statements, shown.centres) {
      try SettlementSheet(statement, language).write(to: try writer.sheet(titled: centre))
    }
    try writer.close()
  }
}
