internal import Foundation
internal import Vocabulary

/// What the partner pays its people, each kind rounded once.
///
/// From a roster, overtime is what lies beyond the contract's standard hours, on the day it does; from attendance it is the
/// stated overtime, and wages are paid for the worked hours less it.
struct PartnerAccount {
  let contract: Contract
  let centre: Centre

  func totals(
    _ people: [WorkedHours], fee: Decimal, staffBonus: Decimal
  ) -> SettlementStatement.PartnerTotals {
    let costs = contract.partner
    let standard = Ticks.of(hours: contract.standardHours)
    let dayKinds = DayKindTable(centre.holidays)
    // Indexed by grade, and by grade and kind of day.
    let grades = Grade.allCases
    let kinds = DayKind.allCases
    var regularTicks = [Int](repeating: 0, count: grades.count)
    var overtimeTicks = [Int](repeating: 0, count: grades.count * kinds.count)
    var shifts = 0
    var nights = 0
    let isNight = centre.shifts.map { [.night, .lateNight, .overnight].contains($0.shiftClass) }
    for person in people {
      Ticks.split(person, standard: standard) { day, _, beyond in
        let overtime = day.statedOvertime.map { $0 * Ticks.perMinute } ?? beyond
        let grade = day.grade.position
        regularTicks[grade] += day.worked * Ticks.perMinute - overtime
        if overtime != 0 { overtimeTicks[grade * kinds.count + dayKinds.position(day.date)] += overtime }
        shifts += 1
        if isNight[day.shift] { nights += 1 }
      }
    }
    var wages: Decimal = 0
    var overtime: Decimal = 0
    for grade in grades {
      let wage = costs.wages[grade] ?? 0
      wages += Decimal(regularTicks[grade.position]) * wage
      for (index, kind) in kinds.enumerated() {
        overtime += Decimal(overtimeTicks[grade.position * kinds.count + index]) * wage * costs.overtimeFactor(kind)
      }
    }
    let hour = Decimal(60 * Ticks.perMinute)
    let amounts = [
      (wages / hour).roundedToFen, (overtime / hour).roundedToFen, (Decimal(shifts) * costs.perShift).roundedToFen,
      (Decimal(nights) * costs.nightAllowance).roundedToFen,
    ]
    let cost = amounts.reduce(0, +) + staffBonus
    return SettlementStatement.PartnerTotals(
      fee: fee, wages: amounts[0], overtime: amounts[1], shifts: amounts[2], nights: amounts[3],
      staffBonus: staffBonus, cost: cost, margin: fee - cost)
  }
}

extension Grade {
  /// In `allCases`.
  fileprivate var position: Int {
    switch self {
    case .trainee: 0
    case .agent: 1
    case .lead: 2
    }
  }
}

/// The kind of each day, looked up once.
private final class DayKindTable {
  private let holidays: HolidayCalendar
  private var known: [Int: Int] = [:]

  init(_ holidays: HolidayCalendar) {
    self.holidays = holidays
  }

  /// In `DayKind.allCases`.
  func position(_ date: CivilDate) -> Int {
    if let position = known[date.dayNumber] { return position }
    let position = DayKind.allCases.firstIndex(of: holidays.kind(of: date)) ?? 0
    known[date.dayNumber] = position
    return position
  }
}
