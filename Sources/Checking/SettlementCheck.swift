package import Foundation
package import Vocabulary

/// Works out a projected settlement once more from the roster and the contract, and names every figure that differs.
///
/// Figures a roster cannot tell are taken as stated: the indicators' values and the calls handled.
package struct SettlementCheck: Sendable {
  private let centre: Centre
  private let month: Month
  private let roster: Roster

  package init(centre: Centre, month: Month, roster: Roster) {
    self.centre = centre
    self.month = month
    self.roster = roster
  }

  /// The amounts by the dotted names of `settlement.json`, in its order.
  package func amounts(indicators: [(name: String, actual: Decimal)], handled: Decimal) -> [(
    item: String, value: Decimal
  )] {
    var result: [(item: String, value: Decimal)] = []
    let used = hoursUsed()
    var seatsAmount: Decimal = 0
    for kind in SeatKind.allCases {
      let price = centre.contract.seatPrice(kind)
      let hours = used[kind] ?? 0
      let quantity = (hours / centre.contract.standardHours / price.personsPerSeat).rounded(decimals: 4)
      let amount = (quantity * price.price).rounded(decimals: 2)
      result.append(("lines.\(kind.rawValue).quantity", quantity))
      result.append(("lines.\(kind.rawValue).amount", amount))
      seatsAmount += amount
    }
    result.append(("seatsAmount", seatsAmount))
    let (coefficient, isGateMet) = assessment(indicators)
    result.append(("coefficient", coefficient))
    let assessed = (seatsAmount * coefficient).rounded(decimals: 2)
    result.append(("assessed", assessed))
    let bonus = bonus(handled: handled, isGateMet: isGateMet, assessed: assessed)
    result.append(("bonus.amount", bonus.amount))
    result.append(("bonus.partner", bonus.partner))
    result.append(("bonus.staff", bonus.amount - bonus.partner))
    let fee = assessed + bonus.amount
    result.append(("fee", fee))
    var seatDays: Decimal = 0
    for day in month.period.days { seatDays += Decimal(centre.settings.seats(on: day)) }
    let siteSeats = (seatDays / Decimal(month.period.dayCount)).rounded(decimals: 4)
    let site = (siteSeats * centre.contract.mobile.sitePerSeat).rounded(decimals: 2)
    result.append(("mobile.site", site))
    result.append(("mobile.total", fee + site))
    let costs = partnerCosts()
    result += costs
    let cost = costs.reduce(Decimal(0)) { $0 + $1.value } + bonus.amount - bonus.partner
    result.append(("partner.cost", cost))
    result.append(("partner.margin", fee - cost))
    return result
  }

  /// Person by person in order of days: hours to the standard in the day's grade, those above it as overtime.
  private func walk(
    _ visit: (_ grade: Grade, _ date: CivilDate, _ shift: Shift, _ regular: Decimal, _ overtime: Decimal) -> Void
  ) {
    let shifts = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
    for agent in centre.agents {
      var total: Decimal = 0
      let own = roster.entries.filter { $0.agent == agent.id }.sorted { $0.date < $1.date }
      for entry in own {
        guard let shift = shifts[entry.shift] else { continue }
        let hours = Decimal(shift.paidMinutes) / 60
        let overtime =
          max(0, total + hours - centre.contract.standardHours) - max(0, total - centre.contract.standardHours)
        total += hours
        visit(agent.grade(on: entry.date), entry.date, shift, hours - overtime, overtime)
      }
    }
  }

  private func hoursUsed() -> [SeatKind: Decimal] {
    var used: [SeatKind: Decimal] = [:]
    var net: [String: Decimal] = [:]
    let isCapped = centre.contract.regularHours == .capped
    walk { grade, _, _, regular, overtime in
      used[SeatKind(grade), default: 0] += isCapped ? regular : regular + overtime
      used[.overtime, default: 0] += overtime
    }
    if centre.contract.overtimeHours == .netted {
      for entry in roster.entries {
        guard let shift = centre.shifts.first(where: { $0.code == entry.shift }) else { continue }
        net[entry.agent, default: -centre.contract.standardHours] += Decimal(shift.paidMinutes) / 60
      }
      used[.overtime] = max(0, net.values.reduce(0, +))
    }
    return used
  }

  private func assessment(_ indicators: [(name: String, actual: Decimal)]) -> (Decimal, Bool) {
    var sums: [Indicator.Dimension: (score: Decimal, weight: Decimal)] = [:]
    var isGateMet = true
    for indicator in centre.contract.indicators {
      guard let actual = indicators.first(where: { $0.name == indicator.name })?.actual else { continue }
      let isHigherBetter = indicator.target > indicator.floor
      let span = indicator.target - indicator.floor
      let score = max(0, min(centre.contract.scoreCap, (actual - indicator.floor) * 100 / span))
      sums[indicator.dimension, default: (0, 0)].score += score * indicator.weight
      sums[indicator.dimension, default: (0, 0)].weight += indicator.weight
      let isMet = isHigherBetter ? actual >= indicator.target : actual <= indicator.target
      if indicator.gate && !isMet { isGateMet = false }
    }
    let all = sums.values.reduce((score: Decimal(0), weight: Decimal(0))) {
      ($0.score + $1.score, $0.weight + $1.weight)
    }
    let means = (Array(sums.values) + [all]).filter { $0.weight > 0 }.map { $0.score / $0.weight }
    let lowest = means.min() ?? 100
    let tier = centre.contract.coefficients.sorted { $0.from > $1.from }.first { $0.from <= lowest }
    return (tier?.value ?? centre.contract.coefficients.map(\.value).last ?? 1, isGateMet)
  }

  private func bonus(handled: Decimal, isGateMet: Bool, assessed: Decimal) -> (amount: Decimal, partner: Decimal) {
    guard let bonus = centre.contract.bonus, isGateMet, handled > bonus.targetHandled else { return (0, 0) }
    let amount = min(
      ((handled - bonus.targetHandled) * bonus.perCall).rounded(decimals: 2),
      (assessed * bonus.cap).rounded(decimals: 2))
    return (amount, (amount * bonus.partnerShare).rounded(decimals: 2))
  }

  private func partnerCosts() -> [(item: String, value: Decimal)] {
    let partner = centre.contract.partner
    var wages: Decimal = 0
    var overtimePay: Decimal = 0
    var shifts: Decimal = 0
    var nights: Decimal = 0
    walk { grade, date, shift, regular, overtime in
      let wage = partner.wages[grade] ?? 0
      wages += regular * wage
      let kinds: [DayKind] = [.workday, .restDay, .statutoryHoliday]
      let factor = partner.overtimeFactors[kinds.firstIndex(of: centre.holidays.kind(of: date)) ?? 0]
      overtimePay += overtime * wage * factor
      shifts += 1
      if shift.shiftClass == .night || shift.shiftClass == .lateNight || shift.shiftClass == .overnight { nights += 1 }
    }
    return [
      ("partner.wages", wages.rounded(decimals: 2)), ("partner.overtime", overtimePay.rounded(decimals: 2)),
      ("partner.shifts", (shifts * partner.perShift).rounded(decimals: 2)),
      ("partner.nights", (nights * partner.nightAllowance).rounded(decimals: 2)),
    ]
  }
}
