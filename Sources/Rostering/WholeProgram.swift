internal import Foundation
package import Solving
internal import Vocabulary

/// The whole month as one integer program, as docs/model.md states it: what the engine's parts add up to.
///
/// Small centres are solved with it exactly, any centre's program can be written to a file for other solvers, and the tests
/// hold the fast path against it. Columns: x person–day–shift (binary), m meal starts of alike people (integer), and
/// continuous columns for the cost terms.
package struct WholeProgram {
  typealias Term = (column: Int, coefficient: Double)

  let problem: RosterProblem
  package internal(set) var program: LinearProgram
  /// Column of a person's shift on a day, at the index of `isAllowed`; −1 where it is not allowed.
  private var work: [Int]
  private var meals: [MealKey: [Int]] = [:]
  /// People on duty and not eating who count for each of `FloorNeeds`, by slot.
  private(set) var present: [[[Term]]]

  private struct MealKey: Hashable {
    var day: Int
    var choice: Int
    var isLead: Bool
    var productivity: Double
    var needs: UInt64
  }

  /// - Parameter keepsNames: name rows and columns after the rules, for files.
  package init(_ problem: RosterProblem, keepsNames: Bool = false) {
    self.problem = problem
    program = LinearProgram(keepsNames: keepsNames)
    work = [Int](repeating: -1, count: problem.isAllowed.count)
    present = problem.needs.needs.map { _ in [[Term]](repeating: [], count: problem.slotCount) }
    var floor = FloorProgram(problem)
    addWork(&floor)
    addMeals(&floor)
    for person in problem.people.indices {
      addDays(person)
      addMonth(person)
      addSequence(person)
    }
    addDayRules()
    floor.addRows(to: &program, allSlots: true)
    addNeeds()
  }

  /// The roster a point of the program stands for.
  func assignment(_ values: [Double]) -> RosterAssignment {
    var result = RosterAssignment(empty: problem)
    var left = meals.mapValues { $0.map { Int(values[$0].rounded()) } }
    // Whoever can keep the meal of a kept roster keeps it.
    for isKeeping in problem.kept == nil ? [false] : [true, false] {
      for person in problem.people.indices {
        for day in 0..<problem.dayCount where result.choices[problem.cell(person, day)] == 0 {
          for choice in 1..<problem.choiceCount {
            let column = column(person, day, choice)
            guard column >= 0, values[column] > 0.5 else { continue }
            let key = mealKey(person, day, choice)
            let index =
              isKeeping
              ? keptMeal(person, day, choice).flatMap { (left[key]?[$0] ?? 0) > 0 ? $0 : nil }
              : left[key]?.firstIndex { $0 > 0 }
            if let index { left[key]?[index] -= 1 }
            if index == nil && isKeeping { continue }
            let meal = index.map { problem.shifts[choice - 1].mealStarts[$0] }
            result.set(problem.cell(person, day), choice: choice, meal: meal)
          }
        }
      }
    }
    return result
  }

  func column(_ person: Int, _ day: Int, _ choice: Int) -> Int {
    work[problem.cell(person, day) * problem.choiceCount + choice]
  }

  private func mealKey(_ person: Int, _ day: Int, _ choice: Int) -> MealKey {
    MealKey(
      day: day, choice: choice, isLead: problem.people[person].isLead,
      productivity: problem.people[person].units(day: day), needs: problem.people[person].needs)
  }

  /// Columns of a person's shifts on a day that satisfy a condition.
  func columns(_ person: Int, _ day: Int, where accepts: (ShiftData) -> Bool = { _ in true }) -> [Term] {
    (1..<problem.choiceCount).filter { column(person, day, $0) >= 0 && accepts(problem.shifts[$0 - 1]) }
      .map { (column(person, day, $0), 1.0) }
  }

  /// x, with pay, refused wishes and R1, R10 (only allowed choices have columns).
  private mutating func addWork(_ floor: inout FloorProgram) {
    var constant = 0.0
    for (person, data) in problem.people.enumerated() {
      for day in 0..<problem.dayCount {
        let off = problem.wishCost(person, day, choice: 0)
        constant += off
        for choice in 1..<problem.choiceCount where problem.isAllowed(person, day, choice: choice) {
          let shift = problem.shifts[choice - 1]
          let cost =
            data.rate(day: day) * Double(shift.paidMinutes) + problem.wishCost(person, day, choice: choice) - off
          let column = program.addColumn(
            cost: cost, upper: 1, integer: true, name: "x_p\(person + 1)_d\(day + 1)_s\(choice)")
          work[problem.cell(person, day) * problem.choiceCount + choice] = column
          floor.addWork(column, shift, day: day, isLead: data.isLead, productivity: data.units(day: day))
          count(column, at: Array(shift.duty.joined()), day, needs: data.needs, by: 1)
        }
        let today = columns(person, day)
        let isLocked = !problem.isAllowed(person, day, choice: 0)
        if !today.isEmpty || isLocked {
          program.addRow(lower: isLocked ? 1 : -.infinity, upper: 1, today, name: "R1_p\(person + 1)_d\(day + 1)")
        }
      }
    }
    // An objective constant is read differently by different solvers; a fixed column is not.
    if constant != 0 { program.addColumn(cost: constant, lower: 1, upper: 1, name: "constant") }
  }

  /// m: people of one kind on a shift share its meals.
  private mutating func addMeals(_ floor: inout FloorProgram) {
    for day in 0..<problem.dayCount {
      for choice in 1..<problem.choiceCount where !problem.shifts[choice - 1].mealStarts.isEmpty {
        let shift = problem.shifts[choice - 1]
        var eaters: [(key: MealKey, terms: [Term])] = []
        for person in problem.people.indices where column(person, day, choice) >= 0 {
          let key = mealKey(person, day, choice)
          let term = (column: column(person, day, choice), coefficient: -1.0)
          if let known = eaters.firstIndex(where: { $0.key == key }) {
            eaters[known].terms.append(term)
          } else {
            eaters.append((key, [term]))
          }
        }
        for (number, group) in eaters.enumerated() {
          let columns = shift.mealStarts.map { start in
            let column = program.addColumn(
              cost: 0, upper: Double(group.terms.count), integer: true,
              name: "m_k\(number + 1)_d\(day + 1)_s\(choice)_t\(start)")
            floor.addMeal(column, shift, day: day, start: start, productivity: group.key.productivity)
            count(column, at: Array(start..<(start + shift.mealHalfHours)), day, needs: group.key.needs, by: -1)
            return column
          }
          meals[group.key] = columns
          addKeptMeals(eaters: group.terms.map(\.column), columns, day, choice)
          program.addRow(
            lower: 0, upper: 0, group.terms + columns.map { ($0, 1.0) },
            name: "meal_k\(number + 1)_d\(day + 1)_s\(choice)")
        }
      }
    }
  }

  private mutating func count(_ column: Int, at slots: [Int], _ day: Int, needs: UInt64, by coefficient: Double) {
    for need in present.indices where needs & (1 << UInt64(need)) != 0 {
      for slot in slots { present[need][day * HalfHour.perDay + slot].append((column, coefficient)) }
    }
  }

  /// R2, R3, R4 and the terms of R12 on neighbouring days.
  private mutating func addDays(_ person: Int) {
    let data = problem.people[person]
    let name = "p\(person + 1)"
    for day in 0..<problem.dayCount {
      for choice in 1..<problem.choiceCount where column(person, day, choice) >= 0 {
        addFollowers(person, day, choice)
      }
    }
    let longest = problem.limits.maxConsecutiveDays
    for first in 0..<max(0, problem.dayCount - longest) {
      let terms = (first...(first + longest)).flatMap { columns(person, $0) }
      program.addRow(upper: Double(longest), terms, name: "R3_\(name)_d\(first + 1)")
    }
    let rest = max(0, longest - data.tailRun)
    if data.tailRun > 0 && rest < problem.dayCount {
      let terms = (0...rest).flatMap { columns(person, $0) }
      program.addRow(upper: Double(rest), terms, name: "R3_\(name)_tail")
    }
    let all = (0..<problem.dayCount).flatMap { columns(person, $0) }
    program.addRow(upper: Double(max(0, data.maxWorkDays)), all, name: "R4_\(name)")
  }

  /// What may not, or should not, follow a shift.
  private mutating func addFollowers(_ person: Int, _ day: Int, _ choice: Int) {
    let weights = problem.centre.rules.weights
    let start = problem.shifts[choice - 1].startMinute
    let from = (column: column(person, day, choice), coefficient: 1.0)
    let name = "p\(person + 1)_d\(day + 1)_s\(choice)"
    for (gap, table) in [(1, problem.pairs.nextDay), (2, problem.pairs.dayAfterNext)] where day + gap < problem.dayCount
    {
      let barred = (1..<problem.choiceCount).filter {
        table[choice * problem.choiceCount + $0] >= PairCosts.forbidden && column(person, day + gap, $0) >= 0
      }
      guard !barred.isEmpty else { continue }
      program.addRow(upper: 1, [from] + barred.map { (column(person, day + gap, $0), 1.0) }, name: "R2_\(name)_\(gap)")
    }
    guard day + 1 < problem.dayCount else { return }
    let changes = columns(person, day + 1) { abs($0.startMinute - start) > 60 }
    if !changes.isEmpty && weights.startChange > 0 {
      let change = program.addColumn(cost: weights.startChange.doubleValue, name: "startChange_\(name)")
      program.addRow(upper: 1, [from, (change, -1)] + changes, name: "R12_change_\(name)")
    }
    let backward = columns(person, day + 1) { $0.startMinute - start <= -120 }
    if !backward.isEmpty && weights.backward > 0 {
      let column = program.addColumn(cost: weights.backward.doubleValue, name: "backward_\(name)")
      program.addRow(upper: 1, [from, (column, -1)] + backward, name: "R12_backward_\(name)")
    }
  }

  /// R5, R6, R7 and the month's terms.
  private mutating func addMonth(_ person: Int) {
    let data = problem.people[person]
    let costs = problem.costs
    let name = "p\(person + 1)"
    var minutes: [Term] = []
    var before: [Term] = []
    var balance: [Term] = []
    var lateNights: [Term] = []
    for day in 0..<problem.dayCount {
      for choice in 1..<problem.choiceCount where column(person, day, choice) >= 0 {
        let shift = problem.shifts[choice - 1]
        let at = column(person, day, choice)
        minutes.append((at, Double(shift.paidMinutes)))
        if day < data.promotionDay { before.append((at, Double(shift.paidMinutes))) }
        if shift.isClassA { balance.append((at, 1)) }
        if shift.isClassB { balance.append((at, -1)) }
        if shift.isLateNight { lateNights.append((at, 1)) }
      }
    }
    program.addRow(upper: Double(data.maxMinutes), minutes, name: "R5_\(name)")
    let short = program.addColumn(
      cost: costs.shortHour / 60, upper: problem.limits.minHoursHard ? 0 : .infinity, name: "short_\(name)")
    program.addRow(lower: data.minMinutes, minutes + [(short, 1)], name: "minHours_\(name)")
    addOvertime(data, minutes, before, name)
    if data.isBalanced {
      let difference = program.addColumn(
        cost: costs.imbalance, upper: Double(problem.limits.balanceTolerance), name: "imbalance_\(name)")
      program.addRow(upper: 0, balance + [(difference, -1)], name: "R6_\(name)_A")
      program.addRow(lower: 0, balance + [(difference, 1)], name: "R6_\(name)_B")
    }
    program.addRow(upper: Double(problem.limits.maxLateNights), lateNights, name: "R7_\(name)")
    if data.owesLateNight && problem.limits.minLateNights > 0 {
      let missing = program.addColumn(cost: costs.lateNightMissing, name: "lateNightMissing_\(name)")
      program.addRow(
        lower: Double(problem.limits.minLateNights), lateNights + [(missing, 1)], name: "R7_\(name)_min")
    }
    addWeekend(person, name)
  }

  /// Hours above the contract's month cost the overtime price instead of the regular one.
  private mutating func addOvertime(_ data: PersonData, _ minutes: [Term], _ before: [Term], _ name: String) {
    let standard = problem.costs.standardMinutes
    let most = Double(data.maxMinutes)
    guard most > standard else { return }
    // The part of the overtime before a promotion displaces the lower pay.
    let isPromoted = data.promotionDay < problem.dayCount && data.promotionDay > 0
    let premium = data.overtimeRate - data.rateAfterPromotion
    let overtime = program.addColumn(cost: premium, upper: most - standard, name: "overtime_\(name)")
    var terms = [Term(overtime, -1)]
    if isPromoted {
      let early = program.addColumn(cost: data.overtimeRate - data.rate, upper: most - standard, name: "early_\(name)")
      program.addRow(upper: standard, before + [(early, -1)], name: "overtime_\(name)_before")
      terms.append((early, -1))
    }
    program.addRow(upper: standard, minutes + terms, name: "overtime_\(name)")
    if premium < 0 {
      // Overtime cheaper than regular hours would be taken before it is worked.
      let worked = program.addColumn(cost: 0, upper: 1, integer: true, name: "overtimeWorked_\(name)")
      program.addRow(upper: 0, [(overtime, 1), (worked, standard - most)], name: "overtime_\(name)_only")
      program.addRow(lower: 0, minutes + [(overtime, -1), (worked, -standard)], name: "overtime_\(name)_after")
    }
  }

  /// R12: a Saturday and Sunday off.
  private mutating func addWeekend(_ person: Int, _ name: String) {
    guard problem.people[person].wantsWeekend, problem.costs.noWeekendOff > 0 else { return }
    let none = program.addColumn(cost: problem.costs.noWeekendOff, upper: 1, name: "noWeekend_\(name)")
    var terms = [Term(none, 1)]
    for (number, weekend) in problem.weekends.enumerated() {
      let off = program.addColumn(cost: 0, upper: 1, name: "weekend_\(name)_\(number + 1)")
      terms.append((off, 1))
      for day in [weekend.saturday, weekend.sunday] {
        program.addRow(upper: 1, columns(person, day) + [(off, 1)], name: "weekend_\(name)_d\(day + 1)")
      }
    }
    program.addRow(lower: 1, terms, name: "R12_weekend_\(name)")
  }
}
