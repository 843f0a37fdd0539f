internal import Foundation
package import Vocabulary

extension RosterProblem {
  /// Compiles a centre and its requirement.
  ///
  /// - Parameter requirement: a row for each half-hour of the period, in order.
  package init(centre: Centre, period: Period, requirement: Requirement) {
    let rules = centre.rules
    let days = period.dayCount
    let slots = (days + 1) * HalfHour.perDay
    let shifts = centre.shifts.map { ShiftData($0, rules: rules) }
    let shiftIndex = Dictionary(uniqueKeysWithValues: centre.shifts.enumerated().map { ($1.code, $0) })
    let weekends = (0..<max(0, days - 1))
      .filter { period.firstDay.adding(days: $0).weekday == .saturday }
      .map { (saturday: $0, sunday: $0 + 1) }
    let compiler = PersonCompiler(centre: centre, period: period, shifts: shifts, hasWeekends: !weekends.isEmpty)
    let cells = compiler.cells(shiftIndex: shiftIndex)

    self.period = period
    self.centre = centre
    dayCount = days
    slotCount = slots
    self.shifts = shifts
    var people = compiler.people
    isAllowed = cells.isAllowed
    wishRow = cells.wishRow
    wishCosts = cells.wishCosts
    self.weekends = weekends
    pairs = PairCosts(shifts: shifts, weights: rules.weights) { first, second in
      rules.forbids(centre.shifts[first], then: centre.shifts[second])
    }
    sequence = SequenceRules(centre: centre, period: period, people: people)
    needs = FloorNeeds(centre: centre, period: period, slots: slots, people: &people)
    dayRules = DayRules(centre: centre, period: period, people: people)
    self.people = people
    costs = CostSettings(rules: rules, contract: centre.contract)
    limits = HardLimits(rules)

    var floor = FloorCompiler(slots: slots)
    floor.demand(requirement, centre: centre, period: period)
    floor.carryIn(centre: centre, period: period, shiftIndex: shiftIndex)
    required = floor.required
    staffingCosts = floor.staffingCosts(requirement, costs)
    costs.raiseViolation(above: staffingCosts)
    isCounted = floor.isCounted
    seats = floor.seats
    minOnPhone = floor.minOnPhone
    carriedStaff = floor.carriedStaff
    carriedLeads = floor.carriedLeads
    carriedUnits = floor.carriedUnits
  }
}

extension HardLimits {
  init(_ rules: Rules) {
    maxConsecutiveDays = rules.maxConsecutiveDays
    balanceTolerance = rules.balance.tolerance
    maxLateNights = rules.lateNight.max
    minLateNights = rules.lateNight.min
    // Four decimals are what the reader accepts.
    mealShareNumerator = Int((rules.mealShare * 10_000).rounded(decimals: 0).doubleValue)
    mealShareDenominator = 10_000
    seatHeldDuringMeal = rules.seatHeldDuringMeal
    leadSpan = rules.leadSpan
    minHoursHard = rules.minHoursHard
  }
}

extension CostSettings {
  init(rules: Rules, contract: Contract) {
    let weights = rules.weights
    under = weights.under.enumerated().map { index, piece in
      let reach = index == weights.under.count - 1 ? nil : piece.upTo
      return (reach?.doubleValue ?? .infinity, piece.perHalfHour.doubleValue)
    }
    over = weights.over.doubleValue
    shortHour = weights.shortHour.doubleValue
    imbalance = weights.imbalance.doubleValue
    lateNightMissing = weights.lateNightMissing.doubleValue
    noWeekendOff = weights.noWeekendOff.doubleValue
    standardMinutes = contract.standardHours.doubleValue * 60
    let dearest = max(200, over, shortHour, lateNightMissing, noWeekendOff, under.map(\.price).max() ?? 0)
    violation = 50 * dearest
  }

  /// A roster never gains by breaking a hard rule for calls served in time.
  mutating func raiseViolation(above staffing: [StaffingCost]) {
    let steepest = staffing.lazy.map { $0.serviceCorners.reduce(0) { $0 + $1.turn } }.max() ?? 0
    violation = max(violation, 50 * steepest * CoverageUnits.perAgent)
  }
}

/// What the half-hours demand and what is on the floor already.
struct FloorCompiler {
  var required: [Double]
  var isCounted: [Bool]
  var seats: [Int32]
  var minOnPhone: [Int32]
  var carriedStaff: [Int32]
  var carriedLeads: [Int32]
  var carriedUnits: [Double]

  init(slots: Int) {
    required = [Double](repeating: 0, count: slots)
    isCounted = [Bool](repeating: false, count: slots)
    seats = [Int32](repeating: 0, count: slots)
    minOnPhone = seats
    carriedStaff = seats
    carriedLeads = seats
    carriedUnits = required
  }

  mutating func demand(_ requirement: Requirement, centre: Centre, period: Period) {
    for slot in required.indices {
      let halfHour = period.firstHalfHour.adding(slot)
      seats[slot] = Int32(clamping: centre.settings.seats(on: halfHour.date))
      guard slot < period.halfHourCount, slot < requirement.rows.count,
        centre.settings.isOpen(halfHour, holidays: centre.holidays)
      else { continue }
      isCounted[slot] = true
      required[slot] = CoverageUnits.units(requirement.rows[slot].required)
      let hard = centre.rules.minStaff.filter {
        $0.weight == nil && $0.hours.contains(halfHour, holidays: centre.holidays)
      }
      minOnPhone[slot] = Int32(clamping: max(centre.rules.minOnPhone, hard.map(\.least).max() ?? 0))
    }
  }

  func staffingCosts(_ requirement: Requirement, _ costs: CostSettings) -> [StaffingCost] {
    required.indices.map { slot in
      StaffingCost(
        required: required[slot], costs: costs, service: isCounted[slot] ? requirement.rows[slot].service : nil)
    }
  }

  /// Shifts that began before the period and reach into it: on duty and seated, without a meal.
  mutating func carryIn(centre: Centre, period: Period, shiftIndex: [String: Int]) {
    let agents = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0) })
    for entry in centre.previous where entry.date < period.firstDay {
      guard let agent = agents[entry.agent], let index = shiftIndex[entry.shift] else { continue }
      let offset = (entry.date - period.firstDay) * HalfHour.perDay
      for part in centre.shifts[index].dutyHalfHours {
        for slot in part where slot + offset >= 0 {
          if agent.grade == .lead {
            carriedLeads[slot + offset] += 1
          } else {
            carriedStaff[slot + offset] += 1
          }
          carriedUnits[slot + offset] += CoverageUnits.units(agent.productivity(on: entry.date))
        }
      }
    }
  }
}
