import Checking
import Foundation
import Settlement
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// Money against cases worked by hand, and against the recomputation that shares no code.
@Suite struct SettlementTests {
  private let month = Month("2026-12")!

  private func day(_ day: Int) -> CivilDate { CivilDate(year: 2026, month: 12, day: day)! }

  private func centre(_ agents: [Agent], change: (inout Contract) -> Void = { _ in }) -> Centre {
    var contract = Contract()
    contract.seats = [
      .trainee: SeatPrice(price: 5200, personsPerSeat: 1), .agent: SeatPrice(price: 7400, personsPerSeat: 1),
      .lead: SeatPrice(price: 9300, personsPerSeat: 1), .overtime: SeatPrice(price: 9800, personsPerSeat: 1),
    ]
    contract.indicators = [
      Indicator(name: "serviceLevel", dimension: .business, target: 0.85, floor: 0.70, weight: 20, gate: true),
      Indicator(name: "complaintRate", dimension: .quality, target: 0.0005, floor: 0.002, weight: 10),
    ]
    contract.assumed = ["complaintRate": 0.0008]
    contract.coefficients = [(95, "1.03"), (90, "1.00"), (85, "0.97"), (0, "0.90")].map {
      CoefficientTier(from: Decimal($0.0), value: Decimal(string: $0.1)!)
    }
    contract.partner.wages = [.trainee: 22, .agent: 28, .lead: 36]
    contract.partner.perShift = 15
    contract.partner.nightAllowance = 20
    contract.mobile.sitePerSeat = 850
    change(&contract)
    let shifts = [
      Shift(code: "早1", shiftClass: .early, start: TimeOfDay("08:00")!, end: TimeOfDay("16:00")!, paidMinutes: 480),
      Shift(code: "夜1", shiftClass: .night, start: TimeOfDay("14:00")!, end: TimeOfDay("22:00")!, paidMinutes: 480),
    ]
    return Centre(
      settings: CentreSettings(centre: "x", seats: [SeatsEntry(seats: 10), SeatsEntry(from: day(17), seats: 20)]),
      agents: agents, shifts: shifts, contract: contract)
  }

  private func work(_ agent: String, _ days: ClosedRange<Int>, _ shift: String = "早1") -> [Roster.Entry] {
    days.map { Roster.Entry(agent: agent, date: day($0), shift: shift) }
  }

  private func statement(
    _ centre: Centre, _ entries: [Roster.Entry], serviceLevel: Decimal = 0.85, handled: Decimal = 0
  ) throws -> SettlementStatement {
    try SettlementCalculator(centre: centre, month: month).projected(
      roster: Roster(entries: entries),
      service: ProjectedService(
        serviceLevel: serviceLevel, answerRate: 0.95, averageHandlingTime: 150, handled: handled))
  }

  /// 20 days × 8 h = 160 h; 160 ÷ 166.64 = 0.96015… → 0.9602 seats × 7,400 = 7,105.48.
  @Test func hoursBecomeSeatsAndMoney() throws {
    let statement = try statement(centre([Agent(id: "a")]), work("a", 1...20))
    #expect(statement.lines[1].hours == 160)
    #expect(statement.lines[1].quantity == Decimal(string: "0.9602"))
    #expect(statement.lines[1].amount == Decimal(string: "7105.48"))
    #expect(statement.lines[3].quantity == 0)
  }

  /// 22 days = 176 h: 166.64 regular = 1.0000 seat = 7,400.00; 9.36 h over = 0.0562 × 9,800 = 550.76.
  @Test func overtimeIsCappedOffTheRegularHours() throws {
    let statement = try statement(centre([Agent(id: "a")]), work("a", 1...22))
    #expect(statement.lines[1].amount == 7400)
    #expect(statement.lines[3].quantity == Decimal(string: "0.0562"))
    #expect(statement.seatsAmount == Decimal(string: "7950.76"))
  }

  /// The same under `scheduled`: 176 ÷ 166.64 = 1.0562 × 7,400 = 7,815.88, the overtime line stays.
  @Test func scheduledHoursAreAllRegular() throws {
    let centre = centre([Agent(id: "a")]) { $0.regularHours = .scheduled }
    #expect(try statement(centre, work("a", 1...22)).lines[1].amount == Decimal(string: "7815.88"))
  }

