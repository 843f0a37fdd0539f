internal import Solving
internal import Vocabulary

/// Rows that keep the switched rules on a day's floor no worse than they are: `minStaff` with a weight, `skillNeeds`,
/// `peopleOff`. Nothing is added where they are off.
struct SwitchedRows {
  private typealias Term = (column: Int, coefficient: Double)

  private let problem: RosterProblem
  private let day: Int
  /// People who count for each need, by slot, and those of them whom no column counts.
  private var present: [[Int32]]
  private var base: [[Int32]]
  private var terms: [[[Term]]]
  private var working: Int
  private var baseWorking: Int
  private var workTerms: [Term] = []

  init(_ problem: RosterProblem, _ assignment: RosterAssignment, day: Int) {
    self.problem = problem
    self.day = day
    present = problem.needs.needs.indices.map { problem.needs.present($0, problem, assignment) }
    base = present
    terms = present.map { _ in [[Term]](repeating: [], count: problem.slotCount) }
    working = problem.people.indices.count { assignment.choices[problem.cell($0, day)] > 0 }
    baseWorking = working
  }

  /// Takes a person's day from what is fixed.
  mutating func release(_ person: Int, _ assignment: RosterAssignment) {
    let cell = problem.cell(person, day)
    guard assignment.choices[cell] > 0 else { return }
    baseWorking -= 1
    let shift = problem.shifts[Int(assignment.choices[cell]) - 1]
    for need in needs(problem.people[person].needs) {
      for slot in shift.duty.joined() { base[need][day * HalfHour.perDay + slot] -= 1 }
    }
    if let meal = assignment.meal(cell) { releaseMeal(person, shift, meal: meal) }
  }

  /// Sends somebody who eats back to the phone.
  mutating func releaseMeal(_ person: Int, _ shift: ShiftData, meal: Int) {
    for need in needs(problem.people[person].needs) {
      for slot in meal..<(meal + shift.mealHalfHours) { base[need][day * HalfHour.perDay + slot] += 1 }
    }
  }

  /// A column counts people who count for some needs on a shift.
  mutating func addWork(_ column: Int, _ shift: ShiftData, needs mask: UInt64) {
    workTerms.append((column, 1))
    for need in needs(mask) {
      for slot in shift.duty.joined() { terms[need][day * HalfHour.perDay + slot].append((column, 1)) }
    }
  }

  /// A column counts such people who start their meal at a slot.
  mutating func addMeal(_ column: Int, _ shift: ShiftData, start: Int, needs mask: UInt64) {
    for need in needs(mask) {
      for slot in start..<(start + shift.mealHalfHours) {
        terms[need][day * HalfHour.perDay + slot].append((column, -1))
      }
    }
  }

  func addRows(to program: inout LinearProgram) {
    for (index, need) in problem.needs.needs.enumerated() {
      for slot in 0..<problem.slotCount where need.least[slot] > 0 && !terms[index][slot].isEmpty {
        let least = min(need.least[slot], present[index][slot])
        program.addRow(lower: Double(least - base[index][slot]), terms[index][slot])
      }
    }
    guard !problem.dayRules.attendance.isEmpty, !workTerms.isEmpty else { return }
    let least = problem.dayRules.attendance.map { $0.least[day] }.max() ?? 0
    let most = problem.dayRules.attendance.map { $0.most[day] }.min() ?? 0
    program.addRow(
      lower: Double(min(least, working) - baseWorking), upper: Double(max(most, working) - baseWorking), workTerms)
  }

  private func needs(_ mask: UInt64) -> [Int] {
    mask == 0 ? [] : problem.needs.needs.indices.filter { mask & (1 << UInt64($0)) != 0 }
  }
}
