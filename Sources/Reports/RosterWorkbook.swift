internal import Foundation
package import Vocabulary

/// `roster.xlsx`: the roster as planners publish it.
///
/// The grid (`班表`, in English `Grid`) can be edited and read back by `banbiao check --roster`: a header row with `工号`/`Agent`
/// first and the days' ISO dates, one row a person. The sheet `roster` holds the same as plain rows with the meals.
package enum RosterWorkbook {
  package static func write(plan: MonthPlan, language: Language, to path: String) throws(WorkbookError) {
    let title = "\(plan.centre.settings.name) \(plan.centre.settings.brand) \(plan.month)"
    let writer = try WorkbookWriter(path: path, title: title, created: plan.month.period.firstDay, language: language)
    let facts = PlanFacts(plan)
    GridSheet(plan: plan, facts: facts, language: language).write(writer, title: title)
    for team in facts.teams { TeamSheet(plan: plan, facts: facts, language: language).write(writer, team: team) }
    PlainSheets(plan: plan, language: language).writeAll(writer)
    try writer.close()
  }

  /// How a cell of a person's day looks.
  static func look(_ shift: Shift?, isOnLeave: Bool, isRest: Bool) -> WorkbookWriter.Look {
    if let shift {
      let colour = Palette.colour(shift.shiftClass)
      return WorkbookWriter.Look(background: colour.background, text: colour.text, isCentred: true)
    }
    if isOnLeave {
      return WorkbookWriter.Look(background: Palette.leave.background, text: Palette.leave.text, isCentred: true)
    }
    return WorkbookWriter.Look(background: isRest ? 0xF3F4F6 : nil, text: Palette.off.text, isCentred: true)
  }

  static let header = WorkbookWriter.Look(background: 0x1F3B63, text: 0xFFFFFF, isBold: true, isCentred: true)
  static let text = WorkbookWriter.Look()
  static let count = WorkbookWriter.Look(isCentred: true, number: "0")
  static let hours = WorkbookWriter.Look(number: "0.0")
  static let decimal = WorkbookWriter.Look(number: "#,##0.00")
  static let bold = WorkbookWriter.Look(isBold: true, hasBorder: false, size: 14)
}