  /// 176 h and 160 h: clipped 9.36 h; netted 9.36 − 6.64 = 2.72 h ÷ 166.64 = 0.0163 seats.
  @Test func nettedOvertimeSetsShortPeopleOff() throws {
    let people = [Agent(id: "a"), Agent(id: "b")]
    let entries = work("a", 1...22) + work("b", 1...20)
    #expect(try statement(centre(people), entries).lines[3].hours == Decimal(string: "9.36"))
    let netted = try statement(centre(people) { $0.overtimeHours = .netted }, entries)
    #expect(netted.lines[3].hours == Decimal(string: "2.72"))
    #expect(netted.lines[3].quantity == Decimal(string: "0.0163"))
  }

  /// 10 days as a trainee, 10 as an agent after the promotion on the 11th: 80 h each = 0.4801 seats.
  @Test func aPromotedTraineeChangesTheLine() throws {
    let agent = Agent(id: "a", grade: .trainee, productivity: 0.6, promoted: day(11))
    let statement = try statement(centre([agent]), work("a", 1...20))
    #expect(statement.lines[0].quantity == Decimal(string: "0.4801"))
    #expect(statement.lines[1].quantity == Decimal(string: "0.4801"))
  }

  /// Persons per seat 1.25: 160 ÷ (166.64 × 1.25) = 0.7681 seats.
  @Test func personsPerSeatDivideTheSeats() throws {
    let centre = centre([Agent(id: "a")]) { $0.seats[.agent] = SeatPrice(price: 7400, personsPerSeat: 1.25) }
    #expect(try statement(centre, work("a", 1...20)).lines[1].quantity == Decimal(string: "0.7681"))
  }

  /// Complaints 0.0008: (0.0008 − 0.002) ÷ (0.0005 − 0.002) × 100 = 80, lower being better. Service 0.85: 100.
  /// Total (100 × 20 + 80 × 10) ÷ 30 = 93.33; the lowest is quality 80 → 0.90.
  @Test func theLowestScorePicksTheTier() throws {
    let statement = try statement(centre([Agent(id: "a")]), work("a", 1...20))
    #expect(statement.scores.quality == 80 && statement.scores.business == 100)
    #expect(statement.scores.total.rounded(decimals: 2) == Decimal(string: "93.33"))
    #expect(statement.coefficient == Decimal(string: "0.90"))
    // 7,105.48 × 0.90 = 6,394.932 → 6,394.93
    #expect(statement.assessed == Decimal(string: "6394.93"))
  }

  @Test(arguments: [("0.77", 46.67), ("0.60", 0.0), ("0.95", 100.0)])
  func scoresAreLinearAndCapped(_ actual: String, _ score: Double) throws {
    let value = Decimal(string: actual)!
    let result = try statement(centre([Agent(id: "a")]), [], serviceLevel: value).indicators[0]
    #expect(abs(result.score.doubleValue - score) < 0.005)
    #expect(result.met == (value >= 0.85))
  }

  @Test func aTierBeginsAtItsScore() throws {
    for (rate, coefficient) in [("0.000575", "1.03"), ("0.00065", "1.00"), ("0.000725", "0.97"), ("0.000726", "0.90")] {
      // 95, 90, 85 and just below 85.
      let centre = centre([Agent(id: "a")]) { $0.assumed["complaintRate"] = Decimal(string: rate)! }
      #expect(try statement(centre, []).coefficient == Decimal(string: coefficient)!, "\(rate)")
    }
  }

  /// 1,000 calls over target × 0.35 = 350.00, under the cap of 8 % of 6,394.93 = 511.59; 70.00 and 280.00; two people with
  /// 160 and 80 h: 186.67 and 93.33.
  @Test func theBonusIsSplitToTheFen() throws {
    let bonus = Bonus(targetHandled: 9000, perCall: 0.35, cap: 0.08, partnerShare: 0.20)
    let centre = centre([Agent(id: "a"), Agent(id: "b")]) { $0.bonus = bonus }
    let statement = try statement(centre, work("a", 1...20) + work("b", 1...10), handled: 10_000)
    #expect(statement.bonus.amount == 350 && statement.bonus.partner == 70 && statement.bonus.staff == 280)
    #expect(statement.bonus.split.map(\.amount) == [Decimal(string: "186.67"), Decimal(string: "93.33")])
    #expect(statement.fee == statement.assessed + 350)
    let missed = try self.statement(centre, work("a", 1...20), serviceLevel: 0.84, handled: 10_000)
    #expect(missed.bonus.amount == 0 && !missed.bonus.gate)
    let capped = try self.statement(centre, work("a", 1...20), handled: 90_000)
    #expect(capped.bonus.amount == Decimal(string: "511.59"))
  }

