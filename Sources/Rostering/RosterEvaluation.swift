internal import Foundation
internal import Vocabulary

/// The cost terms and broken hard rules of an assignment, computed from scratch.
///
/// This is the engine's own plain statement of its objective: the search's incremental figures are compared with it. What
/// is published is verified by module Checking, which shares nothing with it.
struct RosterEvaluation {
  /// Yuan, in the order of FORMATS.md: the weights' names, then `regularHours` and `overtimeHours`.
  private(set) var under = 0.0
  private(set) var over = 0.0
  /// Calls that more staff would serve in time, where the roster weighs them.
  private(set) var service: Double?
  private(set) var shortHour = 0.0
  private(set) var imbalance = 0.0
  private(set) var lateNightMissing = 0.0
  private(set) var noWeekendOff = 0.0
  private(set) var refusedWish = 0.0
  /// Changes from the kept roster, where there is one.
  private(set) var changedDay = 0.0
  private(set) var startChange = 0.0
  private(set) var backward = 0.0
  private(set) var regularHours = 0.0
  private(set) var overtimeHours = 0.0
  /// The switched rules that have a weight, by their keys.
  private(set) var switched: [(name: String, yuan: Double)] = []
  /// Units by which hard rules are broken; 0 = the roster may be written.
  private(set) var violations = 0

  private let isReplanned: Bool

  init(problem: RosterProblem, assignment: RosterAssignment) {
    isReplanned = problem.kept != nil
    for person in problem.people.indices { addPerson(person, problem, assignment) }
    addSlots(problem, assignment)
    addSwitchedRules(problem, assignment)
  }

  var terms: [(name: String, yuan: Double)] {
    [
      ("under", under), ("over", over),
    ] + (service.map { [("service", $0)] } ?? []) + [
      ("shortHour", shortHour), ("imbalance", imbalance), ("lateNightMissing", lateNightMissing),
      ("noWeekendOff", noWeekendOff), ("refusedWish", refusedWish), ("startChange", startChange),
      ("backward", backward),
    ] + (isReplanned ? [("changedDay", changedDay)] : []) + switched + [
      ("regularHours", regularHours), ("overtimeHours", overtimeHours),
    ]
  }

  var objective: Double { terms.reduce(0) { $0 + $1.yuan } }

  private mutating func addPerson(_ row: Int, _ problem: RosterProblem, _ assignment: RosterAssignment) {
    let person = problem.people[row]
    let choices = (0..<problem.dayCount).map { Int(assignment.choices[problem.cell(row, $0)]) }
    var tally = PersonTally()
    for (day, choice) in choices.enumerated() {
      if !problem.isAllowed(row, day, choice: choice) { violations += 1 }
      refusedWish += problem.wishCost(row, day, choice: choice)
      if let kept = problem.kept {
        let cell = problem.cell(row, day)
        let movesMeal = kept.movesMeal(cell, choice: choice, meal: assignment.meals[cell])
        if day < kept.firstFreeDay {
          violations += movesMeal ? 1 : 0
        } else {
          let shiftChange = kept.shiftChange(cell, choice: choice)
          refusedWish -= shiftChange
          changedDay += shiftChange + (movesMeal ? kept.changedDay : 0)
        }
      }
      if choice > 0 {
        tally.add(problem.shifts[choice - 1], afterPromotion: day >= person.promotionDay)
        let run = tally.run + (tally.run == day + 1 ? person.tailRun : 0)
        if run > problem.limits.maxConsecutiveDays { violations += 1 }
      } else {
        tally.run = 0
      }
      addPair(choices, day, problem)
    }
    addTally(tally, person, problem)
    let pairsOff = problem.weekends.filter { choices[$0.saturday] == 0 && choices[$0.sunday] == 0 }.count
    if person.wantsWeekend && pairsOff == 0 { noWeekendOff += problem.costs.noWeekendOff }
  }

  private mutating func addPair(_ choices: [Int], _ day: Int, _ problem: RosterProblem) {
    if day + 2 < choices.count {
      let index = choices[day] * problem.choiceCount + choices[day + 2]
      if problem.pairs.dayAfterNext[index] >= PairCosts.forbidden { violations += 1 }
    }
    guard day + 1 < choices.count, choices[day] > 0, choices[day + 1] > 0 else { return }
    if problem.pairs.nextDay[choices[day] * problem.choiceCount + choices[day + 1]] >= PairCosts.forbidden {
      violations += 1
      return
    }
    let change = problem.shifts[choices[day + 1] - 1].startMinute - problem.shifts[choices[day] - 1].startMinute
    let weights = problem.centre.rules.weights
    if abs(change) > 60 { startChange += weights.startChange.doubleValue }
    if change <= -120 { backward += weights.backward.doubleValue }
  }

