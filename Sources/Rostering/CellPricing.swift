internal import Vocabulary

/// What every choice of one cell would cost, the cell being off and all else as it is.
///
/// `own[choice]` is the person's part (wishes, pairs of days, and the month's totals once `addMonth` has been called),
/// `energy[choice]` the person's and the slots' parts; forbidden choices are `PairCosts.forbidden` or more. One pass over
/// the day's slots prices every shift with its best meal through prefix sums of the slots' marginal costs.
struct CellPricing {
  let tables: SearchTables
  let state: SearchState
  let own: UnsafeMutablePointer<Double>
  let energy: UnsafeMutablePointer<Double>
  let meal: UnsafeMutablePointer<UInt8>
  let month: UnsafeMutablePointer<Double>
  /// What a rule on sequences measures with each kind of shift.
  let measured: UnsafeMutablePointer<Double>
  /// What working, and a meal there, changes of each slot of the day; `prefix` adds the former up.
  let change: UnsafeMutablePointer<Double>
  let mealChange: UnsafeMutablePointer<Double>
  let prefix: UnsafeMutablePointer<Double>

  /// The caller frees the memory with `deallocate`.
  init(_ state: SearchState) {
    self.state = state
    tables = state.tables
    own = .allocate(capacity: tables.choices)
    energy = .allocate(capacity: tables.choices)
    month = .allocate(capacity: tables.kindCount)
    measured = .allocate(capacity: tables.kindCount)
    meal = .allocate(capacity: tables.choices)
    let slots = [Double](repeating: 0, count: 2 * HalfHour.perDay + 1)
    change = slots.copiedToFlatMemory()
    mealChange = slots.copiedToFlatMemory()
    prefix = slots.copiedToFlatMemory()
  }

  func deallocate() {
    own.deallocate()
    energy.deallocate()
    month.deallocate()
    measured.deallocate()
    meal.deallocate()
    change.deallocate()
    prefix.deallocate()
    mealChange.deallocate()
  }

  /// Prices the choices of a cell that is off, without the month's totals.
  @inline(__always)
  func price(_ person: Int, _ day: Int) {
    priceOwn(person, day)
    priceSlots(person, day)
    energy[0] = own[0]
    for choice in 1..<tables.choices {
      energy[choice] = own[choice] < PairCosts.forbidden ? own[choice] + shiftEnergy(choice) : PairCosts.forbidden
    }
    if let kept = tables.keptChoices { keepMeal(person * tables.days + day, kept) }
    if tables.hasDayRules { addDayRules(person, day) }
  }

  /// Whoever keeps the shift keeps the meal, unless moving it saves what a change costs.
  @inline(__always)
  private func keepMeal(_ cell: Int, _ kept: UnsafePointer<UInt8>) {
    let choice = Int(kept[cell])
    guard choice > 0, choice < tables.choices, own[choice] < PairCosts.forbidden, let meals = tables.keptMeals,
      meals[cell] != meal[choice], meals[cell] != RosterAssignment.noMeal
    else { return }
    let change = mealCost(choice, Int(meals[cell])) - mealCost(choice, Int(meal[choice]))
    if change <= tables.changedDay {
      meal[choice] = meals[cell]
      energy[choice] += change
    } else {
      own[choice] += tables.changedDay
      energy[choice] += tables.changedDay
    }
  }

  /// What a meal from a slot on changes of the half-hours' costs.
  @inline(__always)
  private func mealCost(_ choice: Int, _ start: Int) -> Double {
    var cost = 0.0
    for at in start..<(start + tables.shifts[choice - 1].mealLength) { cost += mealChange[at] }
    return cost
  }

  /// Adds what each choice makes of the person's month.
  @inline(__always)
  func addMonth(_ person: Int, _ day: Int) {
    let data = UnsafePointer(tables.people + person)
    let loses = state.losesWeekend(person, day)
    for kind in 0..<tables.kindCount {
      month[kind] = tables.monthCost(
        data, tables.tally(state.tallies[person], adding: kind, data, day: day, losesWeekend: loses))
    }
    if let sequence = tables.sequence { addSequence(sequence, person, day) }
    own[0] += month[0]
    energy[0] += month[0]
    for choice in 1..<tables.choices {
      let cost = month[tables.shifts[choice - 1].kind]
      own[choice] += cost
      energy[choice] += cost
    }
  }

