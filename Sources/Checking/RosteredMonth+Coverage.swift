import Vocabulary

extension RosteredMonth {
  /// The rows of `coverage.csv` as they must be; the service level is not recomputed here.
  var coverage: [CoverageRow] {
    floor.rows.map { row in
      CoverageRow(
        start: row.start, required: row.required.doubleValue, onDuty: row.onDuty, onMeal: row.onMeal,
        effective: row.effective.doubleValue, seated: row.seated(seatHeldDuringMeal: rules.seatHeldDuringMeal),
        seats: row.seats, leads: row.leads, under: row.under.doubleValue, over: row.over.doubleValue, serviceLevel: 0)
    }
  }
}
