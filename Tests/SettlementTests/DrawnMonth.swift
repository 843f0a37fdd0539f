import Foundation
import TestSupport
import Vocabulary

/// A random contract and month, as values for the module and as whole numbers for the slow implementation.
struct DrawnMonth {
  private var terms = SlowSettlement.Terms()
  private var days: [SlowSettlement.Day] = []
  private var incidents: [Int] = []
  private(set) var handled: [Int] = []
  private var settled = SettledCase()
  private let grades: [Int]
  private let promotions: [Int?]

  var centre: Centre { settled.centre }
  var actuals: MonthActuals { settled.actuals }

  init(_ random: inout SeededRandom) {
    let people = 1 + random.below(5)
    grades = (0..<people).map { _ in random.below(3) }
    promotions = grades.map { $0 == 0 && random.below(2) == 0 ? 2 + random.below(29) : nil }
    drawTerms(&random)
    drawIndicators(&random)
    for person in 0..<people {
      settled.person("\(person)", Grade.allCases[grades[person]], promoted: promotions[person])
      drawDays(person, &random)
      handled.append(random.below(4) == 0 ? 0 : random.below(3000))
    }
    if handled.allSatisfy({ $0 == 0 }) { handled[0] = 1 }
    settled.handled(handled.enumerated().map { ("\($0.offset)", $0.element) })
    for _ in 0..<random.below(3) {
      incidents.append(random.below(2) == 0 ? random.below(200_000) : random.below(20_000_000))
      settled.incident(1 + random.below(31), "\(DrawnMonth.decimal(incidents[incidents.count - 1], 100))")
    }
    settled.seats = [SeatsEntry(seats: seatsBefore), SeatsEntry(from: SettledCase.day(change), seats: seatsAfter)]
  }

  private var seatsBefore = 10
  private var seatsAfter = 12
  private var change = 2

  var slow: SlowSettlement {
    SlowSettlement(
      terms, days, handled: handled, incidents: incidents,
      seatDays: seatsBefore * (change - 1) + seatsAfter * (32 - change), dayCount: 31)
  }

  private static func decimal(_ value: Int, _ scale: Int) -> Decimal { Decimal(value) / Decimal(scale) }

  private mutating func drawTerms(_ random: inout SeededRandom) {
    terms.standard = [16_664, 16_000, 2_000, 17_401][random.below(4)]
    terms.isCapped = random.below(2) == 0
    terms.isClipped = random.below(2) == 0
    terms.prices = (0..<4).map { _ in random.below(1_500_000) }
    terms.persons = (0..<4).map { _ in random.below(2) == 0 ? 100 : 50 + random.below(150) }
    terms.wages = (0..<3).map { _ in random.below(6000) }
    terms.factors = random.below(2) == 0 ? [15, 20, 30] : (0..<3).map { _ in 10 + random.below(30) }
    terms.perShift = random.below(3000)
    terms.night = random.below(3000)
    terms.sitePerSeat = random.below(200_000)
    terms.scoreCap = random.below(3) == 0 ? 120 : 100
    terms.tiers = [(95, 103), (90, 100), (85, 97), (0, 90)]
    if random.below(4) > 0 {
      terms.bonus = (random.below(5000), random.below(100), random.below(30), random.below(101))
    }
    (seatsBefore, seatsAfter, change) = (random.below(300), random.below(300), 2 + random.below(30))
    var contract = settled.contract
    contract.standardHours = DrawnMonth.decimal(terms.standard, 100)
    contract.regularHours = terms.isCapped ? .capped : .scheduled
    contract.overtimeHours = terms.isClipped ? .clipped : .netted
    for (index, kind) in SeatKind.allCases.enumerated() {
      contract.seats[kind] = SeatPrice(
        price: DrawnMonth.decimal(terms.prices[index], 100),
        personsPerSeat: DrawnMonth.decimal(terms.persons[index], 100))
    }
    for (index, grade) in Grade.allCases.enumerated() {
      contract.partner.wages[grade] = DrawnMonth.decimal(terms.wages[index], 100)
    }
    contract.partner.overtimeFactors = terms.factors.map { DrawnMonth.decimal($0, 10) }
    contract.partner.perShift = DrawnMonth.decimal(terms.perShift, 100)
    contract.partner.nightAllowance = DrawnMonth.decimal(terms.night, 100)
    contract.mobile.sitePerSeat = DrawnMonth.decimal(terms.sitePerSeat, 100)
    contract.scoreCap = Decimal(terms.scoreCap)
    contract.coefficients = terms.tiers.map {
      CoefficientTier(from: Decimal($0.from), value: DrawnMonth.decimal($0.value, 100))
    }
    contract.bonus = terms.bonus.map {
      Bonus(
        targetHandled: Decimal($0.target), perCall: DrawnMonth.decimal($0.perCall, 100),
        cap: DrawnMonth.decimal($0.cap, 100), partnerShare: DrawnMonth.decimal($0.share, 100))
    }
    settled.contract = contract
  }

  /// Scores near the tiers, so that every tier and its edge is met.
  private mutating func drawIndicators(_ random: inout SeededRandom) {
    for index in 0..<random.below(5) {
      let span = [3, 6, 7, 15, 100, 150][random.below(6)]
      let low = random.below(1000)
      let isRising = random.below(2) == 0
      let reach = span * (75 + random.below(31)) / 100 + random.below(2)
      let indicator = (
        isQuality: random.below(2) == 0, target: isRising ? low + span : low, floor: isRising ? low : low + span,
        weight: random.below(20), isGate: random.below(3) == 0, actual: isRising ? low + reach : low + span - reach
      )
      terms.indicators.append(indicator)
      settled.scored(
        "i\(index)", indicator.isQuality ? .quality : .business, target: "\(indicator.target)",
        floor: "\(indicator.floor)", weight: indicator.weight, gate: indicator.isGate, actual: "\(indicator.actual)")
    }
  }

  private mutating func drawDays(_ person: Int, _ random: inout SeededRandom) {
    for date in 1...31 where random.below(100) < 72 {
      let shift = SettledCase.shifts[random.below(SettledCase.shifts.count)]
      let overtime = random.below(4) == 0 ? random.below(180) : 0
      let worked = max(overtime, max(1, shift.paidMinutes - random.below(3) * 7)) + overtime
      let grade = grades[person] == 0 && promotions[person].map { date >= $0 } ?? false ? 1 : grades[person]
      let isRestDay = [5, 6, 12, 13, 19, 20, 26, 27].contains(date)
      days.append(
        SlowSettlement.Day(
          person: person, date: date, grade: grade, kind: isRestDay ? 1 : 0,
          isNight: [.night, .lateNight, .overnight].contains(shift.shiftClass), scheduled: shift.paidMinutes,
          worked: worked, overtime: overtime))
      settled.works("\(person)", [date], worked, overtime: overtime, shift: shift.code)
    }
  }
}
