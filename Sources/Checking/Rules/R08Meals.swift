import Foundation
import Vocabulary

/// R8: one meal inside its window for each shift that has one; at most a share of those on duty eat at once, also in the
/// half-hours after the month that its last shifts reach.
struct MealRule: RosterRule {
  static let id = "R8"
  static let name = Wording("用餐", "meal breaks")

  let month: RosteredMonth

  /// ⌈mealShare × on duty⌉, at least 1.
  func allowedAtOnce(onDuty: Int) -> Int {
    max(1, (month.rules.mealShare * Decimal(onDuty)).roundedUp)
  }

  func finding() -> RuleFinding {
    let rows = month.floor.rowsWithThoseAfter
    let most = rows.map(\.onMeal).max() ?? 0
    return hardFinding(
      limit: Wording(
        "每班一餐，在用餐时段内开始；同时用餐至多为在岗人数的 \(month.rules.mealShare)，向上取整，至少 1 人",
        "one meal inside its window; at once at most \(month.rules.mealShare) of those on duty, rounded up, at least 1"),
      found: Wording("同时用餐最多 \(most) 人", "at most \(most) ate at once"),
      violations: month.people.flatMap(wrongMeals) + rows.compactMap(crowdedMeal))
  }

  private func wrongMeals(of person: PersonMonth) -> [RuleViolation] {
    person.shifts.compactMap { worked in
      wrongMeal(worked).map { violation(of: person, on: worked.date, found: $0.found, advice: $0.advice) }
    }
  }

  private func wrongMeal(_ worked: WorkedShift) -> (found: Wording, advice: Wording)? {
    let shift = worked.shift
    guard shift.mealMinutes > 0, let from = shift.mealFrom, let to = shift.mealTo else {
      return worked.mealStart.map {
        (
          Wording("班次 \(shift.code) 没有用餐，却写了 \($0)", "shift \(shift.code) has no meal, yet one starts at \($0)"),
          Wording("把 mealStart 留空", "leave mealStart empty")
        )
      }
    }
    guard let start = worked.mealStart else {
      return (
        Wording(
          "班次 \(shift.code) 缺少用餐；须在 \(from)–\(to) 之间开始", "shift \(shift.code) lacks its meal, from \(from) to \(to)"),
        Wording("填写 mealStart", "fill in mealStart")
      )
    }
    guard start.isOnGrid, from <= start, start <= to else {
      return (
        Wording(
          "班次 \(shift.code) 的用餐 \(start) 开始；须在 \(from)–\(to) 之间的整半点",
          "the meal of shift \(shift.code) starts at \(start); it must at a half-hour from \(from) to \(to)"),
        Wording("改到用餐时段之内", "move it into the window")
      )
    }
    return nil
  }

  private func crowdedMeal(_ row: Floor.Row) -> RuleViolation? {
    let allowed = allowedAtOnce(onDuty: row.onDuty)
    guard row.onMeal > allowed else { return nil }
    return violation(
      in: row.start,
      found: Wording(
        "在岗 \(row.onDuty) 人，同时用餐 \(row.onMeal) 人；至多 \(allowed) 人",
        "\(row.onMeal) of \(row.onDuty) on duty eat at once; at most \(allowed)"),
      advice: Wording(
        "把其中 \(row.onMeal - allowed) 人的用餐移到别的半小时", "move the meal of \(row.onMeal - allowed) to another half-hour"))
  }
}

extension Decimal {
  /// The smallest whole number not below this one.
  var roundedUp: Int {
    var source = self
    var result = Decimal()
    NSDecimalRound(&result, &source, 0, .up)
    return NSDecimalNumber(decimal: result).intValue
  }
}
