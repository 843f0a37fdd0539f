internal import Foundation
internal import Vocabulary

/// The four lines of seats used: trainee, agent, lead, overtime (DOMAIN.md, “Money”).
struct SeatLines {
  let contract: Contract

  func lines(_ people: [WorkedHours]) -> [SettlementStatement.Line] {
    let standard = Ticks.of(hours: contract.standardHours)
    let isCapped = contract.regularHours == .capped
    var ticks: [SeatKind: Int] = [:]
    var grades = (trainee: 0, agent: 0, lead: 0)
    var overtimeTicks = 0
    var netted = 0
    for person in people {
      Ticks.split(person, standard: standard) { day, regular, overtime in
        let counted = isCapped ? regular : day.scheduled * Ticks.perMinute
        switch day.grade {
        case .trainee: grades.trainee += counted
        case .agent: grades.agent += counted
        case .lead: grades.lead += counted
        }
        overtimeTicks += overtime
      }
      netted += person.minutes * Ticks.perMinute - standard
    }
    ticks[.trainee] = grades.trainee
    ticks[.agent] = grades.agent
    ticks[.lead] = grades.lead
    ticks[.overtime] = contract.overtimeHours == .netted ? max(0, netted) : overtimeTicks
    return SeatKind.allCases.map { kind in
      let seat = contract.seatPrice(kind)
      let used = ticks[kind] ?? 0
      // One division, so that a quantity that ends at a half is rounded as one.
      let quantity =
        (Decimal(used) / (contract.standardHours * seat.personsPerSeat * Decimal(60 * Ticks.perMinute))).roundedToSeats
      return SettlementStatement.Line(
        kind: kind, hours: Ticks.hours(used), quantity: quantity, price: seat.price,
        amount: (quantity * seat.price).roundedToFen)
    }
  }
}
