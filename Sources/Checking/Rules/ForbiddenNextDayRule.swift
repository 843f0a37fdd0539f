import Foundation
import Vocabulary

/// `forbiddenNextDay`: shifts that may not follow each other on adjacent days, last month's last day included.
struct ForbiddenNextDayRule: SwitchedRule {
  static let id = "forbiddenNextDay"
  static let name = Wording("禁止的相邻班次", "shifts that may not follow each other")

  let month: RosteredMonth

  var isPriced: Bool { month.rules.forbiddenNextDay.contains { $0.weight != nil } }
  var limit: Wording {
    Wording(same: month.rules.forbiddenNextDay.map { "\($0.from.text) ↛ \($0.to.text)" }.joined(separator: "; "))
  }

  func breaches() -> [Breach] {
    month.rules.forbiddenNextDay.flatMap { pair in month.people.flatMap { breaches(of: $0, pair) } }
  }

  private func breaches(of person: PersonMonth, _ pair: ForbiddenNextDay) -> [Breach] {
    let all = person.tail + person.shifts
    return person.shifts.filter { pair.to.contains($0.shift) }.compactMap { worked in
      guard let before = all.first(where: { worked.date - $0.date == 1 && pair.from.contains($0.shift) }) else {
        return nil
      }
      return Breach(
        1, weight: pair.weight,
        violation(
          of: person, on: worked.date,
          found: Wording(
            "前一天 \(before.shift.code)，当天 \(worked.shift.code)",
            "\(before.shift.code) the day before, then \(worked.shift.code)"),
          advice: Wording("当天改派别的班次或休息", "assign another shift, or a day off")))
    }
  }
}
