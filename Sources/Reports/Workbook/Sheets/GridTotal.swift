internal import Vocabulary

/// A column of everybody's totals at the right of the grid.
enum GridTotal: CaseIterable {
  case days, hours, nights, earlies, lateNights, weekends, daysOff

  var name: Wording {
    switch self {
    case .days: Wording("天数", "Days")
    case .hours: Wording("工时", "Hours")
    case .nights: Wording("夜间班", "Nights")
    case .earlies: Wording("早班", "Earlies")
    case .lateNights: Wording("夜7", "Late nights")
    case .weekends: Wording("周末", "Weekends")
    case .daysOff: Wording("休息", "Days off")
    }
  }

  var style: CellStyle { self == .hours ? .oneDecimal : .count }

  func value(_ totals: PersonTotals) -> Double {
    switch self {
    case .days: Double(totals.daysWorked)
    case .hours: totals.hours
    case .nights: Double(totals.nights)
    case .earlies: Double(totals.days(.early))
    case .lateNights: Double(totals.days(.lateNight))
    case .weekends: Double(totals.weekends)
    case .daysOff: Double(totals.daysOff)
    }
  }

  /// - Parameters:
  ///   - range: the person's days.
  ///   - row: the person's row, from 0.
  /// - Returns: nil where no formula can tell: shift codes that formulas would take for patterns, or classes nobody has.
  func formula(range: String, row: Int, _ context: SheetContext) -> String? {
    guard !context.month.shifts.contains(where: { $0.code.contains { "*?~<>=".contains($0) } }) else { return nil }
    let all = ShiftsSheet.codes(ShiftClass.allCases, context)
    switch self {
    case .days: return all.map { count(range, $0) }
    case .hours: return all.map { "SUMPRODUCT(COUNTIF(\(range),\($0)),\(ShiftsSheet.paidHours(context)))" }
    case .nights: return ShiftsSheet.codes([.night, .lateNight, .overnight], context).map { count(range, $0) }
    case .earlies: return ShiftsSheet.codes([.early], context).map { count(range, $0) }
    case .lateNights: return ShiftsSheet.codes([.lateNight], context).map { count(range, $0) }
    case .weekends: return all.flatMap { weekends(row: row, codes: $0, context) }
    case .daysOff: return "COUNTIF(\(range),\"\(context.offText)\")+COUNTIF(\(range),\"\(context.leaveText)\")"
    }
  }

  private func count(_ range: String, _ codes: String) -> String { "SUMPRODUCT(COUNTIF(\(range),\(codes)))" }

  /// One term for each weekend: a Saturday and the Sunday after it, or what the month has of them.
  private func weekends(row: Int, codes: String, _ context: SheetContext) -> String? {
    var weekends: [ClosedRange<Int>] = []
    for (index, date) in context.month.dates.enumerated() where date.weekday >= .saturday {
      let column = GridSheet.firstDay + index
      if date.weekday == .sunday, let last = weekends.last, last.upperBound == column - 1 {
        weekends[weekends.count - 1] = last.lowerBound...column
      } else {
        weekends.append(column...column)
      }
    }
    guard !weekends.isEmpty else { return nil }
    return weekends.map { "(\(count(CellReference.range(row...row, $0), codes))>0)" }.joined(separator: "+")
  }
}
