import Foundation
import Vocabulary

/// `workingTime` (工时制): overtime of calendar weeks, or of hours averaged over the month or the quarter.
struct WorkingTimeRule: SwitchedRule {
  static let id = "workingTime"
  static let name = Wording("工时制", "working-time system")

  let month: RosteredMonth
  let workingTime: WorkingTime

  var isPriced: Bool { workingTime.weight != nil }
  var limit: Wording {
    let hours = workingTime.overtimeHours
    return switch workingTime.system {
    case .standard(let weekly):
      Wording("标准工时制，每周 \(weekly) 小时，超出合计至多 \(hours) 小时", "weeks of \(weekly) h, at most \(hours) h above them")
    case .comprehensiveMonth:
      Wording("综合计算工时制（月），超出至多 \(hours) 小时", "averaged over the month, at most \(hours) h above")
    case .comprehensiveQuarter:
      Wording("综合计算工时制（季），超出至多 \(hours) 小时", "averaged over the quarter, at most \(hours) h above")
    }
  }

  /// Hours above the system's regular ones.
  func overtime(_ person: PersonMonth) -> Decimal {
    switch workingTime.system {
    case .standard(let weekly):
      let weeks = Dictionary(grouping: person.tail + person.shifts, by: \.date.monday)
      return weeks.filter { month.period.contains($0.key.adding(days: 6)) }.values.reduce(0) { sum, shifts in
        let ours = shifts.filter { month.period.contains($0.date) }
        return sum + min(hours(ours), max(0, hours(shifts) - weekly))
      }
    case .comprehensiveMonth: return max(0, hours(person.shifts) - month.rules.standardHours)
    case .comprehensiveQuarter:
      return max(0, (person.agent.hoursQuarter ?? 0) + hours(person.shifts) - 3 * month.rules.standardHours)
    }
  }

  private func hours(_ shifts: [WorkedShift]) -> Decimal {
    Decimal(shifts.reduce(0) { $0 + $1.shift.paidMinutes }) / 60
  }

  func breaches() -> [Breach] {
    month.people.compactMap { person in
      let overtime = overtime(person)
      // What earlier months exceed is not this roster's.
      let above = min(hours(person.shifts), overtime - workingTime.overtimeHours)
      guard above > 0 else { return nil }
      return Breach(
        above, weight: workingTime.weight,
        violation(
          of: person,
          found: Wording(
            "超出标准工时 \(overtime.text(decimals: 2)) 小时；至多 \(workingTime.overtimeHours) 小时",
            "\(overtime.text(decimals: 2)) h above the regular hours; at most \(workingTime.overtimeHours)"),
          advice: Wording("减少班次或改派较短的班次", "take shifts away, or assign shorter ones")))
    }
  }
}
