internal import Foundation
internal import Vocabulary

/// The four lines of seats used: trainee, agent, lead, overtime (DOMAIN.md, “Money”).
struct SeatLines {
  let contract: Contract

  func lines(_ people: [WorkedHours]) -> [SettlementStatement.Line] {
    var minutes: [SeatKind: Decimal] = [:]
    var netted: Decimal = 0
    for person in people {
      for part in person.split(standardHours: contract.standardHours) {
        let kind = SeatKind(part.day.grade)
        minutes[kind, default: 0] += contract.regularHours == .capped ? part.regular : Decimal(part.day.minutes)
        minutes[.overtime, default: 0] += part.overtime
      }
      netted += person.hours - contract.standardHours
    }
    if contract.overtimeHours == .netted { minutes[.overtime] = max(0, netted) * 60 }
    return SeatKind.allCases.map { kind in
      let seat = contract.seatPrice(kind)
      let hours = (minutes[kind] ?? 0) / 60
      let quantity = (hours / (contract.standardHours * seat.personsPerSeat)).roundedToSeats
      return SettlementStatement.Line(
        kind: kind, hours: hours, quantity: quantity, price: seat.price, amount: (quantity * seat.price).roundedToFen)
    }
  }
}
