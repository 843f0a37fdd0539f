import Vocabulary

/// R6: night days and early days about equal per person and month (夜班天数与早班天数基本持平), hard up to a tolerance, soft
/// towards 0 (`imbalance`). Who may not work a class of both sides is exempt.
struct BalanceRule: RosterRule {
  static let id = "R6"
  static let name = Wording("夜班与早班天数持平", "night and early days balanced")

  let month: RosteredMonth

  /// |days in classesA − days in classesB|; nil for who is exempt.
  func imbalance(_ person: PersonMonth) -> Int? {
    let balance = month.rules.balance
    guard person.mayWorkAny(of: balance.classesA), person.mayWorkAny(of: balance.classesB) else { return nil }
    return abs(person.days(in: balance.classesA) - person.days(in: balance.classesB))
  }

  func finding() -> RuleFinding {
    let balance = month.rules.balance
    var violations: [RuleViolation] = []
    var largest = 0
    for person in month.people {
      guard let imbalance = imbalance(person) else { continue }
      largest = max(largest, imbalance)
      guard imbalance > balance.tolerance else { continue }
      let nights = person.days(in: balance.classesA)
      let earlies = person.days(in: balance.classesB)
      violations.append(
        violation(
          of: person,
          found: Wording(
            "夜班类 \(nights) 天，早班类 \(earlies) 天，相差 \(imbalance) 天；至多相差 \(balance.tolerance) 天",
            "\(nights) night days and \(earlies) early days differ by \(imbalance); at most \(balance.tolerance)"),
          advice: nights > earlies
            ? Wording("把夜班换成早班", "change nights into earlies") : Wording("把早班换成夜班", "change earlies into nights")))
    }
    return hardFinding(
      limit: Wording("相差至多 \(balance.tolerance) 天", "difference at most \(balance.tolerance) days"),
      found: Wording("最大相差 \(largest) 天", "largest difference \(largest) days"), violations: violations)
  }
}
