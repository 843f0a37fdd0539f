import Vocabulary

/// R11: team leads on the floor, at least one for each `leadSpan` trainees and agents on duty and one while anyone is on
/// duty; a lead who eats counts. With it `minOnPhone`: people on duty and not eating, whoever they are, in every open
/// half-hour of the month.
struct FloorLeadRule: RosterRule {
  static let id = "R11"
  static let name = Wording("班长值守与最少在线", "leads on the floor, minimum on the phone")

  let month: RosteredMonth

  /// ⌈(trainees + agents on duty) ÷ leadSpan⌉, at least 1 while anyone is on duty; 0 where the rule is off.
  func leadsNeeded(_ row: Floor.Row) -> Int {
    let span = month.rules.leadSpan
    guard span > 0, row.onDuty > 0 else { return 0 }
    return max(1, (row.onDuty - row.leads + span - 1) / span)
  }

  func finding() -> RuleFinding {
    let span = month.rules.leadSpan
    let fewest = month.floor.rows.filter(\.isOpen).map { $0.onDuty - $0.onMeal }.min() ?? 0
    return hardFinding(
      limit: Wording(
        (span > 0 ? "每 \(span) 人至少 1 名班长" : "不要求班长") + "；在线至少 \(month.rules.minOnPhone) 人",
        (span > 0 ? "at least 1 lead per \(span) on duty" : "no lead needed")
          + "; at least \(month.rules.minOnPhone) on the phone"),
      found: Wording("营业时段在线最少 \(fewest) 人", "fewest on the phone while open \(fewest)"),
      violations: month.floor.rowsWithThoseAfter.compactMap(tooFewLeads) + month.floor.rows.compactMap(tooFewOnPhone))
  }

  private func tooFewLeads(_ row: Floor.Row) -> RuleViolation? {
    let needed = leadsNeeded(row)
    guard row.leads < needed else { return nil }
    return violation(
      in: row.start,
      found: Wording(
        "在岗 \(row.onDuty - row.leads) 名话务员，班长 \(row.leads) 名；至少 \(needed) 名",
        "\(row.leads) leads for \(row.onDuty - row.leads) trainees and agents on duty; at least \(needed)"),
      advice: Wording(
        "增派 \(needed - row.leads) 名班长，或减少在岗人数", "add \(needed - row.leads) leads, or have fewer people on duty"))
  }

  private func tooFewOnPhone(_ row: Floor.Row) -> RuleViolation? {
    let onPhone = row.onDuty - row.onMeal
    guard row.isOpen, onPhone < month.rules.minOnPhone else { return nil }
    return violation(
      in: row.start,
      found: Wording(
        "在线 \(onPhone) 人；至少 \(month.rules.minOnPhone) 人（minOnPhone）",
        "\(onPhone) on the phone; at least \(month.rules.minOnPhone) (minOnPhone)"),
      advice: Wording("增派人员或移开用餐", "add people, or move meals away"))
  }
}