  /// Seats 10 for 16 days and 20 for 15: (160 + 300) ÷ 31 = 14.8387 × 850 = 12,612.90 (12,612.895).
  @Test func theSiteIsPaidByDayWeightedSeats() throws {
    let statement = try statement(centre([Agent(id: "a")]), [])
    #expect(statement.mobile.siteSeats == Decimal(string: "14.8387"))
    #expect(statement.mobile.site == Decimal(string: "12612.90"))
  }

  /// 22 nights: 166.64 h × 28 = 4,665.92; day 21 (a Monday) ends at 168 h: 1.36 h × 28 × 1.5 = 57.12; day 22: 8 × 42 = 336;
  /// 22 × 15 = 330; 22 × 20 = 440.
  @Test func thePartnerPaysWagesOvertimeShiftsAndNights() throws {
    let partner = try statement(centre([Agent(id: "a")]), work("a", 1...22, "夜1")).partner
    #expect(partner.wages == Decimal(string: "4665.92"))
    #expect(partner.overtime == Decimal(string: "393.12"))
    #expect(partner.shifts == 330 && partner.nights == 440)
    #expect(partner.cost == partner.wages + partner.overtime + partner.shifts + partner.nights)
    #expect(partner.margin == partner.fee - partner.cost)
  }

  @Test func anIndicatorNobodyKnowsIsNamed() {
    let centre = centre([Agent(id: "a")]) { $0.assumed = [:] }
    #expect(throws: SettlementError.unknownIndicator("complaintRate")) { try statement(centre, []) }
  }

  @Test(arguments: seeds(100)) func fenAddUpWhateverTheShares(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let amount = Decimal(random.below(1_000_000)) / 100
    let shares = (0..<(1 + random.below(30))).map { (agent: "\($0)", share: 1 + random.below(999)) }
    let parts = BonusSplit.distribute(amount, shares)
    #expect(parts.reduce(Decimal(0)) { $0 + $1.amount } == amount)
    let total = Decimal(shares.reduce(0) { $0 + $1.share })
    for (part, share) in zip(parts, shares) {
      #expect(abs((part.amount - amount * Decimal(share.share) / total).doubleValue) <= 0.01)
    }
  }

  @Test(arguments: seeds(60)) func theIndependentRecomputationAgrees(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let grades = Grade.allCases
    let agents = (0..<8).map { index in
      Agent(
        id: "\(index)", grade: grades[random.below(3)], productivity: 1,
        promoted: random.below(3) == 0 ? day(5 + random.below(20)) : nil)
    }
    let centre = centre(agents) { contract in
      contract.bonus = Bonus(targetHandled: 5000, perCall: 0.35, cap: 0.08, partnerShare: 0.2)
      if random.below(2) == 0 { contract.regularHours = .scheduled }
      if random.below(2) == 0 { contract.overtimeHours = .netted }
    }
    let entries = agents.flatMap { agent in
      (1...31).filter { _ in random.below(100) < 72 }
        .map { Roster.Entry(agent: agent.id, date: day($0), shift: random.below(2) == 0 ? "早1" : "夜1") }
    }
    let statement = try statement(centre, entries, serviceLevel: 0.9, handled: Decimal(random.below(20_000)))
    let check = SettlementCheck(centre: centre, month: month, roster: Roster(entries: entries)).amounts(
      indicators: statement.indicators.map { ($0.name, $0.actual) }, handled: statement.bonus.handled)
    let amounts = Dictionary(uniqueKeysWithValues: check.map { ($0.item, $0.value) })
    for line in statement.lines { #expect(amounts["lines.\(line.kind.rawValue).amount"] == line.amount) }
    #expect(amounts["assessed"] == statement.assessed && amounts["coefficient"] == statement.coefficient)
    #expect(amounts["bonus.amount"] == statement.bonus.amount && amounts["fee"] == statement.fee)
    #expect(amounts["partner.wages"] == statement.partner.wages)
    #expect(amounts["partner.overtime"] == statement.partner.overtime)
    #expect(amounts["partner.margin"] == statement.partner.margin)
    #expect(amounts["mobile.total"] == statement.mobile.total)
  }
}
