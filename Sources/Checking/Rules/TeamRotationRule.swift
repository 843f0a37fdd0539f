import Foundation
import Vocabulary

/// `teamRotation` (班组轮班): a team works the shifts of its step of the cycle, week by week.
struct TeamRotationRule: SwitchedRule {
  static let id = "teamRotation"
  static let name = Wording("班组轮班", "teams in rotation")

  let month: RosteredMonth
  let rotation: TeamRotation

  var isPriced: Bool { rotation.weight != nil }
  var limit: Wording {
    Wording(same: rotation.cycle.map(\.text).joined(separator: " → "))
  }

  func breaches() -> [Breach] {
    month.people.flatMap { person in
      person.shifts.compactMap { worked in
        guard let position = rotation.step(team: person.agent.team, on: worked.date) else { return nil }
        let step = rotation.cycle[position]
        guard !step.contains(worked.shift) else { return nil }
        return Breach(
          1, weight: rotation.weight,
          violation(
            of: person, on: worked.date,
            found: Wording(
              "班组 \(person.agent.team) 本周应上 \(step.text)，却是 \(worked.shift.code)",
              "team \(person.agent.team) works \(step.text) this week, not \(worked.shift.code)"),
            advice: Wording("改派本周的班次", "assign a shift of the week's step")))
      }
    }
  }
}
