internal import Foundation
internal import Vocabulary

/// A row for each scenario, with differences from the base as formulas, and a chart of both parties' money.
struct ScenariosSheet {
  private let study: StudyResults
  private let language: Language

  init(_ study: StudyResults, _ language: Language) {
    self.study = study
    self.language = language
  }

  private static let header = 3
  private static let differences = ["mobileTotal", "margin"]

  private func text(_ wording: Wording) -> String { wording.text(language) }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    let (money, numbers) = (ScenarioFigures.moneyKeys, ScenarioFigures.numberKeys)
    try sheet.write(0, 0, study.name, .title)
    try sheet.write(1, 0, study.question, .hint)
    var titles = [text(Wording("方案", "Scenario")), text(Wording("改动", "Changes"))]
    titles += money.map { text(StudyNames.money($0)) } + numbers.map { text(StudyNames.number($0)) }
    titles += study.coefficients.map { text(StudyNames.chance($0)) }
    titles.append(text(Wording("差距", "Gap")))
    for key in ScenariosSheet.differences {
      let name = StudyNames.money(key)
      titles.append(text(Wording("\(name.chinese)差额", "\(name.english): difference")))
      titles.append(text(Wording("判断", "Verdict")))
    }
    try sheet.header(ScenariosSheet.header, titles)
    for (index, result) in study.results.enumerated() { try write(result, ScenariosSheet.header + 1 + index, sheet) }
    try sheet.width(0...0, 30)
    try sheet.width(1...1, 44)
    try sheet.width(2...(titles.count - 1), 14)
    sheet.freeze(rows: ScenariosSheet.header + 1, columns: 1)
    try chart(sheet)
    try sheet.print(.a3, isAcross: true, repeatingRows: ScenariosSheet.header...ScenariosSheet.header)
  }

  private func write(_ result: ScenarioResult, _ row: Int, _ sheet: SheetWriter) throws(WorkbookError) {
    let (money, numbers) = (ScenarioFigures.moneyKeys, ScenarioFigures.numberKeys)
    try sheet.write(row, 0, result.name)
    try sheet.write(row, 1, result.changes.joined(separator: "; "))
    guard let figures = result.figures else {
      if case .noRoster(let reason) = result.outcome {
        try sheet.write(row, 2, text(Wording("没有班表：\(reason.chinese)", "no roster: \(reason.english)")))
      }
      return
    }
    for (index, key) in money.enumerated() {
      try sheet.write(row, 2 + index, figures[money: key], key == "coefficient" ? .seats : .money)
    }
    for (index, key) in numbers.enumerated() {
      guard let value = figures.numbers[key] else { continue }
      let style: CellStyle = ScenarioFigures.shareKeys.contains(key) ? .numbers("0.00%") : .oneDecimal
      try sheet.write(row, 2 + money.count + index, value, style)
    }
    let chances = 2 + money.count + numbers.count
    for (index, coefficient) in study.coefficients.enumerated() {
      guard let chance = figures.chance(of: coefficient) else { continue }
      try sheet.write(row, chances + index, chance, .numbers("0.00%"))
    }
    let gap = chances + study.coefficients.count
    try sheet.write(row, gap, figures.gap, .numbers("0.00%"))
    guard let base = study.base else { return }
    for (index, key) in ScenariosSheet.differences.enumerated() {
      let found = ScenarioDifference(key, figures, base: base)
      let column = 2 + (money.firstIndex(of: key) ?? 0)
      let formula =
        "\(CellReference.cell(row, column))-\(CellReference.cell(ScenariosSheet.header + 1, column, fixed: .both))"
      try sheet.write(row, gap + 1 + 2 * index, formula: formula, value: found.yuan, .money)
      try sheet.write(
        row, gap + 2 + 2 * index, found.isWithinGaps ? text(Wording("差距之内", "within gaps")) : "")
    }
  }

  private func chart(_ sheet: SheetWriter) throws(WorkbookError) {
    let (first, last) = (ScenariosSheet.header + 1, ScenariosSheet.header + study.results.count)
    guard last > first else { return }
    let money = ScenarioFigures.moneyKeys
    let series = ScenariosSheet.differences.enumerated().map { index, key in
      SheetChart.Series(
        name: text(StudyNames.money(key)), column: 2 + (money.firstIndex(of: key) ?? 0),
        colour: (index == 0 ? Ink.required : Ink.effective).colour(.light))
    }
    try SheetChart(
      title: text(Wording("双方金额", "Both parties' money")), kind: .columns, rows: first...last, categories: 0,
      series: series, labelEvery: 1
    ).insert(into: sheet, row: last + 2, column: 0)
  }
}

/// Break-evens as they were found and confirmed.
struct BreakEvensSheet {
  private let study: StudyResults
  private let language: Language

  init(_ study: StudyResults, _ language: Language) {
    self.study = study
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      0,
      [Wording("问题", "Question"), Wording("估计", "Estimate"), Wording("核实", "Confirmed")].map { $0.text(language) })
    for (index, point) in study.breakEvens.enumerated() {
      try sheet.write(index + 1, 0, point.name.text(language))
      try sheet.write(index + 1, 1, point.estimate.text(language))
      try sheet.write(index + 1, 2, point.confirmed.text(language))
    }
    try sheet.width(0...0, 34)
    try sheet.width(1...2, 70)
  }
}
