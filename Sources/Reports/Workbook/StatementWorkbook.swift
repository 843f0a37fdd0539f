internal import Foundation
package import Vocabulary

/// `settlement.xlsx`: the statement, how each amount was made, the person-days, the variance, and the comparison with Mobile's own people.
package enum StatementWorkbook {
  package static func write(_ content: StatementContent, language: Language, to path: String) throws(WorkbookError) {
    func text(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(language) }
    let names = (
      statement: text("结算", "Settlement"), working: text("依据", "Working"), days: text("人日", "Person-days"),
      variance: text("差异", "Variance"), inHouse: text("自营对比", "In-house")
    )
    let month = content.statement.month
    let writer = try WorkbookWriter(
      path: path, title: "\(content.centre.settings.name) \(month)", created: month.period.firstDay,
      reserved: [names.statement, names.working, names.days, names.variance, names.inHouse])
    let hours = PersonDaysSheet.Hours(
      sheetName: names.days, rows: content.trace.days.count, overtimeHours: content.centre.contract.overtimeHours)
    try SettlementSheet(content.statement, hours: hours, language).write(to: try writer.sheet(names.statement))
    try WorkingSheet(content, language).write(to: try writer.sheet(names.working))
    try PersonDaysSheet(content, language).write(to: try writer.sheet(names.days))
    if let variance = content.variance {
      try VarianceSheet(variance, language).write(to: try writer.sheet(names.variance))
    }
    if let comparison = content.inHouse {
      try InHouseSheet(comparison, language).write(to: try writer.sheet(names.inHouse))
    }
    try writer.close()
  }
}