  /// R1, R2, R3, R4 and R10, wishes and pairs of days.
  @inline(__always)
  func priceOwn(_ person: Int, _ day: Int) {
    let cell = person * tables.days + day
    let allowed = tables.isAllowed + cell * tables.choices
    let wishes = tables.wishRow[cell]
    own[0] = wishes < 0 ? 0 : tables.wishCosts[Int(wishes) * tables.choices]
    if !allowed[0] { own[0] = PairCosts.forbidden }
    guard mayWork(person, day) else {
      for choice in 1..<tables.choices { own[choice] = PairCosts.forbidden }
      return
    }
    let before = day > 0 ? tables.nextDay + Int(state.choices[cell - 1]) * tables.choices : tables.nextDay
    let after = day + 1 < tables.days ? Int(state.choices[cell + 1]) : 0
    for choice in 1..<tables.choices {
      let pair = before[choice] + tables.nextDay[choice * tables.choices + after]
      own[choice] = allowed[choice] && pair < PairCosts.forbidden ? pair : PairCosts.forbidden
      if wishes >= 0 { own[choice] += tables.wishCosts[Int(wishes) * tables.choices + choice] }
    }
    if tables.reachesDayAfterNext { forbidLongRests(cell, day) }
  }

  /// R3 and R4: whether one more worked day fits.
  @inline(__always)
  private func mayWork(_ person: Int, _ day: Int) -> Bool {
    guard state.tallies[person].workDays < tables.people[person].maxWorkDays else { return false }
    return run(person, day) < tables.maxConsecutiveDays
  }

  /// Worked days that touch a day on either side.
  @inline(__always)
  func run(_ person: Int, _ day: Int) -> Int {
    let row = state.choices + person * tables.days
    var length = 0
    var at = day - 1
    while at >= 0 && row[at] > 0 {
      length += 1
      at -= 1
    }
    if at < 0 { length += tables.people[person].tailRun }
    at = day + 1
    while at < tables.days && row[at] > 0 {
      length += 1
      at += 1
    }
    return length
  }

  @inline(__always)
  private func forbidLongRests(_ cell: Int, _ day: Int) {
    let before = day > 1 ? Int(state.choices[cell - 2]) : 0
    let after = day + 2 < tables.days ? Int(state.choices[cell + 2]) : 0
    for choice in 1..<tables.choices
    where tables.dayAfterNext[before * tables.choices + choice] > 0
      || tables.dayAfterNext[choice * tables.choices + after] > 0
    {
      own[choice] = PairCosts.forbidden
    }
  }

  @inline(__always)
  private func priceSlots(_ person: Int, _ day: Int) {
    let data = tables.people[person]
    let productivity = SIMD4(repeating: data.units(day: day))
    let role = data.isLead ? tables.problem.slotCount + FourSlots.padding : 0
    let base = day * HalfHour.perDay
    let costs = tables.slotCosts
    let corner = state.corner
    var offset = tables.firstSlot
    while offset < tables.lastSlot {
      let slot = base + offset
      let served =
        costs.costs(slot, FourSlots.load(state.units, slot) + productivity, corner) - FourSlots.load(state.cost, slot)
      let working = FourSlots.load(state.brokenByWorking, role + slot)
      FourSlots.store(served + working, change, offset)
      FourSlots.store(FourSlots.load(state.brokenByEating, role + slot) - working - served, mealChange, offset)
      offset += 4
    }
    var sum = 0.0
    prefix[tables.firstSlot] = 0
    for offset in tables.firstSlot..<tables.lastSlot {
      sum += change[offset]
      prefix[offset + 1] = sum
    }
    if data.needs != 0 { addNeeds(data.needs, base) }
  }

  /// The slots' part of a shift with its best meal, which is noted.
  @inline(__always)
  private func shiftEnergy(_ choice: Int) -> Double {
    let shift = tables.shifts[choice - 1]
    let duty = prefix[shift.to] - prefix[shift.from] + prefix[shift.secondTo] - prefix[shift.secondFrom]
    guard shift.mealFrom <= shift.mealTo else {
      meal[choice] = RosterAssignment.noMeal
      return duty
    }
    var best = Double.infinity
    var start = shift.mealFrom
    for at in shift.mealFrom...shift.mealTo {
      var change = mealChange[at]
      if shift.mealLength > 1 {
        for next in (at + 1)..<(at + shift.mealLength) { change += mealChange[next] }
      }
      if change < best {
        best = change
        start = at
      }
    }
    meal[choice] = UInt8(start)
    return duty + best
  }
}
