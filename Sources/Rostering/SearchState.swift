internal import Vocabulary

/// A roster under search: the choices, what they put on the floor, and what each person's month adds up to.
///
/// Invariant (checked in debug builds by `verify`): the incremental figures equal `RosterEvaluation` from scratch. Two
/// tasks may change the state at once as long as they touch different people and different slots.
final class SearchState: @unchecked Sendable {
  let tables: SearchTables
  let choices: UnsafeMutablePointer<UInt8>
  let meals: UnsafeMutablePointer<UInt8>
  let cellCount: Int

  // The floor, by slot.
  /// Effective staffing less `shift`, as the rounded costs are read at.
  let units: UnsafeMutablePointer<Double>
  let shift: UnsafeMutablePointer<Double>
  let staff: UnsafeMutablePointer<Int32>
  let leads: UnsafeMutablePointer<Int32>
  let eating: UnsafeMutablePointer<Int32>
  /// Money of the slot at its present staffing, and hard rules broken there in yuan.
  let cost: UnsafeMutablePointer<Double>
  let broken: UnsafeMutablePointer<Double>
  /// Change of `broken` by one more person working, or working and eating, at [(lead ? slots + padding : 0) + slot].
  let brokenByWorking: UnsafeMutablePointer<Double>
  let brokenByEating: UnsafeMutablePointer<Double>
  /// People who may still come, go or eat before a hard rule of the slot can be touched; 0 = it must be looked at.
  private let calm: UnsafeMutablePointer<Int32>

  /// What the slots' costs are counted with; changed between epochs only.
  private let terms: UnsafeMutablePointer<SearchTerms>
  /// People on duty and not eating who count for each of `FloorNeeds`, at [need × slots + slot].
  let present: UnsafeMutablePointer<Int32>
  /// People working, by day.
  let working: UnsafeMutablePointer<Int32>

  // People's months.
  let tallies: UnsafeMutablePointer<MonthTally>

  init(_ tables: SearchTables, from assignment: RosterAssignment) {
    self.tables = tables
    let problem = tables.problem
    cellCount = assignment.choices.count
    choices = [UInt8](repeating: 0, count: cellCount).copiedToFlatMemory()
    meals = [UInt8](repeating: RosterAssignment.noMeal, count: cellCount).copiedToFlatMemory()
    staff = problem.carriedStaff.copiedToFlatMemory()
    leads = problem.carriedLeads.copiedToFlatMemory()
    terms = [SearchTerms(slotViolation: tables.violation)].copiedToFlatMemory()
    let slots = problem.slotCount
    let none = [Double](repeating: 0, count: 2 * (slots + FourSlots.padding))
    units = (problem.carriedUnits + none.prefix(FourSlots.padding)).copiedToFlatMemory()
    shift = none.copiedToFlatMemory()
    eating = [Int32](repeating: 0, count: slots).copiedToFlatMemory()
    calm = [Int32](repeating: 0, count: slots).copiedToFlatMemory()
    cost = none.copiedToFlatMemory()
    broken = none.copiedToFlatMemory()
    brokenByWorking = none.copiedToFlatMemory()
    brokenByEating = none.copiedToFlatMemory()
    present = problem.needs.needs.flatMap(\.carried).copiedToFlatMemory()
    working = [Int32](repeating: 0, count: tables.days).copiedToFlatMemory()
    tallies = problem.people.map { _ in MonthTally(pairsOff: problem.weekends.count) }.copiedToFlatMemory()
    refreshAll()
    for cell in 0..<cellCount where assignment.choices[cell] > 0 {
      put(
        cell / tables.days, cell % tables.days, choice: Int(assignment.choices[cell]), meal: assignment.meals[cell])
    }
  }

  deinit {
    choices.deallocate()
    meals.deallocate()
    units.deallocate()
    shift.deallocate()
    staff.deallocate()
    leads.deallocate()
    eating.deallocate()
    cost.deallocate()
    broken.deallocate()
    brokenByWorking.deallocate()
    brokenByEating.deallocate()
    calm.deallocate()
    terms.deallocate()
    tallies.deallocate()
    present.deallocate()
    working.deallocate()
  }

  var slotViolation: Double { terms.pointee.slotViolation }
  var corner: RoundedCorner { terms.pointee.corner }

