internal import Foundation
internal import Vocabulary

/// Where a person stands in the month while a roster is made day by day: what the hard rules still allow.
struct PersonStanding {
  let agent: Agent
  /// Paid minutes the person is to have by the end of the month.
  let wantedMinutes: Int
  private let mostMinutes: Int
  private let mostDays: Int
  private let rules: Rules
  private let leave: Set<CivilDate>
  private(set) var paidMinutes = 0
  private(set) var days = 0
  /// Night less early days; 0 for who does not work both.
  private(set) var imbalance = 0
  private(set) var lateNights = 0
  private(set) var lastDay: CivilDate?
  private(set) var lastShift: Shift?
  private var run = 0

  /// - Parameters:
  ///   - leave: days of approved leave.
  ///   - overtime: minutes above the wanted ones that may be rostered.
  init(agent: Agent, period: Period, rules: Rules, leave: Set<CivilDate>, overtime: Int) {
    self.agent = agent
    self.rules = rules
    self.leave = leave
    let employed = period.days.count(where: agent.isEmployed)
    let hours = agent.minHours ?? rules.standardHours
    wantedMinutes = Int(hours.doubleValue * 60) * (employed - leave.count) / period.dayCount
    mostMinutes = wantedMinutes + overtime
    mostDays = employed - (rules.minDaysOff * employed + period.dayCount - 1) / period.dayCount
  }

  /// Days worked in a row up to the day before.
  func run(before date: CivilDate) -> Int {
    lastDay == date.adding(days: -1) ? run : 0
  }

  func daysOff(before date: CivilDate) -> Int {
    lastDay.map { date - $0 - 1 } ?? rules.minDaysOff
  }

  /// Whether every hard rule of one person is kept with the shift: class, rest, run, days off, hours, balance, 夜7.
  func mayWork(_ shift: Shift, on date: CivilDate) -> Bool {
    guard agent.isEmployed(on: date), !leave.contains(date), agent.mayWork(shift.shiftClass), days < mostDays,
      paidMinutes + shift.paidMinutes <= mostMinutes, run(before: date) < rules.maxConsecutiveDays
    else { return false }
    guard abs(imbalance + balanceStep(shift)) <= rules.balance.tolerance else { return false }
    guard shift.shiftClass != .lateNight || lateNights < rules.lateNight.max else { return false }
    return isRested(for: shift, on: date)
  }

  private func isRested(for shift: Shift, on date: CivilDate) -> Bool {
    guard let lastDay, let lastShift else { return true }
    let rest = (date - lastDay) * TimeOfDay.minutesPerDay + shift.start.minutes - lastShift.lastEnd.minutes
    return Decimal(rest) >= rules.restHours * 60
  }

  /// What a shift adds to the imbalance.
  func balanceStep(_ shift: Shift) -> Int {
    let (nights, earlies) = (rules.balance.classesA, rules.balance.classesB)
    guard nights.contains(where: agent.mayWork), earlies.contains(where: agent.mayWork) else { return 0 }
    return nights.contains(shift.shiftClass) ? 1 : earlies.contains(shift.shiftClass) ? -1 : 0
  }

  /// Whether a whole month of shifts keeps the rules, day after day from here.
  func mayWork(_ shifts: [CivilDate: Shift]) -> Bool {
    var standing = self
    for (date, shift) in shifts.sorted(by: { $0.key < $1.key }) {
      guard standing.mayWork(shift, on: date) else { return false }
      standing.work(shift, on: date)
    }
    return true
  }

  mutating func work(_ shift: Shift, on date: CivilDate) {
    workBefore(shift, on: date)
    paidMinutes += shift.paidMinutes
    days += 1
    imbalance += balanceStep(shift)
    if shift.shiftClass == .lateNight { lateNights += 1 }
  }

  /// A day before the month: it counts for rest and runs alone.
  mutating func workBefore(_ shift: Shift, on date: CivilDate) {
    run = run(before: date) + 1
    lastDay = date
    lastShift = shift
  }
}
