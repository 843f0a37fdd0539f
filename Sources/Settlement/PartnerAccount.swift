internal import Foundation
internal import Vocabulary

/// What the partner pays its people, each kind rounded once.
struct PartnerAccount {
  let contract: Contract
  let holidays: HolidayCalendar

  func totals(
    _ people: [WorkedHours], fee: Decimal, staffBonus: Decimal
  ) -> SettlementStatement.PartnerTotals {
    let costs = contract.partner
    var wages: Decimal = 0
    var overtime: Decimal = 0
    var shifts = 0
    var nights = 0
    for person in people {
      for part in person.split(standardHours: contract.standardHours) {
        let wage = costs.wages[part.day.grade] ?? 0
        wages += part.regular * wage / 60
        overtime += part.overtime * wage * costs.overtimeFactor(holidays.kind(of: part.day.date)) / 60
        shifts += 1
        if [.night, .lateNight, .overnight].contains(part.day.shiftClass) { nights += 1 }
      }
    }
    let amounts = [
      wages.roundedToFen, overtime.roundedToFen, (Decimal(shifts) * costs.perShift).roundedToFen,
      (Decimal(nights) * costs.nightAllowance).roundedToFen,
    ]
    let cost = amounts.reduce(0, +) + staffBonus
    return SettlementStatement.PartnerTotals(
      fee: fee, wages: amounts[0], overtime: amounts[1], shifts: amounts[2], nights: amounts[3],
      staffBonus: staffBonus, cost: cost, margin: fee - cost)
  }
}
