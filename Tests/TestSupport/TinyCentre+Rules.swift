internal import Foundation
internal import Vocabulary

extension TinyCentreMaker {
  /// Different shifts of a pool that holds every class, a split shift, a short and a long one.
  mutating func makeShifts() -> [Shift] {
    func time(_ hours: Double) -> TimeOfDay { TimeOfDay(minutes: Int(hours * 60)) }
    var pool = [
      Shift(code: "早1", shiftClass: .early, start: time(8), end: time(16), paidMinutes: 480),
      Shift(code: "早2", shiftClass: .early, start: time(9), end: time(14), paidMinutes: 300),
      Shift(code: "中1", shiftClass: .mid, start: time(10), end: time(18.5), paidMinutes: 480),
      Shift(code: "中2", shiftClass: .mid, start: time(9.5), end: time(20), paidMinutes: 600),
      Shift(code: "夜1", shiftClass: .night, start: time(13), end: time(21), paidMinutes: 480),
      Shift(code: "夜2", shiftClass: .night, start: time(15.5), end: time(23.5), paidMinutes: 480),
      Shift(code: "夜7", shiftClass: .lateNight, start: time(16.5), end: time(24.5), paidMinutes: 480),
      Shift(code: "通1", shiftClass: .overnight, start: time(22), end: time(30), paidMinutes: 480),
      Shift(
        code: "两1", shiftClass: .mid, start: time(8), end: time(12), paidMinutes: 480, secondStart: time(16),
        secondEnd: time(20)),
    ]
    return (0..<draw(size.shifts)).map { _ in
      var shift = pool.remove(at: random.below(pool.count))
      shift.mealMinutes = shift.secondStart == nil ? pick([0, 30, 30, 60]) : 0
      if shift.mealMinutes > 0 {
        shift.mealFrom = TimeOfDay(minutes: shift.start.minutes + pick([120, 150, 180]))
        shift.mealTo = TimeOfDay(minutes: shift.mealFrom!.minutes + 30 * random.below(size.mealStarts))
      }
      return shift
    }
  }

  mutating func makeRules() -> Rules {
    var rules = Rules()
    rules.restHours = Decimal(draw(16...28)) / 2
    rules.maxConsecutiveDays = draw(2...6)
    rules.minDaysOff = draw(0...(size.isLoose ? max(1, period.dayCount / 3) : 2))
    rules.standardHours = chance(30) ? Decimal(draw(16...40)) : Decimal(string: "166.64")!
    rules.maxOvertimeHours = chance(30) ? Decimal(draw(0...16)) : 36
    rules.maxDailyOvertimeMinutes = pick([0, 120, 180])
    rules.balance.tolerance = size.isLoose ? (chance(15) ? 0 : draw(1...3)) : draw(0...3)
    if chance(20) { rules.balance.classesA = [.night, .lateNight, .overnight] }
    rules.lateNight.max = draw(1...2)
    rules.lateNight.min = draw(0...1)
    rules.mealShare = pick([Decimal(string: "0.34")!, Decimal(string: "0.5")!, 1])
    rules.seatHeldDuringMeal = chance(70)
    rules.minOnPhone = chance(20) ? 1 : 0
    rules.minHoursHard = chance(15)
    rules.leadSpan = chance(size.isLoose ? 30 : 40) ? draw(2...3) : 0
    if chance(50) {
      rules.weights.under = [
        Rules.UnderPiece(upTo: decimal(5...30), perHalfHour: decimal(1000...6000)),
        Rules.UnderPiece(upTo: decimal(31...60), perHalfHour: decimal(6000...9000)),
        Rules.UnderPiece(upTo: nil, perHalfHour: decimal(9000...20000)),
      ]
    }
    if chance(30) { rules.weights.over = decimal(0...3000) }
    if chance(30) { rules.weights.startChange = decimal(0...3000) }
    if chance(30) { rules.weights.backward = decimal(0...3000) }
    if chance(30) { rules.weights.shortHour = decimal(0...9000) }
    return rules
  }

  /// A short standard month in most cases, so that a week can hold overtime.
  mutating func makeContract() -> Contract {
    var contract = Contract()
    contract.standardHours = chance(60) ? Decimal(draw(16...40)) + decimal(0...99) : Decimal(string: "166.64")!
    contract.seats = [
      .trainee: SeatPrice(price: 5200, personsPerSeat: 1),
      .agent: SeatPrice(price: 7400, personsPerSeat: chance(20) ? decimal(90...130) : 1),
      .lead: SeatPrice(price: 9300, personsPerSeat: 1),
      .overtime: SeatPrice(price: 9800, personsPerSeat: 1),
    ]
    if chance(50) { for kind in SeatKind.allCases { contract.seats[kind]!.price /= 10 } }
    return contract
  }
}