  /// Changes what the slots' costs are counted with, between epochs.
  func set(_ terms: SearchTerms) {
    self.terms.pointee = terms
    for slot in 0..<tables.problem.slotCount {
      let moved = tables.slotCosts.shift(slot, terms.corner)
      units[slot] += shift[slot] - moved
      shift[slot] = moved
    }
    refreshAll()
  }

  var assignment: RosterAssignment {
    var result = RosterAssignment(empty: tables.problem)
    result.choices = Array(UnsafeBufferPointer(start: choices, count: cellCount))
    result.meals = Array(UnsafeBufferPointer(start: meals, count: cellCount))
    return result
  }

  /// Gives a cell that is off a choice and its meal.
  @inline(__always)
  func put(_ person: Int, _ day: Int, choice: Int, meal: UInt8) {
    guard choice > 0 else { return }
    change(person, day, choice: choice, meal: meal, sign: 1)
    choices[person * tables.days + day] = UInt8(choice)
    meals[person * tables.days + day] = meal
  }

  /// Sends a cell off; its choice and meal as they were are returned.
  @inline(__always)
  func takeOut(_ person: Int, _ day: Int) -> (choice: Int, meal: UInt8) {
    let cell = person * tables.days + day
    let choice = Int(choices[cell])
    let meal = meals[cell]
    guard choice > 0 else { return (0, meal) }
    choices[cell] = 0
    meals[cell] = RosterAssignment.noMeal
    change(person, day, choice: choice, meal: meal, sign: -1)
    return (choice, meal)
  }

  private func change(_ person: Int, _ day: Int, choice: Int, meal: UInt8, sign: Int) {
    let shift = tables.shifts[choice - 1]
    let data = tables.people[person]
    let base = day * HalfHour.perDay
    let productivity = data.units(day: day) * Double(sign)
    let count = Int32(sign)
    occupy(base + shift.from, base + shift.to, data.isLead, productivity, count)
    if shift.secondFrom < shift.secondTo {
      occupy(base + shift.secondFrom, base + shift.secondTo, data.isLead, productivity, count)
    }
    if meal != RosterAssignment.noMeal {
      let from = base + Int(meal)
      for slot in from..<(from + shift.mealLength) {
        eating[slot] &+= count
        units[slot] -= productivity
        cost[slot] = tables.slotCosts.cost(slot, units[slot], corner)
        touch(slot)
      }
    }
    // Days of both tasks share cache lines here: written only where a rule reads it.
    if tables.hasDayRules { working[day] += count }
    if data.needs != 0 { countNeeds(data.needs, base, shift, meal, count) }
    tallies[person].add(shift, sign: sign, afterPromotion: day >= data.promotionDay)
    let partner = tables.weekendPartner[day]
    if partner >= 0 && choices[person * tables.days + partner] == 0 { tallies[person].pairsOff -= sign }
  }

  @inline(__always)
  private func occupy(_ from: Int, _ to: Int, _ isLead: Bool, _ productivity: Double, _ count: Int32) {
    for slot in from..<to { units[slot] += productivity }
    if productivity != 0 { price(from, to) }
    if isLead {
      for slot in from..<to {
        leads[slot] &+= count
        refreshRules(slot)
      }
    } else {
      for slot in from..<to {
        staff[slot] &+= count
        touch(slot)
      }
    }
  }

  @inline(__always)
  private func price(_ from: Int, _ to: Int) {
    let costs = tables.slotCosts
    let corner = corner
    var slot = from
    while slot + 4 <= to {
      FourSlots.store(costs.costs(slot, FourSlots.load(units, slot), corner), cost, slot)
      slot += 4
    }
    while slot < to {
      cost[slot] = costs.cost(slot, units[slot], corner)
      slot += 1
    }
  }

  /// Adds a person's month up anew, after days that changed without the floor's changing.
  func rebuildTally(_ person: Int) {
    tallies[person] = tally(person, 0..<tables.days)
  }

  /// What some days in a row of a person add up to; weekends count that lie within them.
  func tally(_ person: Int, _ days: Range<Int>) -> MonthTally {
    let row = choices + person * tables.days
    let promotion = tables.people[person].promotionDay
    var tally = MonthTally(pairsOff: 0)
    for day in days {
      if row[day] > 0 {
        tally.add(tables.shifts[Int(row[day]) - 1], sign: 1, afterPromotion: day >= promotion)
      } else if tables.weekendPartner[day] == day + 1 && day + 1 < days.upperBound && row[day + 1] == 0 {
        tally.pairsOff += 1
      }
    }
    return tally
  }

