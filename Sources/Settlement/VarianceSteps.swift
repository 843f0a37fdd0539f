internal import Foundation
package import Vocabulary

/// Turns a projection into the actual statement, one input after the other; what each step changes is its part.
///
/// Every step is a whole settlement, rounded as one, so the parts add up to the fen whatever the order; the order is that of
/// `SettlementVariance.Cause`.
package struct VarianceSteps: Sendable {
  /// What the roster model expects of the service, step by step; only `indicators` of what a roster can tell are read.
  package struct Service: Sendable {
    /// The planned roster with the calls that came.
    package var volume: ProjectedService
    /// … and their handling times.
    package var handlingTime: ProjectedService
    /// … and without those who did not come.
    package var absence: ProjectedService
    /// … and with everybody who did.
    package var rosterChanges: ProjectedService

    package init(
      volume: ProjectedService, handlingTime: ProjectedService, absence: ProjectedService,
      rosterChanges: ProjectedService
    ) {
      self.volume = volume
      self.handlingTime = handlingTime
      self.absence = absence
      self.rosterChanges = rosterChanges
    }
  }

  private struct State {
    var contract: Contract
    var people: [WorkedHours]
    var indicators: [String: Decimal]
    var bonus: (amount: Decimal, staff: Decimal)
    var deductions: Decimal
  }

  private let calculator: SettlementCalculator
  private let projection: Projection
  private let actuals: MonthActuals
  private let service: Service

  package init(
    calculator: SettlementCalculator, projection: Projection, actuals: MonthActuals, service: Service
  ) {
    self.calculator = calculator
    self.projection = projection
    self.actuals = actuals
    self.service = service
  }

  /// - Returns: the fee and margin stated and reached, and the parts between them.
  package func parts() throws(SettlementError) -> [SettlementVariance.Part] {
    let actual = try calculator.actual(actuals)
    let planned = WorkedHours.of(projection.roster, centre: calculator.centre)
    var state = State(
      contract: projection.contract, people: planned, indicators: projection.indicators, bonus: (0, 0), deductions: 0)
    let bonus = try projectedBonus(state)
    state.bonus = (bonus.amount, bonus.staff)
    var last = Reached(fee: projection.fee, margin: projection.margin)
    var parts: [SettlementVariance.Part] = []
    for cause in SettlementVariance.Cause.allCases {
      apply(cause, to: &state, actual)
      let next = try reached(state)
      parts.append(
        SettlementVariance.Part(
          cause: cause, fee: next.fee - last.fee, margin: next.margin - last.margin, coefficient: next.coefficient,
          serviceLevel: next.serviceLevel))
      last = next
    }
    return parts
  }

  private func apply(_ cause: SettlementVariance.Cause, to state: inout State, _ actual: SettlementStatement) {
    func expect(_ service: ProjectedService, _ names: [String]) {
      for name in names { state.indicators[name] = service.indicators[name] }
    }
    switch cause {
    case .restated: break
    case .volume: expect(service.volume, ["serviceLevel", "answerRate"])
    case .handlingTime: expect(service.handlingTime, ["serviceLevel", "answerRate", "aht"])
    case .absence:
      state.people = attended()
      expect(service.absence, ["serviceLevel", "answerRate"])
    case .rosterChanges:
      state.people = WorkedHours.of(actuals.attendance, centre: calculator.centre)
      expect(service.rosterChanges, ["serviceLevel", "answerRate"])
    case .service:
      for score in actuals.scores { state.indicators[score.indicator] = score.actual }
    case .price: state.contract = calculator.centre.contract
    case .bonus: state.bonus = (actual.bonus.amount, actual.bonus.staff)
    case .incidents: state.deductions = actual.deductions
    }
  }

  /// The planned days, less those nobody came for; of planned shifts the minutes worked, up to the planned ones.
  private func attended() -> [WorkedHours] {
    var came: [String: [CivilDate: [MonthActuals.Attendance]]] = [:]
    for row in actuals.attendance where row.workedMinutes > 0 {
      came[row.agent, default: [:]][row.date, default: []].append(row)
    }
    let centre = calculator.centre
    return WorkedHours.of(projection.roster, centre: centre).compactMap { person in
      let id = centre.agents[person.agent].id
      let days = person.days.compactMap { day -> WorkedHours.Day? in
        guard let rows = came[id]?[day.date] else { return nil }
        var day = day
        if let same = rows.first(where: { $0.shift == centre.shifts[day.shift].code }) {
          day.worked = min(day.worked, same.workedMinutes)
        }
        return day
      }
      return days.isEmpty ? nil : WorkedHours(agent: person.agent, days: days[...])
    }
  }

  private func projectedBonus(_ state: State) throws(SettlementError) -> SettlementStatement.BonusResult {
    let (assessed, _, results) = try assessed(state)
    return BonusSplit(bonus: state.contract.bonus).result(
      handled: projection.handled, gate: results.allSatisfy { !$0.gate || $0.met }, assessed: assessed, shares: [])
  }

  private func assessed(
    _ state: State
  ) throws(SettlementError) -> (
    amount: Decimal, coefficient: Decimal, results: [SettlementStatement.IndicatorResult]
  ) {
    let assessment = Assessment(contract: state.contract)
    let results = try assessment.results { indicator throws(SettlementError) in
      guard let value = state.indicators[indicator.name] ?? state.contract.assumed[indicator.name] else {
        throw SettlementError.unknownIndicator(indicator.name)
      }
      return value
    }
    let seats = SeatLines(contract: state.contract).lines(state.people).reduce(Decimal(0)) { $0 + $1.amount }
    let coefficient = assessment.coefficient(assessment.scores(results).lowest)
    return ((seats * coefficient).roundedToFen, coefficient, results)
  }

  /// What a step comes to.
  private struct Reached {
    var fee: Decimal
    var margin: Decimal
    var coefficient: Decimal = 1
    var serviceLevel: Decimal?
  }

  private func reached(_ state: State) throws(SettlementError) -> Reached {
    let (assessed, coefficient, results) = try assessed(state)
    let fee = max(0, assessed + state.bonus.amount - state.deductions)
    let totals = PartnerAccount(contract: state.contract, centre: calculator.centre)
      .totals(state.people, fee: fee, staffBonus: state.bonus.staff)
    return Reached(
      fee: fee, margin: totals.margin, coefficient: coefficient,
      serviceLevel: results.first { $0.name == "serviceLevel" }?.actual)
  }
}
