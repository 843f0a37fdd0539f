import Foundation
import Vocabulary

/// `minOffRun`: days off between two days worked come at least so many in a row. Those with approved leave or days outside
/// the employment among them, and those that reach the end of the month, are not judged.
struct OffRunRule: SwitchedRule {
  static let id = "minOffRun"
  static let name = Wording("最少连续休息天数", "shortest run of days off")

  let month: RosteredMonth
  let run: MinimumRun

  var isPriced: Bool { run.weight != nil }
  var limit: Wording { Wording("至少 \(run.days) 天", "at least \(run.days) days") }

  func breaches() -> [Breach] {
    month.people.flatMap { person in
      let worked = person.tailDays.union(person.workedDays).sorted()
      return zip(worked, worked.dropFirst()).compactMap { before, after -> Breach? in
        let length = after - before - 1
        let days = (0..<max(0, length)).map { before.adding(days: 1 + $0) }
        guard month.period.contains(after), length > 0, length < run.days,
          days.allSatisfy({ $0 < month.period.firstDay || person.isFree(on: $0) })
        else { return nil }
        return Breach(
          run.days - length, weight: run.weight,
          violation(
            of: person, on: max(days[0], month.period.firstDay),
            found: Wording(
              "只连续休息 \(length) 天；至少 \(run.days) 天", "only \(length) days off in a row; at least \(run.days)"),
            advice: Wording("在前后再休一天，或改为上班", "give a day off before or after, or work the day")))
      }
    }
  }
}
