import Foundation
import Planning
import Rostering
import TestSupport
import Testing
import Vocabulary

@testable import Settlement
@testable import Studies

/// Scenarios: the same plan as alone, differences that are called what they are, break-evens that hold.
@Suite struct StudiesTests {
  private let month = Month("2026-06")!

  /// Twelve people, open 08:00 to 16:00, eight weeks of calls.
  private var centre: Centre {
    var centre = PlainCentre.centre((0..<12).map { Agent(id: "\($0)") })
    centre.settings.open = [OpeningEntry(days: .all, from: PlainCentre.time(8), to: PlainCentre.time(16))]
    centre.settings.patience = 120
    let first = CivilDate("2026-03-01")!
    centre.calls = CallHistory(
      records: (0..<80).flatMap { day in
        (16..<32).map { slot in
          CallRecord(
            start: HalfHour(date: first.adding(days: day), slot: slot),
            offered: Double(40 + (slot * 7 + day * 3) % 11 + (day % 7 < 5 ? 8 : 0)), averageHandlingTime: 180)
        }
      })
    centre.contract.standardHours = Decimal(exactly: "166.64")!
    centre.contract.seats = [.agent: SeatPrice(price: 7400, personsPerSeat: 1)]
    centre.contract.seats[.overtime] = SeatPrice(price: 9800, personsPerSeat: 1)
    centre.contract.indicators = [
      Indicator(
        name: "serviceLevel", dimension: .business, target: Decimal(exactly: "0.9")!, floor: Decimal(exactly: "0.5")!,
        weight: 1)
    ]
    centre.contract.coefficients = [(90, "1.00"), (50, "0.90"), (0, "0.80")].map {
      CoefficientTier(from: Decimal($0.0), value: Decimal(exactly: $0.1)!)
    }
    centre.contract.partner.wages = [.agent: 28]
    return centre
  }

  private var options: RosterOptions {
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    return options
  }

  private func planned(
    _ centre: Centre, paths: Int = 0, simulated: Int = 0
  ) throws -> (plan: MonthPlan, figures: ScenarioFigures) {
    let planner = ScenarioPlanner(
      centre: centre, month: month, options: options, draws: MonthDraws(paths: paths, simulatedMonths: simulated))
    return try #require(try planner.plan(isCancelled: { false }))
  }

