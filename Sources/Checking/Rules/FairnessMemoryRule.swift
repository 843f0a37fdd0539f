import Foundation
import Vocabulary

/// `fairness`: who carries more of a burden from the months before gets less of it. The i-th day, weekend or refused wish of
/// a kind in the month counts max(0, carried balance + i) units.
struct FairnessMemoryRule: SwitchedRule {
  static let id = "fairness"
  static let name = Wording("跨月公平", "fairness over the months")

  let month: RosteredMonth

  private var kinds: [(kind: FairnessKind, weight: Decimal)] {
    FairnessKind.allCases.compactMap { kind in
      month.rules.fairness[kind].flatMap { $0 > 0 ? (kind, $0) : nil }
    }
  }

  let isPriced = true
  var limit: Wording {
    Wording(
      kinds.map { "\($0.kind.name.chinese) \($0.weight)" }.joined(separator: "、") + " 元/递增",
      kinds.map { "\($0.kind.name.english) \($0.weight)" }.joined(separator: ", ") + " yuan, escalating")
  }

  func breaches() -> [Breach] {
    let carried = month.centre.ledger?.byKey ?? [:]
    return kinds.flatMap { kind, weight in
      month.people.compactMap { person in
        let balance = carried[FairnessLedger.Key(person.agent.id, kind)]?.balance ?? 0
        let count = month.burden(kind, of: person)
        let units = FairnessMemoryRule.units(count, balance: balance)
        guard units > 0 else { return nil }
        return Breach(
          units, weight: weight,
          violation(
            of: person,
            found: Wording(
              "\(kind.name.chinese) \(count)，上月结转 \(balance)", "\(count) \(kind.name.english), \(balance) carried"),
            advice: Wording("改派给结转较少者", "give some of them to people who carry less")))
      }
    }
  }

  /// What each kind costs, those that are off too.
  var charges: [FairnessReview.Charge] {
    let carried = month.centre.ledger?.byKey ?? [:]
    return FairnessKind.allCases.map { kind in
      let weight = month.rules.fairness[kind] ?? 0
      let units = month.people.reduce(Decimal(0)) { sum, person in
        let balance = carried[FairnessLedger.Key(person.agent.id, kind)]?.balance ?? 0
        return sum + FairnessMemoryRule.units(month.burden(kind, of: person), balance: balance)
      }
      return FairnessReview.Charge(kind: kind, weight: weight, yuan: weight * units)
    }
  }

  static func units(_ count: Int, balance: Decimal) -> Decimal {
    var sum: Decimal = 0
    for number in 0..<count { sum += max(0, balance + Decimal(number + 1)) }
    return sum
  }

  /// Costs, not breaches: fewer is fairer.
  func finding() -> RuleFinding {
    let yuan = term()?.yuan ?? 0
    let people = Set(breaches().map { $0.violation.agent }).count
    return softFinding(
      limit: limit,
      found: Wording("\(people) 人合计 ¥\(yuan.text(decimals: 2))", "¥\(yuan.text(decimals: 2)) over \(people) people"),
      count: people)
  }
}

extension RosteredMonth {
  /// How much of a burden a person has in the month.
  func burden(_ kind: FairnessKind, of person: PersonMonth) -> Int {
    switch kind {
    case .nights: person.days(in: [.night, .lateNight, .overnight])
    case .lateNights: person.days(in: [.lateNight])
    case .weekends:
      // By the Saturday, which may be the last day of the month before.
      Set(
        person.workedDays.compactMap { day -> CivilDate? in
          switch day.weekday {
          case .saturday: day
          case .sunday: day.adding(days: -1)
          default: nil
          }
        }
      ).count
    case .publicHolidays: person.workedDays.count { centre.holidays.isHoliday($0) }
    case .refusedWishes: WishRule(month: self).refusedWishes(person).count
    }
  }

  /// Days on which the burden may fall on the person: employed and not on approved leave; of refused wishes, the wishes.
  func exposure(_ kind: FairnessKind, of person: PersonMonth) -> Int {
    switch kind {
    case .nights, .lateNights, .weekends, .publicHolidays: person.employedDays.count - person.leaveDays.count
    case .refusedWishes: person.wishes.count
    }
  }
}
