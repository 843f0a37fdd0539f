internal import Vocabulary

/// The parts between the projection and the actual statement, of which the last row is a formula; adherence and the forecast's error.
struct VarianceSheet {
  private let variance: SettlementVariance
  private let language: Language

  init(_ variance: SettlementVariance, _ language: Language) {
    self.variance = variance
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      0,
      [
        Wording("原因", "Cause"), Wording("结算费用", "Fee"), Wording("外包方毛利", "Partner's margin"), Wording("含义", "Meaning"),
        Wording("此步后服务水平", "Service level after it"), Wording("此步后系数", "Coefficient after it"),
      ].map { $0.text(language) })
    try sheet.write(1, 0, Wording("预计", "Projected").text(language))
    try sheet.write(1, 1, variance.projectedFee, .money)
    try sheet.write(1, 2, variance.projectedMargin, .money)
    for (index, part) in variance.parts.enumerated() {
      try sheet.write(2 + index, 0, part.cause.name.text(language))
      try sheet.write(2 + index, 1, part.fee, .money)
      try sheet.write(2 + index, 2, part.margin, .money)
      try sheet.write(2 + index, 3, part.cause.how.text(language))
      if let level = part.serviceLevel { try sheet.write(2 + index, 4, level, .numbers("0.00%")) }
      try sheet.write(2 + index, 5, part.coefficient, .numbers("0.00##"))
    }
    let last = 1 + variance.parts.count
    try sheet.write(last + 1, 0, Wording("实际", "Actual").text(language))
    for (column, amount) in [(1, variance.actualFee), (2, variance.actualMargin)] {
      let formula = "ROUND(SUM(\(CellReference.range(1...last, column...column))),2)"
      try sheet.write(last + 1, column, formula: formula, value: amount, .total)
    }
    let next = try write(
      VarianceFigures.adherence(variance.adherence), VarianceFigures.adherenceTitle, row: last + 3, sheet)
    if let error = variance.forecastError {
      _ = try write(VarianceFigures.forecast(error), VarianceFigures.forecastTitle, row: next + 1, sheet)
    }
    try sheet.width(0...0, 26)
    try sheet.width(1...2, 18)
    try sheet.width(3...3, 60)
    try sheet.width(4...5, 20)
    try sheet.print(.a4, isAcross: true, repeatingRows: nil)
  }

  /// - Returns: the row after the last.
  private func write(
    _ figures: [VarianceFigures.Figure], _ title: Wording, row: Int, _ sheet: SheetWriter
  ) throws(WorkbookError) -> Int {
    try sheet.header(row, [title.text(language), Wording("数值", "Value").text(language)])
    for (index, figure) in figures.enumerated() {
      try sheet.write(row + 1 + index, 0, figure.name.text(language))
      try sheet.write(row + 1 + index, 1, figure.value, figure.style)
    }
    return row + 1 + figures.count
  }
}
