import Foundation
import Vocabulary

@testable import Settlement

/// A small centre and month of actuals, built up line by line, for cases worked by hand. December 2026: Tuesday the 1st,
/// rest days 5, 6, 12, 13, 19, 20, 26, 27.
struct SettledCase {
  static let month = Month("2026-12")!

  var contract = Contract()
  var agents: [Agent] = []
  var actuals = MonthActuals(month: SettledCase.month)
  var seats = [SeatsEntry(seats: 10)]
  var holidays = HolidayCalendar()

  init() {
    contract.standardHours = exact("166.64")
    contract.seats = [
      .trainee: SeatPrice(price: 5200, personsPerSeat: 1), .agent: SeatPrice(price: 7400, personsPerSeat: 1),
      .lead: SeatPrice(price: 9300, personsPerSeat: 1), .overtime: SeatPrice(price: 9800, personsPerSeat: 1),
    ]
    contract.coefficients = [("95", "1.03"), ("90", "1.00"), ("85", "0.97"), ("0", "0.90")].map {
      CoefficientTier(from: exact($0.0), value: exact($0.1))
    }
    contract.partner.wages = [.trainee: 22, .agent: 28, .lead: 36]
    contract.partner.overtimeFactors = [exact("1.5"), 2, 3]
    contract.partner.perShift = 15
    contract.partner.nightAllowance = 20
    contract.mobile.sitePerSeat = 850
  }

  static func day(_ day: Int) -> CivilDate { CivilDate(year: 2026, month: 12, day: day)! }

  mutating func person(_ id: String, _ grade: Grade = .agent, promoted: Int? = nil, from: Int? = nil, to: Int? = nil) {
    agents.append(
      Agent(
        id: id, grade: grade, from: from.map(SettledCase.day), to: to.map(SettledCase.day),
        promoted: promoted.map(SettledCase.day)))
  }

  /// The same shift on several days, with the same minutes.
  mutating func works(_ id: String, _ days: [Int], _ minutes: Int = 480, overtime: Int = 0, shift: String = "早1") {
    for day in days {
      actuals.attendance.append(
        MonthActuals.Attendance(
          agent: id, date: SettledCase.day(day), shift: shift, workedMinutes: minutes, overtimeMinutes: overtime))
    }
  }

  /// An indicator and its score in the month.
  mutating func scored(
    _ name: String, _ dimension: Indicator.Dimension = .business, target: String, floor: String, weight: Int = 10,
    gate: Bool = false, actual: String
  ) {
    contract.indicators.append(
      Indicator(
        name: name, dimension: dimension, target: exact(target), floor: exact(floor), weight: Decimal(weight),
        gate: gate))
    actuals.scores.append(MonthActuals.Score(indicator: name, actual: exact(actual)))
  }

  mutating func bonus(target: Int, perCall: String, cap: String, partnerShare: String = "0.20") {
    contract.bonus = Bonus(
      targetHandled: Decimal(target), perCall: exact(perCall), cap: exact(cap), partnerShare: exact(partnerShare))
  }

  mutating func handled(_ counts: [(String, Int)]) {
    actuals.handled = counts.map { MonthActuals.Handled(agent: $0.0, handled: $0.1) }
  }

  mutating func incident(_ day: Int, _ amount: String) {
    actuals.incidents.append(
      MonthActuals.Incident(date: SettledCase.day(day), category: "x", amount: exact(amount)))
  }

  var centre: Centre {
    var settings = CentreSettings(centre: "x", seats: seats)
    settings.share = 0.7
    return Centre(
      settings: settings, agents: agents, shifts: SettledCase.shifts, contract: contract, holidays: holidays)
  }

  var statement: SettlementStatement {
    get throws { try SettlementCalculator(centre: centre, month: SettledCase.month).actual(actuals) }
  }

  static let shifts = [
    ("早1", ShiftClass.early, "08:00", "16:00", 480), ("中1", .mid, "10:00", "18:00", 480),
    ("夜1", .night, "15:30", "23:30", 480), ("夜7", .lateNight, "16:30", "24:30", 480),
    ("通宵", .overnight, "23:30", "31:30", 480), ("短", .mid, "18:00", "22:00", 240),
  ].map {
    Shift(code: $0.0, shiftClass: $0.1, start: TimeOfDay($0.2)!, end: TimeOfDay($0.3)!, paidMinutes: $0.4)
  }
}

/// The decimal as written; a literal would go through binary.
func exact(_ text: String) -> Decimal { Decimal(exactly: text)! }
