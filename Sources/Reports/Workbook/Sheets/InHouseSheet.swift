internal import Foundation
internal import Vocabulary

/// The partner beside Mobile's own people on the same calls; what is not known stays empty.
struct InHouseSheet {
  private let comparison: InHouseComparison
  private let language: Language

  init(_ comparison: InHouseComparison, _ language: Language) {
    self.comparison = comparison
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(
      0,
      [
        Wording("指标", "Measure"), Wording("外包方", "Partner"), Wording("自营", "In-house"), Wording("差", "Difference"),
      ].map { $0.text(language) })
    for (index, row) in comparison.rows.enumerated() {
      let place = index + 1
      try sheet.write(place, 0, KeyNames.measure(row.measure).text(language))
      for (column, value) in [(1, row.partner), (2, row.inHouse)] {
        guard let value else { continue }
        try sheet.write(place, column, value, .numbers("#,##0.00####"))
      }
      guard let partner = row.partner, let inHouse = row.inHouse else { continue }
      try sheet.write(
        place, 3, formula: "\(CellReference.cell(place, 1))-\(CellReference.cell(place, 2))", value: partner - inHouse,
        .numbers("#,##0.00####"))
    }
    try sheet.width(0...0, 28)
    try sheet.width(1...3, 16)
    try sheet.print(.a4, isAcross: false, repeatingRows: nil)
  }
}