  private mutating func addTally(_ tally: PersonTally, _ person: PersonData, _ problem: RosterProblem) {
    let costs = problem.costs
    let limits = problem.limits
    let minutes = tally.minutes + tally.minutesAfterPromotion
    let regularBefore = min(Double(tally.minutes), costs.standardMinutes)
    let regularAfter = min(Double(tally.minutesAfterPromotion), costs.standardMinutes - regularBefore)
    regularHours += regularBefore * person.rate + regularAfter * person.rateAfterPromotion
    overtimeHours += (Double(minutes) - regularBefore - regularAfter) * person.overtimeRate
    shortHour += max(0, person.minMinutes - Double(minutes)) / 60 * costs.shortHour
    if limits.minHoursHard && Double(minutes) < person.minMinutes - 1e-6 { violations += 1 }
    if minutes > person.maxMinutes { violations += 1 }
    violations += max(0, tally.days - person.maxWorkDays)
    if person.isBalanced {
      let difference = abs(tally.classA - tally.classB)
      imbalance += Double(difference) * costs.imbalance
      violations += max(0, difference - limits.balanceTolerance)
    }
    violations += max(0, tally.lateNights - limits.maxLateNights)
    if person.owesLateNight {
      lateNightMissing += Double(max(0, limits.minLateNights - tally.lateNights)) * costs.lateNightMissing
    }
  }

  private mutating func addSwitchedRules(_ problem: RosterProblem, _ assignment: RosterAssignment) {
    for breach in SwitchedRuleCount(problem: problem, assignment: assignment).breaches() {
      guard let weight = breach.weight else {
        violations += breach.units > 0 ? max(1, Int(breach.units.rounded(.up))) : 0
        continue
      }
      if let known = switched.firstIndex(where: { $0.name == breach.key }) {
        switched[known].yuan += weight * breach.units
      } else {
        switched.append((breach.key, weight * breach.units))
      }
    }
  }

  private mutating func addSlots(_ problem: RosterProblem, _ assignment: RosterAssignment) {
    let floor = FloorCount(problem: problem, assignment: assignment)
    for slot in 0..<problem.slotCount {
      violations += floor.violations(slot, problem)
      guard problem.isCounted[slot] else { continue }
      let cost = problem.staffingCosts[slot]
      if cost.weighsService { service = (service ?? 0) + cost.serviceYuan(floor.units[slot]) }
      let required = problem.required[slot] / CoverageUnits.perAgent
      let short = max(0, required - floor.units[slot] / CoverageUnits.perAgent)
      over += max(0, floor.units[slot] / CoverageUnits.perAgent - required) * cost.over
      var paid = 0.0
      for piece in problem.costs.under {
        let reach = min(short, piece.upTo * required)
        if reach > paid {
          under += (reach - paid) * piece.price
          paid = reach
        }
      }
    }
  }
}

/// What a person's month adds up to.
struct PersonTally {
  var days = 0
  var run = 0
  var minutes = 0
  var minutesAfterPromotion = 0
  var classA = 0
  var classB = 0
  var lateNights = 0

  mutating func add(_ shift: ShiftData, afterPromotion: Bool) {
    days += 1
    run += 1
    if afterPromotion { minutesAfterPromotion += shift.paidMinutes } else { minutes += shift.paidMinutes }
    if shift.isClassA { classA += 1 }
    if shift.isClassB { classB += 1 }
    if shift.isLateNight { lateNights += 1 }
  }
}

/// Who is on the floor in each slot.
struct FloorCount {
  private(set) var staff: [Int]
  private(set) var leads: [Int]
  private(set) var eating: [Int]
  private(set) var units: [Double]

  init(problem: RosterProblem, assignment: RosterAssignment) {
    staff = problem.carriedStaff.map(Int.init)
    leads = problem.carriedLeads.map(Int.init)
    eating = [Int](repeating: 0, count: problem.slotCount)
    units = problem.carriedUnits
    for (row, person) in problem.people.enumerated() {
      for day in 0..<problem.dayCount where assignment.choices[problem.cell(row, day)] > 0 {
        let shift = problem.shifts[Int(assignment.choices[problem.cell(row, day)]) - 1]
        let base = day * HalfHour.perDay
        for part in shift.duty {
          for slot in part {
            if person.isLead { leads[base + slot] += 1 } else { staff[base + slot] += 1 }
            units[base + slot] += person.units(day: day)
          }
        }
        if let meal = assignment.meal(problem.cell(row, day)) {
          for slot in meal..<(meal + shift.mealHalfHours) {
            eating[base + slot] += 1
            units[base + slot] -= person.units(day: day)
          }
        }
      }
    }
  }

  /// R8, R9, R11 and the minimum on the phone.
  func violations(_ slot: Int, _ problem: RosterProblem) -> Int {
    let limits = problem.limits
    let onDuty = staff[slot] + leads[slot]
    let seated = limits.seatHeldDuringMeal ? onDuty : onDuty - eating[slot]
    return max(0, seated - Int(problem.seats[slot]))
      + max(0, eating[slot] - limits.mealsAllowed(onDuty: onDuty))
      + max(0, limits.leadsNeeded(staff: staff[slot]) - leads[slot])
      + max(0, Int(problem.minOnPhone[slot]) - (onDuty - eating[slot]))
  }
}
