internal import Vocabulary

extension SearchTables {
  /// Yuan of a person's monthly totals: pay, minimum hours, balance, late nights, a weekend off; broken R5 (minimum hours)
  /// and R6 at the price of a violation. `forbidden` where R5's maximum or R7 is broken.
  @inline(__always)
  func monthCost(_ person: UnsafePointer<PersonData>, _ tally: MonthTally) -> Double {
    let minutes = tally.minutes + tally.minutesAfterPromotion
    if minutes > person.pointee.maxMinutes || tally.lateNights > maxLateNights { return PairCosts.forbidden }
    let before = min(Double(tally.minutes), standardMinutes)
    let after = min(Double(tally.minutesAfterPromotion), standardMinutes - before)
    var cost =
      before * person.pointee.rate + after * person.pointee.rateAfterPromotion
      + (Double(minutes) - before - after) * person.pointee.overtimeRate
    let short = person.pointee.minMinutes - Double(minutes)
    if short > 1e-6 { cost += short * (minHoursHard ? shortMinute + brokenMinute : shortMinute) }
    if person.pointee.isBalanced {
      let difference = abs(tally.classA - tally.classB)
      cost += Double(difference) * imbalance
      if difference > balanceTolerance { cost += Double(difference - balanceTolerance) * violation }
    }
    if person.pointee.owesLateNight && tally.lateNights < minLateNights {
      cost += Double(minLateNights - tally.lateNights) * lateNightMissing
    }
    if person.pointee.wantsWeekend && tally.pairsOff == 0 { cost += noWeekendOff }
    return cost
  }

  /// The tally with one more shift of a kind on a day that is off now; kind 0 leaves it as it is.
  @inline(__always)
  func tally(
    _ tally: MonthTally, adding kind: Int, _ person: UnsafePointer<PersonData>, day: Int, losesWeekend: Bool
  ) -> MonthTally {
    guard let shift = kindShifts[kind] else { return tally }
    var result = tally
    result.add(shift, sign: 1, afterPromotion: day >= person.pointee.promotionDay)
    if losesWeekend { result.pairsOff -= 1 }
    return result
  }
}

extension SearchState {
  /// Whether working on a day that is off would end a Saturday–Sunday pair off.
  @inline(__always)
  func losesWeekend(_ person: Int, _ day: Int) -> Bool {
    let partner = tables.weekendPartner[day]
    return partner >= 0 && choices[person * tables.days + partner] == 0
  }

  /// The person's own cost from scratch: totals, pairs of days, wishes. `forbidden` where R2, R3, R4, R5 or R7 is broken.
  func ownCost(_ person: Int) -> Double {
    let row = choices + person * tables.days
    let data = UnsafePointer(tables.people + person)
    var tally = MonthTally(pairsOff: 0)
    var cost = 0.0
    var run = data.pointee.tailRun
    for day in 0..<tables.days {
      let choice = Int(row[day])
      let cell = person * tables.days + day
      let wishes = tables.wishRow[cell]
      if wishes >= 0 { cost += tables.wishCosts[Int(wishes) * tables.choices + choice] }
      if choice == 0 {
        if !tables.isAllowed[cell * tables.choices] { return PairCosts.forbidden }
        run = 0
        if tables.weekendPartner[day] == day + 1 && row[day + 1] == 0 { tally.pairsOff += 1 }
        continue
      }
      if let kept = tables.keptChoices, Int(kept[cell]) == choice, let keptMeals = tables.keptMeals,
        keptMeals[cell] != meals[cell]
      {
        cost += tables.changedDay
      }
      run += 1
      if run > tables.maxConsecutiveDays || !tables.isAllowed[cell * tables.choices + choice] {
        return PairCosts.forbidden
      }
      tally.add(tables.shifts[choice - 1], sign: 1, afterPromotion: day >= data.pointee.promotionDay)
      if day + 1 < tables.days { cost += tables.nextDay[choice * tables.choices + Int(row[day + 1])] }
      if day + 2 < tables.days { cost += tables.dayAfterNext[choice * tables.choices + Int(row[day + 2])] }
    }
    if cost >= PairCosts.forbidden || tally.workDays > data.pointee.maxWorkDays { return PairCosts.forbidden }
    if let sequence = tables.sequence { cost += sequence.cost(person, row, hard: slotViolation) }
    return cost + tables.monthCost(data, tally)
  }

  /// The whole objective, corners sharp, and the yuan of broken rules in it.
  func total() -> (objective: Double, broken: Double) {
    var objective = 0.0
    var broken = 0.0
    for slot in 0..<tables.problem.slotCount {
      objective += tables.slotCosts.cost(slot, units[slot] + shift[slot])
      broken += brokenRules(slot)
    }
    objective += broken
    for person in 0..<tables.problem.people.count {
      objective += ownCost(person)
      broken += brokenInMonth(person)
    }
    let between = switchedTotals()
    return (objective + between.yuan, broken + between.broken)
  }

  /// R6, hard minimum hours and hard rules on sequences, which the search prices instead of forbidding.
  private func brokenInMonth(_ person: Int) -> Double {
    let data = tables.people[person]
    let tally = tallies[person]
    var broken = 0.0
    if data.isBalanced {
      broken += Double(max(0, abs(tally.classA - tally.classB) - tables.balanceTolerance)) * tables.violation
    }
    let short = data.minMinutes - Double(tally.minutes + tally.minutesAfterPromotion)
    if tables.minHoursHard && short > 1e-6 { broken += short * tables.brokenMinute }
    if let sequence = tables.sequence {
      broken += sequence.broken(person, choices + person * tables.days) * slotViolation
    }
    return broken
  }
}
