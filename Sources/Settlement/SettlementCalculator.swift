package import Foundation
package import Vocabulary

/// A settlement that cannot be worked out.
package enum SettlementError: Error, Sendable, Equatable {
  /// Neither the roster nor `assumed` in contract.yaml, or no score of the month, tells an indicator.
  case unknownIndicator(String)
}

/// What a month is expected to bring, for a projection.
package struct ProjectedService: Sendable, Equatable {
  /// Values of indicators by name: `serviceLevel`, `answerRate`, `aht`.
  package var indicators: [String: Decimal]
  /// Calls answered, a whole number.
  package var handled: Decimal

  package init(serviceLevel: Decimal, answerRate: Decimal, averageHandlingTime: Decimal, handled: Decimal) {
    indicators = ["serviceLevel": serviceLevel, "answerRate": answerRate, "aht": averageHandlingTime]
    self.handled = handled
  }
}

/// Works out a month's settlement, as DOMAIN.md “Money” and the readings of FORMATS.md say.
package struct SettlementCalculator: Sendable {
  package let centre: Centre
  package let month: Month

  package init(centre: Centre, month: Month) {
    self.centre = centre
    self.month = month
  }

  /// The settlement a roster would bring.
  package func projected(
    roster: Roster, service: ProjectedService
  ) throws(SettlementError) -> SettlementStatement {
    let people = WorkedHours.of(roster, centre: centre)
    return statement(
      .projected, people, try indicators(projected: service), handled: service.handled, incidents: [],
      shares: minutes(people))
  }

  /// The settlement of a month that has passed.
  ///
  /// Calls handled are those counted by person; where nobody counts them, the partner's share of the calls answered, and the
  /// staff's bonus goes by minutes worked.
  package func actual(_ actuals: MonthActuals) throws(SettlementError) -> SettlementStatement {
    let people = WorkedHours.of(actuals.attendance, centre: centre)
    let incidents = actuals.incidents.map {
      SettlementStatement.Incident(date: $0.date, category: $0.category, amount: $0.amount)
    }
    return statement(
      .actual, people, try indicators(actual: actuals), handled: handled(actuals), incidents: incidents,
      shares: actuals.handled.isEmpty ? minutes(people) : actuals.handled.map { ($0.agent, $0.handled) })
  }

  func indicators(projected service: ProjectedService) throws(SettlementError) -> [SettlementStatement.IndicatorResult]
  {
    let assumed = centre.contract.assumed
    return try Assessment(contract: centre.contract).results { indicator throws(SettlementError) in
      guard let value = service.indicators[indicator.name] ?? assumed[indicator.name] else {
        throw SettlementError.unknownIndicator(indicator.name)
      }
      return value
    }
  }

  func indicators(actual actuals: MonthActuals) throws(SettlementError) -> [SettlementStatement.IndicatorResult] {
    let scores = Dictionary(
      actuals.scores.map { ($0.indicator, $0.actual) }, uniquingKeysWith: { first, _ in first })
    return try Assessment(contract: centre.contract).results { indicator throws(SettlementError) in
      guard let value = scores[indicator.name] else { throw SettlementError.unknownIndicator(indicator.name) }
      return value
    }
  }

  package func handled(_ actuals: MonthActuals) -> Decimal {
    guard actuals.handled.isEmpty else { return Decimal(actuals.handled.reduce(0) { $0 + $1.handled }) }
    let answered = actuals.calls.records.reduce(0) { $0 + ($1.answered ?? 0) }
    return Decimal((answered * centre.settings.share).rounded())
  }

  private func minutes(_ people: [WorkedHours]) -> [(agent: String, share: Int)] {
    people.map { (centre.agents[$0.agent].id, $0.minutes) }
  }

  func statement(
    _ basis: SettlementStatement.Basis, _ people: [WorkedHours], _ indicators: [SettlementStatement.IndicatorResult],
    handled: Decimal, incidents: [SettlementStatement.Incident], shares: [(agent: String, share: Int)]
  ) -> SettlementStatement {
    let contract = centre.contract
    let assessment = Assessment(contract: contract)
    let lines = SeatLines(contract: contract).lines(people)
    let seatsAmount = lines.reduce(Decimal(0)) { $0 + $1.amount }
    let scores = assessment.scores(indicators)
    let coefficient = assessment.coefficient(scores.lowest)
    let assessed = (seatsAmount * coefficient).roundedToFen
    let bonus = BonusSplit(bonus: contract.bonus).result(
      handled: handled, gate: indicators.allSatisfy { !$0.gate || $0.met }, assessed: assessed, shares: shares)
    let deductions = incidents.reduce(Decimal(0)) { $0 + $1.amount }
    let due = assessed + bonus.amount - deductions
    let fee = max(0, due)
    let siteSeats = siteSeats()
    let site = (siteSeats * contract.mobile.sitePerSeat).roundedToFen
    return SettlementStatement(
      basis: basis, centre: centre.settings.centre, month: month, lines: lines, seatsAmount: seatsAmount,
      indicators: indicators, scores: scores, coefficient: coefficient, assessed: assessed, bonus: bonus,
      incidents: incidents, deductions: deductions, fee: fee, carried: max(0, -due),
      mobile: SettlementStatement.MobileTotals(fee: fee, siteSeats: siteSeats, site: site, total: fee + site),
      partner: PartnerAccount(contract: contract, centre: centre).totals(people, fee: fee, staffBonus: bonus.staff))
  }

  /// The site's seats, weighted by the days they stand.
  private func siteSeats() -> Decimal {
    let days = month.period.days
    let total = days.reduce(0) { $0 + centre.settings.seats(on: $1) }
    return (Decimal(total) / Decimal(days.count)).roundedToSeats
  }
}
