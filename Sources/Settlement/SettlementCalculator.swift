package import Foundation
package import Vocabulary

/// A settlement that cannot be worked out.
package enum SettlementError: Error, Sendable, Equatable {
  /// Neither the roster nor `assumed` in contract.yaml tells an indicator.
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
    let assumed = centre.contract.assumed
    let assessment = Assessment(contract: centre.contract)
    let indicators = try assessment.results { indicator throws(SettlementError) in
      guard let value = service.indicators[indicator.name] ?? assumed[indicator.name] else {
        throw SettlementError.unknownIndicator(indicator.name)
      }
      return value
    }
    return statement(.projected, people, indicators, handled: service.handled, incidents: [])
  }

  private func statement(
    _ basis: SettlementStatement.Basis, _ people: [WorkedHours], _ indicators: [SettlementStatement.IndicatorResult],
    handled: Decimal, incidents: [SettlementStatement.Incident]
  ) -> SettlementStatement {
    let contract = centre.contract
    let assessment = Assessment(contract: contract)
    let lines = SeatLines(contract: contract).lines(people)
    let seatsAmount = lines.reduce(Decimal(0)) { $0 + $1.amount }
    let scores = assessment.scores(indicators)
    let coefficient = assessment.coefficient(scores.lowest)
    let assessed = (seatsAmount * coefficient).roundedToFen
    let bonus = BonusSplit(bonus: contract.bonus).result(
      handled: handled, gate: indicators.allSatisfy { !$0.gate || $0.met }, assessed: assessed,
      shares: people.map { ($0.agent.id, $0.hours) })
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
      partner: PartnerAccount(contract: contract, holidays: centre.holidays)
        .totals(people, fee: fee, staffBonus: bonus.staff))
  }

  /// The site's seats, weighted by the days they stand.
  private func siteSeats() -> Decimal {
    let days = month.period.days
    let total = days.reduce(0) { $0 + centre.settings.seats(on: $1) }
    return (Decimal(total) / Decimal(days.count)).roundedToSeats
  }
}
