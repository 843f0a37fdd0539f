import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// The parts of a variance: they add up to the fen, and each cause shows where it belongs.
@Suite struct VarianceTests {
  private func service(_ level: String = "0.85") -> ProjectedService {
    ProjectedService(serviceLevel: exact(level), answerRate: 1, averageHandlingTime: 150, handled: 0)
  }

  private func steps(
    _ settled: SettledCase, planned: [Roster.Entry], fee: Decimal? = nil, contract: Contract? = nil,
    volume: String = "0.85", absence: String = "0.85", rosterChanges: String = "0.85"
  ) throws -> [SettlementVariance.Cause: SettlementVariance.Part] {
    let calculator = SettlementCalculator(centre: settled.centre, month: SettledCase.month)
    var centre = settled.centre
    centre.contract = contract ?? centre.contract
    let roster = Roster(entries: planned)
    let projected = try SettlementCalculator(centre: centre, month: SettledCase.month)
      .projected(roster: roster, service: service())
    let projection = Projection(
      roster: roster, forecast: Forecast(rows: []), requirement: Requirement(rows: []), fee: fee ?? projected.fee,
      margin: projected.partner.margin, indicators: ["serviceLevel": exact("0.85")], handled: 0,
      contract: centre.contract)
    let parts = try VarianceSteps(
      calculator: calculator, projection: projection, actuals: settled.actuals,
      service: VarianceSteps.Service(
        volume: service(volume), handlingTime: service(volume), absence: service(absence),
        rosterChanges: service(rosterChanges))
    ).parts()
    let actual = try settled.statement
    #expect(parts.map(\.cause) == SettlementVariance.Cause.allCases)
    #expect(parts.reduce(projection.fee) { $0 + $1.fee } == actual.fee)
    #expect(parts.reduce(projection.margin) { $0 + $1.margin } == actual.partner.margin)
    return Dictionary(uniqueKeysWithValues: parts.map { ($0.cause, $0) })
  }

  private func planned(_ days: ClosedRange<Int>) -> [Roster.Entry] {
    days.map { Roster.Entry(agent: "a", date: SettledCase.day($0), shift: "早1") }
  }

  private func settled(_ build: (inout SettledCase) -> Void) -> SettledCase {
    var settled = SettledCase()
    settled.person("a")
    settled.scored("serviceLevel", target: "0.85", floor: "0.70", actual: "0.85")
    build(&settled)
    return settled
  }

  /// As planned: every part is 0.
  @Test func asPlannedNothingDiffers() throws {
    let parts = try steps(settled { $0.works("a", Array(1...20)) }, planned: planned(1...20))
    #expect(parts.values.allSatisfy { $0.fee == 0 && $0.margin == 0 })
  }

  /// Two of 20 days missed: 144 h = 0.8641 seats (0.86413…) = 6,394.34 × 1.03 = 6,586.17 against 7,105.48 × 1.03 = 7,318.64: −732.47;
  /// wages −448.00, shifts −30.00: margin −254.47.
  @Test func absenceIsAbsence() throws {
    let parts = try steps(settled { $0.works("a", Array(1...18)) }, planned: planned(1...20))
    #expect(parts[.absence]?.fee == exact("-732.47") && parts[.absence]?.margin == exact("-254.47"))
    #expect(parts[.rosterChanges]?.fee == 0)
  }

  /// A day worked without a plan is a roster change: 168 h: 166.64 h = 7,400.00, 1.36 h = 0.0082 × 9,800 = 80.36: 7,480.36 × 1.03 =
  /// 7,704.77 − 7,318.64 = 386.13.
  @Test func unplannedDaysAreRosterChanges() throws {
    let parts = try steps(settled { $0.works("a", Array(1...21)) }, planned: planned(1...20))
    #expect(parts[.rosterChanges]?.fee == exact("386.13") && parts[.absence]?.fee == 0)
  }