  @Test func aScenarioIsThePlanAlone() throws {
    let (plan, figures) = try planned(centre, paths: 20)
    let planner = MonthPlanner(centre: centre, month: month)
    let forecast = try planner.forecast()
    var two = options
    two.threads = 2
    let outcome = try planner.roster(
      planner.requirement(forecast), options: two, onProgress: { _ in }, isCancelled: { false })
    let alone = try planner.plan(forecast: forecast, requirement: planner.requirement(forecast), outcome: outcome)
    #expect(alone.roster == plan.roster && alone.settlement == plan.settlement)
    #expect(
      figures[money: "fee"] == alone.settlement.fee && figures[money: "margin"] == alone.settlement.partner.margin)
    #expect(abs(figures[number: "objective"] - alone.solution.objective) < 1e-5)
    #expect(abs(figures.chances.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(figures[number: "feeP05"] <= figures[number: "feeP95"])
    #expect(try planned(centre, paths: 20).figures == figures)
  }

  /// What a study says of a plan's months is what `simulate` says of that plan.
  @Test func simulatedMonthsAreThoseOfTheSimulator() throws {
    let (plan, figures) = try planned(centre, simulated: 6)
    var request = SimulationRequest()
    (request.replications, request.seed) = (6, options.seed)
    let simulation = try MonthPlanner(centre: centre, month: month).simulation(
      roster: plan.roster, forecast: plan.forecast, coverage: plan.coverage, request: request)
    #expect(abs(figures[number: "feeMean"] - simulation.fee.mean) < 0.01)
    #expect(abs(figures[number: "marginP95"] - (simulation.margin?.p95 ?? 0)) < 0.01)
    #expect(figures.chances.map(\.coefficient) == simulation.tiers.map(\.value))
    #expect(figures.chances.map(\.share) == simulation.tiers.map(\.probability))
    #expect(figures.numbers["targetChance"] == (simulation.probabilityOfTarget * 1e6).rounded() / 1e6)
  }

  @Test func noRosterIsSaidNotMade() throws {
    var centre = centre
    centre.rules.minOnPhone = 13
    #expect(throws: PlanningError.self) { try planned(centre) }
  }

  @Test func differencesWithinTheGapsAreCalledSo() {
    func figures(_ fee: Decimal, objective: Double, bound: Double, roster: String) -> ScenarioFigures {
      var figures = ScenarioFigures()
      figures.money["fee"] = fee
      figures.numbers = ["objective": objective, "lowerBound": bound]
      figures.roster = roster
      return figures
    }
    let base = figures(1000, objective: 900, bound: 880, roster: "a")
    let near = figures(1030, objective: 910, bound: 895, roster: "b")
    // 20 + 15 = 35 of gaps.
    #expect(ScenarioDifference("fee", near, base: base).isWithinGaps)
    let far = figures(1036, objective: 910, bound: 895, roster: "b")
    #expect(!ScenarioDifference("fee", far, base: base).isWithinGaps)
    // The same roster: exact.
    let same = figures(1030, objective: 910, bound: 895, roster: "a")
    #expect(!ScenarioDifference("fee", same, base: base).isWithinGaps)
    #expect(!ScenarioDifference("fee", base, base: base).isWithinGaps)
  }

  @Test func apartIsTheSum() throws {
    let figures = try planned(centre).figures
    let two = figures.adding(figures)
    #expect(two[money: "fee"] == 2 * figures[money: "fee"] && two[number: "people"] == 2 * figures[number: "people"])
    #expect(abs(two[number: "serviceLevel"] - figures[number: "serviceLevel"]) < 1e-9)
  }

  @Test func pooledCentresHaveAllPeopleCallsAndSeats() {
    var second = centre
    second.settings.seats = [SeatsEntry(seats: 50), SeatsEntry(from: CivilDate("2026-06-10"), seats: 60)]
    let pooled = PooledCentre.of(centre, second, mark: "2-")
    #expect(pooled.agents.count == 24 && Set(pooled.agents.map(\.id)).count == 24)
    #expect(pooled.settings.seats(on: CivilDate("2026-06-09")!) == 150)
    #expect(pooled.settings.seats(on: CivilDate("2026-06-10")!) == 160)
    #expect(pooled.calls.records.count == centre.calls.records.count)
    #expect(pooled.calls.records[5].offered == centre.calls.records[5].offered.map { 2 * $0 })
    #expect(pooled.calls.records[5].averageHandlingTime == 180 && pooled.shifts == centre.shifts)
  }

  private func fixed(_ plan: MonthPlan) -> FixedRoster {
    FixedRoster(
      centre: plan.centre, month: month, roster: plan.roster, forecast: plan.forecast, coverage: plan.coverage)
  }

  @Test func theMarginIsZeroAtTheFactorAndNotBelowIt() throws {
    let fixed = fixed(try planned(centre).plan)
    let factor = try #require(try fixed.zeroMarginPrices())
    #expect(try fixed.settlement(prices: factor).partner.margin >= 0)
    #expect(try fixed.settlement(prices: factor - Decimal(exactly: "0.000001")!).partner.margin < 0)
  }

  @Test func tiersChangeAtTheirVolumes() throws {
    let fixed = fixed(try planned(centre).plan)
    let present = try fixed.settlement().coefficient
    let volumes = try fixed.tierVolumes()
    #expect(volumes.better != nil || volumes.kept != nil)
    if let kept = volumes.kept {
      #expect(try fixed.settlement(volume: kept).coefficient >= present)
      #expect(try fixed.settlement(volume: kept + 0.0001).coefficient < present)
    }
    if let better = volumes.better {
      #expect(try fixed.settlement(volume: better).coefficient > present)
      #expect(try fixed.settlement(volume: better + 0.0001).coefficient <= present)
    }
  }

  /// The bound at the base's prices is a bound of the changed program too: a plan of it never costs less.
  @Test(arguments: [-2, -1, 1, 2, 4]) func dualValuesBoundWhatPlansFind(people: Int) throws {
    let planner = MonthPlanner(centre: centre, month: month)
    let requirement = planner.requirement(try planner.forecast())
    var changed = centre
    if people > 0 {
      changed.agents += (0..<people).map { Agent(id: "new\($0)") }
    } else {
      changed.agents.removeLast(-people)
    }
    let base = RosterProblem(centre: centre, period: month.period, requirement: requirement)
    let values = try #require(try MarginalValues(base: base, isCancelled: { false }))
    #expect(values.value(of: base) == 0)
    let other = RosterProblem(centre: changed, period: month.period, requirement: requirement)
    let value = try #require(values.value(of: other, like: "0"))
    let outcome = try RosterEngine(problem: other, options: options).solve()
    #expect(values.bound + value <= outcome.solution.objective + 1e-6)
  }
}
