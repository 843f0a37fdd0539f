internal import Vocabulary

/// Errors by weekday, hour and half-hour of the day: where the forecast is wrong time and again.
struct AccurateHoursSection: ReportSection {
  let review: ForecastReview

  let id = "hours"
  let title = Wording("按星期与时段", "By weekday and hour")

  var body: Markup {
    let weekdays = review.byWeekday.enumerated().map { index, errors in
      ErrorTable.Row(
        name: Weekday(rawValue: index)?.shortName ?? Wording(same: "\(index)"), errors: errors, isRest: index > 4)
    }
    let hours = review.byHour.enumerated().map { hour, errors in
      ErrorTable.Row(name: Wording(same: "\(hour):00–\(hour + 1):00"), errors: errors)
    }
    let halfHours = review.bySlot.enumerated().map { slot, errors in
      ErrorTable.Row(name: Wording(same: "\(TimeOfDay(minutes: slot * HalfHour.minutes))"), errors: errors)
    }
    let time = Wording("时段", "Time")
    let slots = ErrorTable(caption: Wording("按半小时", "By half-hour of the day"), key: time, rows: halfHours)
    return """
      \(ErrorTable(caption: Wording("按星期", "By weekday"), key: Wording("星期", "Weekday"), rows: weekdays).markup)\
      \(ErrorTable(caption: Wording("按小时", "By hour"), key: time, rows: hours).markup)\
      \(Piece.details(Wording("按半小时", "By half-hour"), slots.markup))
      """
  }
}
