internal import Foundation
internal import Vocabulary

/// The partner's costs as sums of the person-days they came from: hours of each grade and kind of day with their rates.
struct PartnerWorking {
  let contract: Contract
  let shifts: [Shift]
  let days: [SettlementTrace.PersonDay]

  /// `4451.25 h × 22 + … = 988510.17`.
  func wages(_ amount: Decimal) -> String {
    sum(
      Grade.allCases.compactMap { grade in
        let minutes = days.filter { $0.grade == grade }
          .reduce(Decimal(0)) { $0 + Decimal($1.workedMinutes) - $1.paidOvertimeMinutes }
        return minutes == 0 ? nil : "\(hours(minutes)) h × \(wage(grade))"
      }, amount)
  }

  /// `35 h × 22 × 1.5 (workday) + … = 18758.00`.
  func overtime(_ amount: Decimal) -> String {
    var terms: [String] = []
    for grade in Grade.allCases {
      for kind in DayKind.allCases {
        let minutes = days.filter { $0.grade == grade && $0.dayKind == kind }
          .reduce(Decimal(0)) { $0 + $1.paidOvertimeMinutes }
        guard minutes != 0 else { continue }
        terms.append(
          "\(hours(minutes)) h × \(wage(grade)) × \(contract.partner.overtimeFactor(kind)) (\(kind.rawValue))")
      }
    }
    return sum(terms, amount)
  }

  func attended(_ amount: Decimal) -> String {
    sum(["\(days.count) × \(contract.partner.perShift)"], amount)
  }

  func nights(_ amount: Decimal) -> String {
    let codes = Set(shifts.filter { [.night, .lateNight, .overnight].contains($0.shiftClass) }.map(\.code))
    let count = days.filter { codes.contains($0.shift) }.count
    return sum(["\(count) × \(contract.partner.nightAllowance)"], amount)
  }

  private func wage(_ grade: Grade) -> Decimal { contract.partner.wages[grade] ?? 0 }
  private func hours(_ minutes: Decimal) -> String { (minutes / 60).rounded(decimals: 6).description }

  private func sum(_ terms: [String], _ amount: Decimal) -> String {
    (terms.isEmpty ? ["0"] : terms).joined(separator: " + ") + " = " + amount.text(decimals: 2)
  }
}
