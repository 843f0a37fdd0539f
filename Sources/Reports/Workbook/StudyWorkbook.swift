internal import Foundation
package import Vocabulary

/// `whatif.xlsx`: the scenarios with all figures, and the break-evens.
package enum StudyWorkbook {
  package static func write(_ study: StudyResults, language: Language, to path: String) throws(WorkbookError) {
    func text(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(language) }
    let names = (text("方案", "Scenarios"), text("盈亏点", "Break-evens"))
    let writer = try WorkbookWriter(
      path: path, title: study.name, created: study.month.period.firstDay, reserved: [names.0, names.1])
    try ScenariosSheet(study, language).write(to: try writer.sheet(names.0))
    if !study.breakEvens.isEmpty { try BreakEvensSheet(study, language).write(to: try writer.sheet(names.1)) }
    try writer.close()
  }
}