  /// Yuan of a range of slots, rules broken there included.
  @inline(__always)
  func cost(of slots: Range<Int>) -> Double {
    var sum = 0.0
    for slot in slots { sum += cost[slot] + broken[slot] }
    return sum
  }

  private func refreshAll() {
    price(0, tables.problem.slotCount)
    for slot in 0..<tables.problem.slotCount { refreshRules(slot) }
  }

  /// One person has come, gone, begun to eat or ceased to: the rules are looked at where that can matter.
  @inline(__always)
  private func touch(_ slot: Int) {
    calm[slot] &-= 1
    if calm[slot] <= 0 { refreshRules(slot) }
  }

  /// Recomputes the hard rules of a slot: broken now, and by one more.
  private func refreshRules(_ slot: Int) {
    let staff = Int(staff[slot])
    let leads = Int(leads[slot])
    let eating = Int(eating[slot])
    let spare = spare(slot, staff, leads, eating)
    calm[slot] = Int32(clamping: spare)
    let lead = tables.problem.slotCount + FourSlots.padding + slot
    if spare > 0 {
      // The leads are enough for the staff: only one more of them changes what is wished.
      let wished = wish(slot, staff, leads)
      let oneLeadMore = wished > 0 ? wish(slot, staff, leads + 1) - wished : 0
      broken[slot] = wished
      brokenByWorking[slot] = 0
      brokenByWorking[lead] = oneLeadMore
      brokenByEating[slot] = 0
      brokenByEating[lead] = oneLeadMore
      return
    }
    let now = brokenRules(slot, staff, leads, eating)
    broken[slot] = now
    brokenByWorking[slot] = brokenRules(slot, staff + 1, leads, eating) - now
    brokenByWorking[lead] = brokenRules(slot, staff, leads + 1, eating) - now
    brokenByEating[slot] = brokenRules(slot, staff + 1, leads, eating + 1) - now
    brokenByEating[lead] = brokenRules(slot, staff, leads + 1, eating + 1) - now
  }

  /// Steps of one person away from the nearest rule: with at least one, nothing is broken and one more breaks nothing.
  @inline(__always)
  private func spare(_ slot: Int, _ staff: Int, _ leads: Int, _ eating: Int) -> Int {
    let onDuty = staff + leads
    let seats = Int(tables.seats[slot]) - onDuty
    let meals = Int(tables.mealsAllowed[onDuty]) - eating
    let led = tables.staffLed(leads) - staff
    let onPhone = onDuty - eating - Int(tables.minOnPhone[slot]) + 1
    return min(min(seats, meals), min(led, onPhone))
  }

  /// R8, R9, R11 and the minimum on the phone, in yuan.
  ///
  /// A missing lead counts as one, and everybody whom no lead leads as a share of one: where no lead can come, each of them
  /// who goes must be seen to help.
  @inline(__always)
  private func brokenRules(_ slot: Int, _ staff: Int, _ leads: Int, _ eating: Int) -> Double {
    let onDuty = staff + leads
    let seated = tables.seatHeldDuringMeal ? onDuty : onDuty - eating
    var count = max(0, seated - Int(tables.seats[slot]))
    count += max(0, eating - Int(tables.mealsAllowed[onDuty]))
    count += max(0, Int(tables.leadsNeeded[staff]) - leads)
    count += max(0, Int(tables.minOnPhone[slot]) - onDuty + eating)
    let unled = Double(max(0, staff - tables.staffLed(leads))) * tables.leadShare
    return (Double(count) + unled) * slotViolation + wish(slot, staff, leads)
  }

  /// Yuan of the leads who are missing for the staff that is likely to come.
  @inline(__always)
  private func wish(_ slot: Int, _ staff: Int, _ leads: Int) -> Double {
    guard terms.pointee.wantedLead > 0 else { return 0 }
    let missing = Int(tables.leadsWanted[slot]) - max(leads, Int(tables.leadsNeeded[staff]))
    return Double(max(0, missing)) * terms.pointee.wantedLead
  }

  /// Yuan of the rules that a slot breaks, wishes left out.
  func brokenRules(_ slot: Int) -> Double {
    broken[slot] - wish(slot, Int(staff[slot]), Int(leads[slot]))
  }
}
