import Foundation
import Vocabulary

/// R5: paid hours. A shift is paid at most 480 minutes and the daily overtime; the month at most `standardHours` and
/// `maxOvertimeHours`; with `minHoursHard` nobody stays under the minimum hours, which is soft otherwise (`shortHour`).
struct PaidHoursRule: RosterRule {
  static let id = "R5"
  static let name = Wording("月工时与加班", "paid hours and overtime")

  let month: RosteredMonth

  /// Paid hours under the person's minimum, not below 0.
  func shortHours(_ person: PersonMonth) -> Decimal {
    max(0, MinimumHours(month: month).hours(of: person) - Decimal(person.paidMinutes) / 60)
  }

  func finding() -> RuleFinding {
    let rules = month.rules
    let most = month.people.map(\.paidMinutes).max() ?? 0
    return hardFinding(
      limit: Wording(
        "标准 \(rules.standardHours) 小时，加班每月至多 \(rules.maxOvertimeHours) 小时、每天至多 \(rules.maxDailyOvertimeMinutes) 分钟",
        "standard \(rules.standardHours) h, overtime at most \(rules.maxOvertimeHours) h a month and "
          + "\(rules.maxDailyOvertimeMinutes) min a day"),
      found: Wording(
        "最多 \((Decimal(most) / 60).text(decimals: 2)) 小时", "most \((Decimal(most) / 60).text(decimals: 2)) h"),
      violations: month.people.flatMap { longShifts(of: $0) + tooManyHours(of: $0) + tooFewHours(of: $0) })
  }

  private func longShifts(of person: PersonMonth) -> [RuleViolation] {
    let limit = Rules.normalDayMinutes + month.rules.maxDailyOvertimeMinutes
    return person.shifts.filter { $0.shift.paidMinutes > limit }
      .map { worked in
        violation(
          of: person, on: worked.date,
          found: Wording(
            "班次 \(worked.shift.code) 计薪 \(worked.shift.paidMinutes) 分钟；上限 \(limit) 分钟",
            "shift \(worked.shift.code) is paid \(worked.shift.paidMinutes) min; at most \(limit)"),
          advice: Wording("改派较短的班次", "assign a shorter shift"))
      }
  }

  private func tooManyHours(of person: PersonMonth) -> [RuleViolation] {
    let hours = Decimal(person.paidMinutes) / 60
    let limit = month.rules.standardHours + month.rules.maxOvertimeHours
    guard hours > limit else { return [] }
    return [
      violation(
        of: person,
        found: Wording(
          "计薪 \(hours.text(decimals: 2)) 小时；上限 \(limit) 小时（标准 \(month.rules.standardHours) + 加班 \(month.rules.maxOvertimeHours)）",
          "paid \(hours.text(decimals: 2)) h; at most \(limit) (standard \(month.rules.standardHours) and overtime "
            + "\(month.rules.maxOvertimeHours))"),
        advice: Wording("减少班次", "take shifts away"))
    ]
  }

  private func tooFewHours(of person: PersonMonth) -> [RuleViolation] {
    guard month.rules.minHoursHard, shortHours(person) > 0 else { return [] }
    let hours = Decimal(person.paidMinutes) / 60
    let minimum = MinimumHours(month: month).hours(of: person)
    return [
      violation(
        of: person,
        found: Wording(
          "计薪 \(hours.text(decimals: 2)) 小时；至少 \(minimum.text(decimals: 2)) 小时（minHoursHard）",
          "paid \(hours.text(decimals: 2)) h; at least \(minimum.text(decimals: 2)) (minHoursHard)"),
        advice: Wording("增加班次，或调低 minHours", "add shifts, or lower minHours"))
    ]
  }
}
