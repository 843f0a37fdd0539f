import Foundation
import Vocabulary

/// `sameStart` (同班次): one time of start within a calendar week.
struct SameStartRule: SwitchedRule {
  static let id = "sameStart"
  static let name = Wording("一周同班次", "the same start all week")

  let month: RosteredMonth
  let sameStart: SameStart

  var isPriced: Bool { sameStart.weight != nil }
  var limit: Wording { Wording("一周之内上班时间相同", "one time of start within a week") }

  func breaches() -> [Breach] {
    month.people.flatMap { person in
      let weeks = Dictionary(grouping: person.shifts, by: \.date.monday).sorted { $0.key < $1.key }
      return weeks.compactMap { monday, shifts -> Breach? in
        let starts = Set(shifts.map(\.shift.start)).sorted()
        guard starts.count > 1 else { return nil }
        let times = starts.map { "\($0)" }.joined(separator: ", ")
        return Breach(
          starts.count - 1, weight: sameStart.weight,
          violation(
            of: person, on: max(monday, month.period.firstDay),
            found: Wording("一周之内从 \(times) 上班", "starts at \(times) within a week"),
            advice: Wording("改为同一上班时间", "assign shifts of one start")))
      }
    }
  }
}
