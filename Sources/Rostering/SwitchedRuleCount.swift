internal import Vocabulary

/// Counts what goes against the switched rules in an assignment, from scratch and rule by rule.
struct SwitchedRuleCount {
  let problem: RosterProblem
  let assignment: RosterAssignment

  /// Of each rule, or entry of a rule, in the order of docs/rules.md; without the hard ones that allowed choices, pairs of
  /// days and `minOnPhone` hold already.
  func breaches() -> [(key: String, weight: Double?, units: Double)] {
    var result: [(key: String, weight: Double?, units: Double)] = []
    if let sequence = problem.sequence {
      for (rule, key) in sequence.keys.enumerated() {
        let weight = sequence.rules[rule].isHard ? nil : sequence.rules[rule].weight
        result.append((key, weight, people.reduce(0) { $0 + units(sequence, rule, $1) }))
      }
    }
    for (index, need) in problem.needs.needs.enumerated() {
      result.append((need.key, need.weight, Double(short(index))))
    }
    for limit in problem.dayRules.attendance {
      let units = (0..<problem.dayCount).reduce(0) { $0 + limit.units($1, working: working($1)) }
      result.append(("peopleOff", limit.weight, Double(units)))
    }
    if !problem.dayRules.pairs.isEmpty {
      result.append(("pairs", problem.dayRules.pairWeight, Double(problem.dayRules.pairs.reduce(0) { $0 + days($1) })))
    }
    return result
  }

  private var people: Range<Int> { problem.people.indices }

  private func choice(_ person: Int, _ day: Int) -> Int { Int(assignment.choices[problem.cell(person, day)]) }

  private func units(_ sequence: SequenceRules, _ rule: Int, _ person: Int) -> Double {
    assignment.choices.withUnsafeBufferPointer { choices in
      choices.baseAddress.map { row in
        sequence.units(rule, person, sequence.measure(rule, person, row + person * problem.dayCount))
      } ?? 0
    }
  }

  /// People missing over all half-hours.
  private func short(_ need: Int) -> Int {
    let present = problem.needs.present(need, problem, assignment)
    return zip(problem.needs.needs[need].least, present).reduce(0) { $0 + max(0, Int($1.0 - $1.1)) }
  }

  private func working(_ day: Int) -> Int { people.count { choice($0, day) > 0 } }

  private func days(_ pair: DayRules.Pair) -> Int {
    pair.days.count { pair.isBroken(choice(pair.first, $0), choice(pair.second, $0)) }
  }
}

extension FloorNeeds {
  /// People on duty and not eating who count for a need, by slot.
  func present(_ index: Int, _ problem: RosterProblem, _ assignment: RosterAssignment) -> [Int32] {
    var present = needs[index].carried
    for (row, person) in problem.people.enumerated() where person.needs & (1 << UInt64(index)) != 0 {
      for day in 0..<problem.dayCount {
        let cell = problem.cell(row, day)
        guard assignment.choices[cell] > 0 else { continue }
        let shift = problem.shifts[Int(assignment.choices[cell]) - 1]
        let meal = assignment.meal(cell).map { $0..<($0 + shift.mealHalfHours) } ?? 0..<0
        for slot in shift.duty.joined() where !meal.contains(slot) { present[day * HalfHour.perDay + slot] += 1 }
      }
    }
    return present
  }
}
