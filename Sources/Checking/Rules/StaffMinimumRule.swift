import Foundation
import Vocabulary

/// `minStaff`: people on duty and not eating, leads included, in half-hours of the week.
struct StaffMinimumRule: SwitchedRule {
  static let id = "minStaff"
  static let name = Wording("时段最少在线人数", "fewest people by half-hour of the week")

  let month: RosteredMonth

  var isPriced: Bool { month.rules.minStaff.contains { $0.weight != nil } }
  var limit: Wording {
    let entries = month.rules.minStaff.map { "\($0.hours.from)–\($0.hours.to) ≥ \($0.least)" }
    return Wording(same: entries.joined(separator: "; "))
  }

  func breaches() -> [Breach] {
    month.rules.minStaff.flatMap { minimum in
      month.floor.rows.compactMap { row in
        let onPhone = row.onDuty - row.onMeal
        guard row.isOpen, onPhone < minimum.least, minimum.hours.contains(row.start, holidays: month.centre.holidays)
        else { return nil }
        return Breach(
          minimum.least - onPhone, weight: minimum.weight,
          violation(
            in: row.start,
            found: Wording(
              "在线 \(onPhone) 人；至少 \(minimum.least) 人", "\(onPhone) on the phone; at least \(minimum.least)"),
            advice: Wording("增派人员或移开用餐", "add people, or move meals away")))
      }
    }
  }
}
