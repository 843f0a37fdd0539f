import Foundation
import Vocabulary

/// The objective's terms in yuan.
struct CostTerms {
  let month: RosteredMonth

  /// The weight names of `rules.yaml` in their order, the switched rules that have a weight, then the two kinds of pay.
  func terms() -> [(name: String, yuan: Decimal)] {
    let weights = month.rules.weights
    let hours = ChargedHours(month: month)
    let understaffing = UnderstaffingRule(month: month)
    let wishes = WishRule(month: month)
    let service = ServiceCost(month: month)
    return [
      ("under", month.floor.rows.reduce(0) { $0 + understaffing.yuanOfShortage($1) }),
      ("over", weights.over * month.floor.rows.reduce(0) { $1.service == nil ? $0 + $1.over : $0 }),
    ] + (service.isWeighed ? [("service", service.yuan)] : []) + [
      ("shortHour", weights.shortHour * month.people.reduce(0) { $0 + PaidHoursRule(month: month).shortHours($1) }),
      ("imbalance", weights.imbalance * count { BalanceRule(month: month).imbalance($0) ?? 0 }),
      ("lateNightMissing", weights.lateNightMissing * count { LateNightRule(month: month).missing($0) }),
      ("noWeekendOff", weights.noWeekendOff * count { wishes.lacksWeekendOff($0) ? 1 : 0 }),
      ("refusedWish", weights.refusedWish * count { wishes.refusedWishes($0).count }),
      ("startChange", weights.startChange * count { wishes.startChanges($0) }),
      ("backward", weights.backward * count { wishes.backwardSteps($0) }),
    ] + month.switchedRules.compactMap { $0.term() } + [
      ("regularHours", hours.regularYuan),
      ("overtimeHours", hours.overtimeYuan),
    ]
  }

  private func count(_ ofPerson: (PersonMonth) -> Int) -> Decimal {
    Decimal(month.people.reduce(0) { $0 + ofPerson($1) })
  }
}

/// The paid hours of the month by seat kind, as the objective prices them.
///
/// Each person's hours up to the contract's `standardHours` are regular, the rest overtime. A trainee promoted inside the
/// month is charged as trainee for the shifts before the promotion and as agent from it on; the standard hours are used
/// up in order of days.
struct ChargedHours {
  private let month: RosteredMonth
  /// Hours of each grade, and of overtime.
  private(set) var hours: [SeatKind: Decimal] = [:]

  init(month: RosteredMonth) {
    self.month = month
    let standardMinutes = month.centre.contract.standardHours * 60
    var minutes: [SeatKind: Decimal] = [:]
    for person in month.people {
      // Most people stay within the standard; their minutes are added up as whole numbers.
      guard Decimal(person.paidMinutes) > standardMinutes else {
        for grade in Grade.allCases {
          let own = person.shifts.filter { person.agent.grade(on: $0.date) == grade }
          if !own.isEmpty {
            minutes[SeatKind(grade), default: 0] += Decimal(own.reduce(0) { $0 + $1.shift.paidMinutes })
          }
        }
        continue
      }
      var left = standardMinutes
      for worked in person.shifts {
        let paid = Decimal(worked.shift.paidMinutes)
        let regular = min(paid, left)
        left -= regular
        minutes[SeatKind(person.agent.grade(on: worked.date)), default: 0] += regular
        minutes[.overtime, default: 0] += paid - regular
      }
    }
    hours = minutes.mapValues { $0 / 60 }
  }

  var regularYuan: Decimal { yuan(.trainee) + yuan(.agent) + yuan(.lead) }
  var overtimeYuan: Decimal { yuan(.overtime) }

  private func yuan(_ kind: SeatKind) -> Decimal {
    month.centre.contract.yuan(hours: hours[kind] ?? 0, kind: kind)
  }
}
