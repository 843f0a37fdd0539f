import Vocabulary

/// R9: people seated in any half-hour, leads included, at most the seats of its date; a person eating keeps the seat or
/// frees it (`seatHeldDuringMeal`). Holds also in the half-hours after the month that its last shifts reach.
struct SeatRule: RosterRule {
  static let id = "R9"
  static let name = Wording("座席上限", "seat limit")

  let month: RosteredMonth

  func finding() -> RuleFinding {
    var violations: [RuleViolation] = []
    var fewestFree: Int?
    for row in month.floor.rowsWithThoseAfter {
      let seated = row.seated(seatHeldDuringMeal: month.rules.seatHeldDuringMeal)
      fewestFree = min(fewestFree ?? row.seats - seated, row.seats - seated)
      guard seated > row.seats else { continue }
      violations.append(
        violation(
          in: row.start,
          found: Wording("占座 \(seated) 人；座席 \(row.seats) 个", "\(seated) people seated; \(row.seats) seats"),
          advice: Wording(
            "减少 \(seated - row.seats) 人，或调整班次时段", "take \(seated - row.seats) off this half-hour")))
    }
    return hardFinding(
      limit: Wording("占座不超过座席数，班长计入", "no more seated than seats, leads included"),
      found: Wording("最少空 \(fewestFree ?? 0) 个", "fewest free \(fewestFree ?? 0)"), violations: violations)
  }
}