  /// More calls than planned: the model expects 0.82 (score 80, 0.90) where 0.85 was planned: 7,105.48 × (0.90 − 1.03): 6,394.93 − 7,318.64
  /// = −923.71. The centre reached 0.85 after all: the same amount back under service.
  @Test func volumeAndServiceAreApart() throws {
    let parts = try steps(
      settled { $0.works("a", Array(1...20)) }, planned: planned(1...20), volume: "0.82", absence: "0.82",
      rosterChanges: "0.82")
    #expect(parts[.volume]?.fee == exact("-923.71") && parts[.service]?.fee == exact("923.71"))
  }

  /// The agent's seat rose from 7,000 to 7,400: (7,400 − 7,000) × 0.9602 × 1.03: 7,318.64 − 6,923.04 = 395.60.
  @Test func pricesAreAStepOfTheirOwn() throws {
    let actual = settled { $0.works("a", Array(1...20)) }
    var old = actual.contract
    old.seats[.agent] = SeatPrice(price: 7000, personsPerSeat: 1)
    let parts = try steps(actual, planned: planned(1...20), contract: old)
    #expect(parts[.price]?.fee == exact("395.60") && parts[.price]?.margin == exact("395.60"))
  }

  /// Bonus 350.00, of which 280.00 to the staff; incidents 500.00.
  @Test func bonusAndIncidentsComeLast() throws {
    let parts = try steps(
      settled {
        $0.works("a", Array(1...20))
        $0.bonus(target: 9000, perCall: "0.35", cap: "0.08")
        $0.handled([("a", 10_000)])
        $0.incident(9, "500")
      }, planned: planned(1...20))
    #expect(parts[.bonus]?.fee == 350 && parts[.bonus]?.margin == 70)
    #expect(parts[.incidents]?.fee == -500 && parts[.incidents]?.margin == -500)
  }

  /// A projection that its files no longer give, 100.00 apart, is restated first.
  @Test func aProjectionThatChangedIsRestated() throws {
    let parts = try steps(settled { $0.works("a", Array(1...20)) }, planned: planned(1...20), fee: exact("7218.64"))
    #expect(parts[.restated]?.fee == 100)
  }

  /// Whatever the months, the parts add up.
  @Test(arguments: seeds(200)) func partsAlwaysAddUp(seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: 8)
    let drawn = DrawnMonth(&random)
    let other = DrawnMonth(&random)
    let calculator = SettlementCalculator(centre: drawn.centre, month: SettledCase.month)
    let roster = Roster(
      entries: drawn.actuals.attendance.filter { _ in random.below(5) > 0 }.map { row in
        let shift = random.below(6) == 0 ? "早1" : row.shift
        return Roster.Entry(agent: row.agent, date: row.date, shift: shift)
      })
    var contract = other.centre.contract
    contract.indicators = drawn.centre.contract.indicators
    let indicators = Dictionary(
      uniqueKeysWithValues: contract.indicators.map { ($0.name, $0.target - Decimal(random.below(5))) })
    let (fee, margin) = (Decimal(random.below(100_000)), Decimal(random.below(100_000)))
    let projection = Projection(
      roster: roster, forecast: Forecast(rows: []), requirement: Requirement(rows: []), fee: fee, margin: margin,
      indicators: indicators, handled: Decimal(random.below(9000)), contract: contract)
    let service = ProjectedService(serviceLevel: 1, answerRate: 1, averageHandlingTime: 100, handled: 0)
    let parts = try VarianceSteps(
      calculator: calculator, projection: projection, actuals: drawn.actuals,
      service: VarianceSteps.Service(
        volume: service, handlingTime: service, absence: service, rosterChanges: service)
    ).parts()
    let actual = try calculator.actual(drawn.actuals)
    #expect(parts.reduce(fee) { $0 + $1.fee } == actual.fee)
    #expect(parts.reduce(margin) { $0 + $1.margin } == actual.partner.margin)
  }
}
