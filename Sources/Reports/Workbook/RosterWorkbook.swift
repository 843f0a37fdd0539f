package import Vocabulary

/// `roster.xlsx`: the roster as planners publish it.
///
/// The grid (`班表`, in English `Grid`, since Excel takes `Roster` and `roster` for the same name) may be edited and read
/// back: its header row begins with `工号` or `Agent` and has the ISO dates of the days; rows below the people have nothing
/// in the first column. The sheet `roster` has the same as plain rows, with the meals. Totals are formulas, so they follow
/// what is edited.
package enum RosterWorkbook {
  package static func write(plan: MonthPlan, language: Language, to path: String) throws(WorkbookError) {
    let names = SheetTitles(language)
    let writer = try WorkbookWriter(
      path: path, title: title(plan).text(language), created: plan.month.period.firstDay, reserved: names.all)
    let context = SheetContext(month: ReportedMonth(plan), language: language, names: names)
    try GridSheet(context).write(to: try writer.sheet(names.grid))
    try CoverageSheet(context).write(to: try writer.sheet(names.coverage))
    try SettlementSheet(plan.settlement, language).write(to: try writer.sheet(names.settlement))
    try RulesSheet(context).write(to: try writer.sheet(names.rules))
    try ShiftsSheet(context).write(to: try writer.sheet(names.shifts))
    for team in context.month.teams {
      try TeamSheet(context, team: team).write(to: try writer.sheet(titled: team.title.text(language)))
    }
    try HalfHoursSheet(context).write(to: try writer.sheet(names.halfHours))
    try DataSheet(context).write(to: try writer.sheet(names.data))
    try writer.close()
  }

  static func title(_ plan: MonthPlan) -> Wording {
    let settings = plan.centre.settings
    let place = [settings.name.isEmpty ? settings.centre : settings.name, settings.brand]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return Wording("\(place) \(plan.month.name.chinese)班表", "\(place) roster, \(plan.month.name.english)")
  }
}

/// The names of the sheets, but for the teams'.
struct SheetTitles {
  let grid: String
  let coverage: String
  let settlement: String
  let rules: String
  let shifts: String
  let halfHours: String
  let data = "roster"

  init(_ language: Language) {
    grid = Wording("班表", "Grid").text(language)
    coverage = Wording("覆盖", "Coverage").text(language)
    settlement = Wording("结算", "Settlement").text(language)
    rules = Wording("规则", "Rules").text(language)
    shifts = Wording("班次", "Shifts").text(language)
    halfHours = Wording("半小时", "Half-hours").text(language)
  }

  /// With the other language's names of the grid, which readers look for.
  var all: [String] { [grid, coverage, settlement, rules, shifts, halfHours, data, "班表", "Grid"] }
}

/// What every sheet is written from.
struct SheetContext {
  let month: ReportedMonth
  let language: Language
  let names: SheetTitles

  func text(_ wording: Wording) -> String { wording.text(language) }
  func text(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(language) }

  var offText: String { text("休", "off") }
  var leaveText: String { text("假", "leave") }
}
