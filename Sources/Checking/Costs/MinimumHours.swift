import Foundation
import Vocabulary

/// The paid hours a person is owed in the month.
///
/// As given in `agents.csv`; where empty 160 for a full month, pro rata by calendar days employed, less 8 for each
/// approved leave day on an employed day, not below 0.
struct MinimumHours {
  static let fullMonth = Decimal(160)
  static let leaveDay = Decimal(8)

  let month: RosteredMonth

  func hours(of person: PersonMonth) -> Decimal {
    if let given = person.agent.minHours { return given }
    let proRata = Self.fullMonth * Decimal(person.employedDays.count) / Decimal(month.period.dayCount)
    return max(0, proRata - Self.leaveDay * Decimal(person.leaveDays.count))
  }
}

/// The pay of everybody's minimum hours, which no roster decides: Σ minHours × price(grade) ÷ (standardHours ×
/// personsPerSeat). A trainee promoted inside the month has the hours split by the employed calendar days in each grade.
struct BasePay {
  let month: RosteredMonth

  var yuan: Decimal {
    var hours: [Grade: Decimal] = [:]
    for person in month.people {
      let owed = MinimumHours(month: month).hours(of: person)
      guard person.agent.promoted != nil else {
        hours[person.agent.grade, default: 0] += owed
        continue
      }
      for grade in Grade.allCases {
        let days = person.employedDays.count { person.agent.grade(on: $0) == grade }
        if days > 0 { hours[grade, default: 0] += owed * Decimal(days) / Decimal(person.employedDays.count) }
      }
    }
    return Grade.allCases.reduce(0) {
      $0 + month.centre.contract.yuan(hours: hours[$1] ?? 0, kind: SeatKind($1))
    }
  }
}

extension Contract {
  /// What hours of a kind cost: hours × price ÷ (standardHours × personsPerSeat), not rounded.
  func yuan(hours: Decimal, kind: SeatKind) -> Decimal {
    let seat = seatPrice(kind)
    return hours * seat.price / (standardHours * seat.personsPerSeat)
  }
}
