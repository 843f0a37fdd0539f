internal import Foundation
internal import Vocabulary

/// The people on the floor, half-hour by half-hour, while a roster is made: what is still needed, and who may yet be put there.
///
/// Leads are put first. The others are then held to the seats and to the leads there, so seats, meals and leads on the
/// floor keep their rules by construction.
struct RosteredFloor {
  private let firstHalfHour: HalfHour
  private let rules: Rules
  private let seats: [Int]
  private let needed: [Double]
  private let leadsNeeded: [Int]
  private var effective: [Double]
  private var others: [Int]
  private var leads: [Int]
  private var eating: [Int]

  /// People on duty for each effective agent on the phone: meals and trainees.
  private static let peoplePerAgent = 1.12
  /// What is put on the floor above the requirement, since some will fall ill.
  private static let reserve = 1.03

  /// - Parameter requirement: of the period and the night after it, which its last shifts reach.
  init(centre: Centre, requirement: Requirement) {
    let rows = requirement.rows
    firstHalfHour = rows[0].start
    rules = centre.rules
    seats = rows.map { centre.settings.seats(on: $0.start.date) }
    needed = rows.map { $0.required * RosteredFloor.reserve }
    leadsNeeded = zip(rows, seats).map { row, seats in
      let people = min(Double(seats), row.required * RosteredFloor.reserve * RosteredFloor.peoplePerAgent)
      return max(1, Int((people / Double(centre.rules.leadSpan)).rounded(.up)))
    }
    effective = [Double](repeating: 0, count: rows.count)
    others = [Int](repeating: 0, count: rows.count)
    leads = others
    eating = others
  }

  /// What a day asks for, in agent-half-hours.
  func needed(on date: CivilDate) -> Double {
    let midnight = offset(date)
    return needed[midnight..<midnight + HalfHour.perDay].reduce(0, +)
  }

  /// What one more agent is worth on a shift, its meal where it hurts least: shortages in parts of what is needed.
  /// Nil where there is no room for one.
  func gain(_ shift: Shift, on date: CivilDate) -> (gain: Double, meal: Int?)? {
    let offsets = offsets(shift, date)
    guard offsets.allSatisfy({ others[$0] < min(rules.leadSpan * leads[$0], seats[$0] - leads[$0]) }) else {
      return nil
    }
    let whole = offsets.reduce(0) { $0 + shortage($1) }
    guard shift.mealHalfHours > 0 else { return (whole, nil) }
    let meals = meals(shift, date).map { start in
      (start, (0..<shift.mealHalfHours).reduce(0) { $0 + shortage(offset(date) + start + $1) })
    }
    return meals.min { $0.1 < $1.1 }.map { (whole - $0.1, $0.0) }
  }

  /// The same of one more lead; who eats leads too.
  func leadGain(_ shift: Shift, on date: CivilDate) -> (gain: Double, meal: Int?)? {
    let offsets = offsets(shift, date)
    guard offsets.allSatisfy({ others[$0] + leads[$0] < seats[$0] }) else { return nil }
    let gain = offsets.reduce(0) { $0 + Double(max(0, leadsNeeded[$1] - leads[$1])) / Double(leadsNeeded[$1]) }
    guard shift.mealHalfHours > 0 else { return (gain, nil) }
    return meals(shift, date).first.map { (gain, $0) }
  }

  private func shortage(_ offset: Int) -> Double {
    (needed[offset] - effective[offset]) / max(1, needed[offset])
  }

  /// Starts of the meal, from the day's midnight, at which not too many eat.
  private func meals(_ shift: Shift, _ date: CivilDate) -> [Int] {
    shift.mealStarts.filter { start in
      (0..<shift.mealHalfHours).allSatisfy {
        let offset = offset(date) + start + $0
        let allowed = rules.mealShare.doubleValue * Double(others[offset] + leads[offset] + 1)
        return eating[offset] + 1 <= max(1, Int(allowed.rounded(.up)))
      }
    }
  }

  mutating func add(_ agent: Agent, _ shift: Shift, on date: CivilDate, meal: Int?) {
    let productivity = agent.productivity(on: date).doubleValue
    let meals = meal.map { offset(date) + $0..<offset(date) + $0 + shift.mealHalfHours } ?? 0..<0
    for offset in offsets(shift, date) {
      if agent.grade == .lead { leads[offset] += 1 } else { others[offset] += 1 }
      if meals.contains(offset) { eating[offset] += 1 } else { effective[offset] += productivity }
    }
  }

  private func offset(_ date: CivilDate) -> Int {
    HalfHour(date: date, slot: 0) - firstHalfHour
  }

  private func offsets(_ shift: Shift, _ date: CivilDate) -> [Int] {
    shift.dutyHalfHours.joined().map { offset(date) + $0 }.filter { $0 >= 0 }
  }
}
