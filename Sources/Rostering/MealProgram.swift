internal import Solving
internal import Vocabulary

/// All meals of a day at once, exactly: shifts stay, meal starts are chosen by an integer program on GLPK.
///
/// People of one role and productivity on one shift are interchangeable, so the program counts them. The present meals are
/// its incumbent, so it never makes the roster worse.
struct MealProgram {
  let problem: RosterProblem
  let nodeLimit: Int
  let isCancelled: @Sendable () -> Bool

  /// A kind of people on a shift who eat.
  private struct Eaters {
    var choice: Int
    var isLead: Bool
    var productivity: Double
    var needs: UInt64
    var people: [Int]
    var columns: [Int] = []
  }

  /// - Returns: the assignment with the day's meals replaced, or nil where GLPK found nothing better.
  func improve(_ assignment: RosterAssignment, day: Int) throws(SolverError) -> RosterAssignment? {
    var eaters = gather(assignment, day)
    guard !eaters.isEmpty else { return nil }
    var floor = FloorProgram(problem)
    floor.fix(FloorCount(problem: problem, assignment: assignment))
    var switched = SwitchedRows(problem, assignment, day: day)
    var program = LinearProgram()
    for index in eaters.indices {
      let shift = problem.shifts[eaters[index].choice - 1]
      for person in eaters[index].people {
        guard let meal = assignment.meal(problem.cell(person, day)) else { continue }
        floor.releaseMeal(shift, day: day, meal: meal, productivity: eaters[index].productivity)
        switched.releaseMeal(person, shift, meal: meal)
      }
      for start in shift.mealStarts {
        let column = program.addColumn(cost: 0, upper: Double(eaters[index].people.count), integer: true)
        floor.addMeal(column, shift, day: day, start: start, productivity: eaters[index].productivity)
        switched.addMeal(column, shift, start: start, needs: eaters[index].needs)
        eaters[index].columns.append(column)
      }
      let count = Double(eaters[index].people.count)
      program.addRow(lower: count, upper: count, eaters[index].columns.map { ($0, 1.0) })
    }
    floor.addRows(to: &program, allSlots: false)
    switched.addRows(to: &program)
    var options = SolverOptions()
    options.nodeLimit = nodeLimit
    options.iterationLimit = 20_000
    options.isCancelled = isCancelled
    options.incumbent = incumbent(eaters, assignment, day, floor, program)
    let outcome = try GLPKSolver.solve(program, options: options)
    guard !outcome.values.isEmpty else { return nil }
    return place(eaters, outcome.values, assignment, day)
  }

  /// The present meals as a point of the program.
  private func incumbent(
    _ eaters: [Eaters], _ assignment: RosterAssignment, _ day: Int, _ floor: FloorProgram, _ program: LinearProgram
  ) -> [Double] {
    var point = [Double](repeating: 0, count: program.columnCount)
    for group in eaters {
      let starts = problem.shifts[group.choice - 1].mealStarts
      for person in group.people {
        let meal = assignment.meal(problem.cell(person, day))
        if let index = starts.firstIndex(where: { $0 == meal }) { point[group.columns[index]] += 1 }
      }
    }
    floor.completeSlack(&point)
    return point
  }

  private func gather(_ assignment: RosterAssignment, _ day: Int) -> [Eaters] {
    var result: [Eaters] = []
    for (row, person) in problem.people.enumerated() {
      let choice = Int(assignment.choices[problem.cell(row, day)])
      guard choice > 0, !problem.shifts[choice - 1].mealStarts.isEmpty else { continue }
      let productivity = person.units(day: day)
      if let index = result.firstIndex(where: {
        $0.choice == choice && $0.isLead == person.isLead && $0.productivity == productivity
          && $0.needs == person.needs
      }) {
        result[index].people.append(row)
      } else {
        result.append(
          Eaters(
            choice: choice, isLead: person.isLead, productivity: productivity, needs: person.needs, people: [row]))
      }
    }
    return result
  }

  private func place(
    _ eaters: [Eaters], _ values: [Double], _ assignment: RosterAssignment, _ day: Int
  ) -> RosterAssignment {
    var result = assignment
    for group in eaters {
      let starts = problem.shifts[group.choice - 1].mealStarts
      var left = group.columns.map { Int(values[$0].rounded()) }
      var waiting: [Int] = []
      // Whoever can keep the present meal keeps it.
      for person in group.people {
        let meal = assignment.meal(problem.cell(person, day))
        if let index = starts.firstIndex(where: { $0 == meal }), left[index] > 0 {
          left[index] -= 1
        } else {
          waiting.append(person)
        }
      }
      for person in waiting {
        guard let index = left.firstIndex(where: { $0 > 0 }) else { break }
        left[index] -= 1
        result.set(problem.cell(person, day), choice: group.choice, meal: starts[index])
      }
    }
    return result
  }
}
