import Foundation
import Vocabulary

/// `minWorkRun`: days worked come at least so many in a row. Runs that reach the end of the month, or touch approved leave
/// or days outside the employment, are not judged.
struct WorkRunRule: SwitchedRule {
  static let id = "minWorkRun"
  static let name = Wording("最少连续上班天数", "shortest run of days worked")

  let month: RosteredMonth
  let run: MinimumRun

  var isPriced: Bool { run.weight != nil }
  var limit: Wording { Wording("至少 \(run.days) 天", "at least \(run.days) days") }

  func breaches() -> [Breach] {
    month.people.flatMap { person in
      person.runsFromTheEve(before: month.period.firstDay).compactMap { days in
        let length = days.upperBound - days.lowerBound + 1
        let next = days.upperBound.adding(days: 1)
        guard length < run.days, next < month.period.end, person.isFree(on: next),
          person.isFree(on: days.lowerBound.adding(days: -1))
        else { return nil }
        return Breach(
          run.days - length, weight: run.weight,
          violation(
            of: person, on: max(days.lowerBound, month.period.firstDay),
            found: Wording(
              "只连续上班 \(length) 天；至少 \(run.days) 天", "only \(length) days worked in a row; at least \(run.days)"),
            advice: Wording("在前后补一天班，或改为休息", "work a day before or after, or give the day off")))
      }
    }
  }
}

extension PersonMonth {
  /// The runs of consecutive worked days that reach the period or the eve of it.
  func runsFromTheEve(before firstDay: CivilDate) -> [ClosedRange<CivilDate>] {
    var runs: [ClosedRange<CivilDate>] = []
    for day in tailDays.union(workedDays).sorted() {
      if let run = runs.last, run.upperBound.adding(days: 1) == day {
        runs[runs.count - 1] = run.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs.filter { $0.upperBound.adding(days: 1) >= firstDay }
  }

  /// Employed and not on approved leave. Leave before the period is not known.
  func isFree(on day: CivilDate) -> Bool {
    agent.isEmployed(on: day) && !leaveDays.contains(day)
  }
}
