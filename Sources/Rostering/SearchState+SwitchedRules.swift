internal import Vocabulary

/// The search's part in the rules a planner has switched on. Nothing here is reached where they are off.
extension SearchState {
  /// Counts a person on duty for the minimums they count for.
  func countNeeds(_ needs: UInt64, _ base: Int, _ shift: FlatShift, _ meal: UInt8, _ count: Int32) {
    let slots = tables.problem.slotCount
    for need in 0..<tables.needCount where needs & (1 << UInt64(need)) != 0 {
      let row = present + need * slots + base
      for slot in shift.from..<shift.to { row[slot] += count }
      for slot in shift.secondFrom..<shift.secondTo { row[slot] += count }
      guard meal != RosterAssignment.noMeal else { continue }
      for slot in Int(meal)..<(Int(meal) + shift.mealLength) { row[slot] -= count }
    }
  }

  /// What one more person counting for a need saves in a slot, in yuan.
  @inline(__always)
  func gain(_ need: Int, _ slot: Int) -> Double {
    let at = need * tables.problem.slotCount + slot
    guard present[at] < tables.needsLeast[at] else { return 0 }
    return tables.problem.needs.needs[need].weight ?? slotViolation
  }

  /// Minimums of the floor, people working on a day, and pairs: all yuan, and those of broken hard rules among them.
  func switchedTotals() -> (yuan: Double, broken: Double) {
    let rules = tables.problem.dayRules
    var yuan = 0.0
    var broken = 0.0
    func add(_ units: Int, _ weight: Double?) {
      yuan += Double(units) * (weight ?? slotViolation)
      if weight == nil { broken += Double(units) * slotViolation }
    }
    for (number, need) in tables.problem.needs.needs.enumerated() {
      let row = present + number * need.least.count
      for slot in need.least.indices { add(Int(max(0, need.least[slot] - row[slot])), need.weight) }
    }
    for limit in rules.attendance {
      for day in 0..<tables.days { add(limit.units(day, working: Int(working[day])), limit.weight) }
    }
    for pair in rules.pairs {
      for day in pair.days where pair.isBroken(choice(pair.first, day), choice(pair.second, day)) {
        add(1, rules.pairWeight)
      }
    }
    return (yuan, broken)
  }

  @inline(__always)
  func choice(_ person: Int, _ day: Int) -> Int { Int(choices[person * tables.days + day]) }
}

extension SearchTables {
  func hasPairs(_ person: Int, _ other: Int) -> Bool {
    hasDayRules && (problem.dayRules.hasPairs(person) || problem.dayRules.hasPairs(other))
  }
}

extension CellPricing {
  /// Adds what each kind of shift on the cell makes of the person's sequence to the month's costs.
  @inline(__always)
  func addSequence(_ sequence: SequenceRules, _ person: Int, _ day: Int) {
    for rule in 0..<sequence.ruleCount {
      measure(sequence, rule, person, day)
      for kind in 0..<tables.kindCount {
        month[kind] += sequence.cost(rule, person, measured[kind], hard: state.slotViolation)
      }
    }
  }

  /// What a rule measures with each kind of shift on a cell that is off, into `measured`.
  @inline(__always)
  func measure(_ sequence: SequenceRules, _ rule: Int, _ person: Int, _ day: Int) {
    let row = state.choices + person * tables.days
    let base = rule * sequence.choiceCount
    for symbol in 0..<sequence.symbolCounts[rule] {
      row[day] = sequence.symbolChoices[base + symbol]
      let value = sequence.measure(rule, person, row)
      for kind in 0..<tables.kindCount where sequence.symbols[base + Int(tables.kindChoices[kind])] == symbol {
        measured[kind] = value
      }
    }
    row[day] = 0
  }

  /// Adds what the person on duty, and eating, saves of the floor's minimums.
  @inline(__always)
  func addNeeds(_ needs: UInt64, _ base: Int) {
    var sum = 0.0
    for offset in tables.firstSlot..<tables.lastSlot {
      for need in 0..<tables.needCount where needs & (1 << UInt64(need)) != 0 {
        let gain = state.gain(need, base + offset)
        sum -= gain
        mealChange[offset] += gain
      }
      prefix[offset + 1] += sum
    }
  }

  /// Adds the rules between people on the day.
  @inline(__always)
  func addDayRules(_ person: Int, _ day: Int) {
    let rules = tables.problem.dayRules
    let working = Int(state.working[day])
    for limit in rules.attendance {
      let change = limit.units(day, working: working + 1) - limit.units(day, working: working)
      let yuan = Double(change) * (limit.weight ?? state.slotViolation)
      for choice in 1..<tables.choices { energy[choice] += yuan }
    }
    guard rules.hasPairs(person) else { return }
    for index in rules.pairsOfPerson[person] where rules.pairs[index].days.contains(day) {
      let pair = rules.pairs[index]
      let partner = state.choice(pair.partner(of: person), day)
      let yuan = rules.pairWeight ?? state.slotViolation
      for choice in 0..<tables.choices where pair.isBroken(choice, partner) { energy[choice] += yuan }
    }
  }
}
