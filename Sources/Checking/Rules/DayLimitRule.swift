import Foundation
import Vocabulary

/// `maxDays`: days of a class or shift code per person and month.
struct DayLimitRule: SwitchedRule {
  static let id = "maxDays"
  static let name = Wording("班次天数上限", "most days of a shift")

  let month: RosteredMonth

  var isPriced: Bool { month.rules.maxDays.contains { $0.weight != nil } }
  var limit: Wording {
    Wording(same: month.rules.maxDays.map { "\($0.shifts.text) ≤ \($0.max)" }.joined(separator: "; "))
  }

  func breaches() -> [Breach] {
    month.rules.maxDays.flatMap { limit in
      month.people.compactMap { person in
        let days = person.shifts.count { limit.shifts.contains($0.shift) }
        guard days > limit.max else { return nil }
        return Breach(
          days - limit.max, weight: limit.weight,
          violation(
            of: person,
            found: Wording(
              "\(limit.shifts.text) 共 \(days) 天；至多 \(limit.max) 天",
              "\(days) days of \(limit.shifts.text); at most \(limit.max)"),
            advice: Wording("改派其中 \(days - limit.max) 天", "change \(days - limit.max) of them")))
      }
    }
  }
}
