internal import Parallel
internal import Vocabulary

/// What the half-hours and the people would do at given prices, and how far that is from fitting together.
struct PriceAnswer {
  /// Yuan.
  var bound: Double
  /// A supergradient of the bound at [coverage, seat, lead, extra… × slots + slot]: staffing wanted less what people put
  /// there, seats taken less those there are, people to be led less those that the leads can lead, and people of a kind
  /// wanted less those who are there.
  var imbalance: [Double]
}

extension LowerBound {
  /// The bound at prices, with the people's own prices as they are; of a sample it is an estimate.
  func respond(_ slots: SlotPrices, _ people: [PersonPrices], of sample: PeopleSample) -> PriceAnswer {
    let slots = slots.withoutFixedDays(of: problem)
    let table = ShiftPriceTable(problem, slots, kinds)
    let chunk = 16
    let problem = problem
    let rows = sample.rows
    let answers = ParallelTasks.map(count: (rows.count + chunk - 1) / chunk, threads: threads) { part in
      let solver = PersonBound(problem)
      return rows[(part * chunk)..<min(rows.count, (part + 1) * chunk)].map { row in
        let prices = table.prices(of: row)
        let value = solver.minimum(row, prices: people[row], shiftPrices: prices)
        return (value: value, month: solver.month(row, prices: people[row], shiftPrices: prices))
      }
    }.flatMap { $0 }
    let leasts = leasts(slots)
    return PriceAnswer(
      bound: total(leasts, zip(answers, sample.weights).map { $0.value * $1 }),
      imbalance: imbalance(leasts, extras: slots.extra.count, table, answers.map(\.month), of: sample))
  }

  private func imbalance(
    _ leasts: [SlotLeast], extras: Int, _ table: ShiftPriceTable, _ months: [[UInt8]], of sample: PeopleSample
  ) -> [Double] {
    let count = problem.slotCount
    let span = Int(problem.limits.leadSpan)
    var result = [Double](repeating: 0, count: (3 + extras) * count)
    for slot in 0..<count where !problem.isFixed(slot) {
      let carried = Int(problem.carriedStaff[slot] + problem.carriedLeads[slot])
      result[count + slot] = Double(carried - Int(problem.seats[slot]))
      // Without R11 nobody has to be led.
      if span > 0 {
        result[2 * count + slot] = Double(Int(problem.carriedStaff[slot]) - span * Int(problem.carriedLeads[slot]))
      }
      guard problem.isCounted[slot] else { continue }
      result[slot] = leasts[slot].units / CoverageUnits.perAgent
      for kind in 0..<extras { result[(3 + kind) * count + slot] = Double(leasts[slot].counts[kind + 1]) }
    }
    for (index, month) in months.enumerated() {
      let row = sample.rows[index]
      let weight = sample.weights[index]
      let person = problem.people[row]
      for (day, choice) in month.enumerated() where choice > 0 {
        let shift = problem.shifts[Int(choice) - 1]
        let base = day * HalfHour.perDay
        let productivity = weight * person.units(day: day) / CoverageUnits.perAgent
        let kind = extras > 0 ? kinds?.kind(of: person.units(day: day)) ?? 0 : 0
        for part in shift.duty {
          for slot in (base + part.lowerBound)..<(base + part.upperBound) where !problem.isFixed(slot) {
            if problem.isCounted[slot] {
              result[slot] -= productivity
              if kind > 0 { result[(2 + kind) * count + slot] -= weight }
            }
            result[count + slot] += weight
            if span > 0 { result[2 * count + slot] += person.isLead ? -weight * Double(span) : weight }
          }
        }
        guard let meal = table.meal(of: row, day: day, shift: Int(choice) - 1) else { continue }
        for slot in (base + meal)..<(base + meal + shift.mealHalfHours) where !problem.isFixed(slot) {
          if problem.isCounted[slot] {
            result[slot] += productivity
            if kind > 0 { result[(2 + kind) * count + slot] += weight }
          }
          if !problem.limits.seatHeldDuringMeal { result[count + slot] -= weight }
        }
      }
    }
    return result
  }
}

extension RosterProblem {
  /// Whether the staffing of a slot is settled, in a month that is planned anew.
  func isFixed(_ slot: Int) -> Bool { slot < kept?.fixedUnits.count ?? 0 }
}
