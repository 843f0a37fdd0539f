package import Foundation
package import Vocabulary

/// Works out a projected settlement once more from the roster and the contract, and names every figure that differs.
///
/// Figures a roster cannot tell are taken as stated: the indicators' values and the calls handled.
package struct SettlementCheck: Sendable {
  private let centre: Centre
  private let month: Month

  /// A shift somebody worked; `overtime` are the minutes attendance states, nil for a roster.
  private struct WorkedShift {
    var agent: String
    var date: CivilDate
    var shift: Shift
    var worked: Int
    var overtime: Int?
  }

  private let shiftsWorked: [WorkedShift]
  private let incidents: Decimal

  /// Of a roster: a projection.
  package init(centre: Centre, month: Month, roster: Roster) {
    self.centre = centre
    self.month = month
    incidents = 0
    shiftsWorked = roster.entries.compactMap { entry in
      guard let shift = centre.shifts.first(where: { $0.code == entry.shift }) else { return nil }
      return WorkedShift(agent: entry.agent, date: entry.date, shift: shift, worked: shift.paidMinutes)
    }
  }

  /// Of a month that has passed.
  package init(centre: Centre, month: Month, actuals: MonthActuals) {
    self.centre = centre
    self.month = month
    incidents = actuals.incidents.reduce(Decimal(0)) { $0 + $1.amount }
    shiftsWorked = actuals.attendance.compactMap { row in
      guard row.workedMinutes > 0, let shift = centre.shifts.first(where: { $0.code == row.shift }) else { return nil }
      return WorkedShift(
        agent: row.agent, date: row.date, shift: shift, worked: row.workedMinutes, overtime: row.overtimeMinutes)
    }
  }

  /// The amounts by the dotted names of `settlement.json`, in its order.
  package func amounts(indicators: [(name: String, actual: Decimal)], handled: Decimal) -> [(
    item: String, value: Decimal
  )] {
    var result: [(item: String, value: Decimal)] = []
    let used = minutesUsed()
    var seatsAmount: Decimal = 0
    for kind in SeatKind.allCases {
      let price = centre.contract.seatPrice(kind)
      let minutes = used[kind] ?? 0
      let seatMinutes = centre.contract.standardHours * 60 * price.personsPerSeat
      let quantity = (minutes / seatMinutes).rounded(decimals: 4)
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
    let due = assessed + bonus.amount - incidents
    let fee = max(0, due)
    result.append(("deductions", incidents))
    result.append(("fee", fee))
    result.append(("carried", fee - due))
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

  /// Person by person in order of days: minutes to the standard in the day's grade, those above it as overtime.
  private func walk(_ visit: (_ grade: Grade, _ day: WorkedShift, _ regular: Decimal, _ overtime: Decimal) -> Void) {
    let standard = centre.contract.standardHours * 60
    let own = Dictionary(grouping: shiftsWorked, by: \.agent)
    for agent in centre.agents {
      var total: Decimal = 0
      let days = (own[agent.id] ?? []).sorted { ($0.date, $0.shift.start.minutes) < ($1.date, $1.shift.start.minutes) }
      for day in days {
        let minutes = Decimal(day.worked)
        let overtime = max(0, total + minutes - standard) - max(0, total - standard)
        total += minutes
        visit(agent.grade(on: day.date), day, minutes - overtime, overtime)
      }
    }
  }

  private func minutesUsed() -> [SeatKind: Decimal] {
    var used: [SeatKind: Decimal] = [:]
    var net: [String: Decimal] = [:]
    let isCapped = centre.contract.regularHours == .capped
    walk { grade, day, regular, overtime in
      used[SeatKind(grade), default: 0] += isCapped ? regular : Decimal(day.shift.paidMinutes)
      used[.overtime, default: 0] += overtime
      net[day.agent, default: -centre.contract.standardHours * 60] += Decimal(day.worked)
    }
    if centre.contract.overtimeHours == .netted { used[.overtime] = max(0, net.values.reduce(0, +)) }
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
    // A mean of fractions may end a hair below a tier it exactly reaches.
    let lowest = (means.min() ?? 100) + Decimal(sign: .plus, exponent: -20, significand: 1)
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
    walk { grade, day, _, beyond in
      let wage = partner.wages[grade] ?? 0
      let overtime = day.overtime.map { Decimal($0) } ?? beyond
      wages += (Decimal(day.worked) - overtime) * wage
      let kinds: [DayKind] = [.workday, .restDay, .statutoryHoliday]
      let factor = partner.overtimeFactors[kinds.firstIndex(of: centre.holidays.kind(of: day.date)) ?? 0]
      overtimePay += overtime * wage * factor
      shifts += 1
      if [.night, .lateNight, .overnight].contains(day.shift.shiftClass) { nights += 1 }
    }
    return [
      ("partner.wages", (wages / 60).rounded(decimals: 2)),
      ("partner.overtime", (overtimePay / 60).rounded(decimals: 2)),
      ("partner.shifts", (shifts * partner.perShift).rounded(decimals: 2)),
      ("partner.nights", (nights * partner.nightAllowance).rounded(decimals: 2)),
    ]
  }
}

extension SettlementCheck {
  /// Calls handled in a month that has passed: counted by person, else the partner's share of those answered.
  package func handled(_ actuals: MonthActuals) -> Decimal {
    if actuals.handled.isEmpty {
      let answered = actuals.calls.records.compactMap(\.answered).reduce(0, +) * centre.settings.share
      return Decimal(answered.rounded())
    }
    return actuals.handled.reduce(Decimal(0)) { $0 + Decimal($1.handled) }
  }
}
