package import Vocabulary

/// The accuracy of a month's forecast as files: `accuracy.json`, `accuracy.csv` (sums by group), `halfhours.csv`.
package enum ForecastReviewFile {
  package static let names: Set<String> = ["accuracy.json", "accuracy.csv", "halfhours.csv", "accuracy.html"]

  package static func json(_ review: ForecastReview) -> JSONValue {
    let source: JSONValue =
      switch review.source {
      case .file(let path): .text(path)
      case .madeAgain: .null
      }
    return .object([
      ("month", .text("\(review.month)")), ("source", source),
      ("forecast", comparison(review.forecast, hasIntervals: true)),
      ("model", review.model.map { comparison($0) } ?? .null), ("seasonalNaive", comparison(review.seasonalNaive)),
      (
        "valueAdded",
        .object([
          ("overSeasonalNaive", difference(review.seasonalNaive, review.forecast)),
          ("ofAdjustments", review.model.map { difference($0, review.forecast) } ?? .null),
        ])
      ),
      (
        "adjusted",
        review.adjusted.map {
          .object([
            ("halfHours", .int($0.planner.halfHours)), ("wape", number($0.planner.wape)),
            ("wapeWithout", number($0.model.wape)),
          ])
        } ?? .null
      ),
      (
        "staffing",
        .object([
          ("hoursNeeded", hours(review.hoursNeeded)), ("hoursOver", hours(review.hoursOver)),
          ("hoursUnder", hours(review.hoursUnder)),
        ])
      ),
    ])
  }

  /// One line for the month, each day, weekday, hour and half-hour of the day.
  package static func groups(_ review: ForecastReview) -> String {
    var text = "group,key,halfHours,actual,forecast,wape,bias,inside50,inside80,inside90\n"
    func add(_ group: String, _ key: String, _ errors: ForecastErrors) {
      guard errors.halfHours > 0 else { return }
      let ratios = [errors.wape, errors.bias] + ForecastErrors.intervals.indices.map(errors.coverage)
      let values = ratios.map { $0?.text(6) ?? "" }.joined(separator: ",")
      text += "\(group),\(key),\(errors.halfHours),\(errors.actual.text(2)),\(errors.forecast.text(2)),\(values)\n"
    }
    add("month", "\(review.month)", review.forecast.halfHours)
    for (date, errors) in review.byDay { add("day", "\(date)", errors) }
    for (index, errors) in review.byWeekday.enumerated() { add("weekday", "\(index + 1)", errors) }
    for (hour, errors) in review.byHour.enumerated() { add("hour", time(hour * 2), errors) }
    for (slot, errors) in review.bySlot.enumerated() { add("halfHour", time(slot), errors) }
    return text
  }

  package static func halfHours(_ review: ForecastReview) -> String {
    var text = "start,actual,forecast,p10,p90,model,seasonalNaive,neededForForecast,neededForActual\n"
    let low = Forecast.levels.firstIndex(of: 0.1) ?? 0
    let high = Forecast.levels.firstIndex(of: 0.9) ?? 0
    for row in review.rows {
      let interval = [low, high].map { row.quantiles.indices.contains($0) ? row.quantiles[$0].text(4) : "" }
      let model = row.model?.text(4) ?? ""
      text += "\(row.start),\(row.actual.text(4)),\(row.forecast.text(4)),\(interval.joined(separator: ",")),\(model)"
      text += ",\(row.seasonalNaive.text(4)),\(row.neededForForecast.text(4)),\(row.neededForActual.text(4))\n"
    }
    return text
  }

  private static func comparison(_ comparison: ForecastReview.Comparison, hasIntervals: Bool = false) -> JSONValue {
    let errors = comparison.halfHours
    let intervals = zip(["inside50", "inside80", "inside90"], ForecastErrors.intervals.indices).map {
      ($0, number(errors.coverage($1)))
    }
    return .object(
      [
        ("halfHours", .int(errors.halfHours)), ("wapeHalfHour", number(errors.wape)),
        ("wapeDay", number(comparison.days.wape)), ("bias", number(errors.bias)),
      ] + (hasIntervals ? intervals : []))
  }

  /// How much lower the second's errors are.
  private static func difference(
    _ first: ForecastReview.Comparison, _ second: ForecastReview.Comparison
  ) -> JSONValue {
    func less(_ first: Double?, _ second: Double?) -> JSONValue {
      guard let first, let second else { return .null }
      return number(first - second)
    }
    return .object([
      ("wapeHalfHour", less(first.halfHours.wape, second.halfHours.wape)),
      ("wapeDay", less(first.days.wape, second.days.wape)),
    ])
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null
  }
  private static func hours(_ value: Double) -> JSONValue { .number((value * 100).rounded() / 100) }
  private static func time(_ slot: Int) -> String { "\(TimeOfDay(minutes: slot * HalfHour.minutes))" }
}
