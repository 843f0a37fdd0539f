import Foundation
import Vocabulary

/// `maxWeekends`: weekends of the month on which a person works.
struct WeekendLimitRule: SwitchedRule {
  static let id = "maxWeekends"
  static let name = Wording("上班的周末", "weekends worked")

  let month: RosteredMonth
  let weekends: WeekendLimit

  var isPriced: Bool { weekends.weight != nil }
  var limit: Wording { Wording("至多 \(weekends.max) 个", "at most \(weekends.max)") }

  func breaches() -> [Breach] {
    month.people.compactMap { person in
      let worked = Set(person.workedDays.filter { $0.weekday >= .saturday }.map { $0.monday }).count
      guard worked > weekends.max else { return nil }
      return Breach(
        worked - weekends.max, weight: weekends.weight,
        violation(
          of: person,
          found: Wording(
            "上班 \(worked) 个周末；至多 \(weekends.max) 个", "works on \(worked) weekends; at most \(weekends.max)"),
          advice: Wording("让出 \(worked - weekends.max) 个周末", "give \(worked - weekends.max) of them off")))
    }
  }
}

extension CivilDate {
  /// The Monday its week begins with.
  var monday: CivilDate { adding(days: -weekday.rawValue) }
}
