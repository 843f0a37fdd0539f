internal import Vocabulary

/// The roster as plain rows, the columns of `roster.csv`, for programs and for the meals of an edited grid.
struct DataSheet {
  private let context: SheetContext

  init(_ context: SheetContext) {
    self.context = context
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    try sheet.header(0, ["agent", "date", "shift", "mealStart"])
    for (index, entry) in context.month.plan.roster.entries.enumerated() {
      try sheet.write(index + 1, 0, entry.agent, .bare)
      try sheet.write(index + 1, 1, "\(entry.date)", .bare)
      try sheet.write(index + 1, 2, entry.shift, .bare)
      if let meal = entry.mealStart { try sheet.write(index + 1, 3, "\(meal)", .bare) }
    }
    try sheet.width(0...3, 12)
    sheet.freeze(rows: 1, columns: 0)
    try sheet.filter(rows: 0...max(1, context.month.plan.roster.entries.count), columns: 0...3)
    try sheet.print(.a4, isAcross: false, repeatingRows: 0...0)
  }
}
