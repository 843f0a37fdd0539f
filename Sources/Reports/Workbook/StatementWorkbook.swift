internal import Foundation
package import Vocabulary

/// `settlement.xlsx`: the statement, how each amount was made, the person-days, and the variance.
package enum StatementWorkbook {
  package static func write(_ content: StatementContent, language: Language, to path: String) throws(WorkbookError) {
    func text(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(language) }
    let names = (
      statement: text("结算", "Settlement"), working: text("依据", "Working"), days: text("人日", "Person-days"),
      variance: text("差异", "Variance")
    )
    let month = content.statement.month
    let writer = try WorkbookWriter(
      path: path, title: "\(content.centre.settings.name) \(month)", created: month.period.firstDay,
      reserved: [names.statement, names.working, names.days, names.variance])
    try SettlementSheet(content.statement, language).write(to: try writer.sheet(names.statement))
    try WorkingSheet(content, language).write(to: try writer.sheet(names.working))
    try PersonDaysSheet(content, language).write(to: try writer.sheet(names.days))
    if let variance = content.variance {
      try VarianceSheet(variance, language).write(to: try writer.sheet(names.variance))
    }
    try writer.close()
  }
}
