internal import Solving
internal import Vocabulary

/// One day for everybody, exactly: who works, on which shift, with which meal, all other days staying as they are.
///
/// People whose choices cost the same are counted together; the integer program runs on GLPK with the present day as its
/// incumbent. Choices that are far dearer than the present one are left out, which makes it a large neighbourhood rather
/// than the whole day.
struct DayProgram {
  let tables: SearchTables
  let nodeLimit: Int
  /// Yuan above the present choice at which a choice is left out.
  let reach: Double
  let isCancelled: @Sendable () -> Bool

  private var problem: RosterProblem { tables.problem }

  /// People with the same role, productivity and costs.
  private struct Alike {
    var isLead: Bool
    var productivity: Double
    var needs: UInt64
    var choices: [Int]
    var costs: [Double]
    var people: [Int]
    var columns: [Int] = []
  }

  private struct MealKey: Hashable, Comparable {
    var choice: Int
    var isLead: Bool
    var productivity: Double
    var needs: UInt64

    static func < (left: MealKey, right: MealKey) -> Bool {
      (left.choice, left.isLead ? 1 : 0, left.productivity, left.needs)
        < (right.choice, right.isLead ? 1 : 0, right.productivity, right.needs)
    }
  }

  /// - Returns: the assignment with the day replaced, or nil where GLPK found nothing.
  func improve(_ assignment: RosterAssignment, day: Int) throws(SolverError) -> RosterAssignment? {
    var groups = gather(assignment, day)
    guard !groups.isEmpty else { return nil }
    var floor = FloorProgram(problem)
    floor.fix(FloorCount(problem: problem, assignment: assignment))
    var switched = SwitchedRows(problem, assignment, day: day)
    var program = LinearProgram()
    var eaters: [MealKey: [(column: Int, coefficient: Double)]] = [:]
    for index in groups.indices {
      let group = groups[index]
      for person in group.people {
        release(person, day, assignment, &floor)
        switched.release(person, assignment)
      }
      for (choice, cost) in zip(group.choices, group.costs) {
        let column = program.addColumn(cost: cost, upper: Double(group.people.count), integer: true)
        groups[index].columns.append(column)
        guard choice > 0 else { continue }
        let shift = problem.shifts[choice - 1]
        floor.addWork(column, shift, day: day, isLead: group.isLead, productivity: group.productivity)
        switched.addWork(column, shift, needs: group.needs)
        if !shift.mealStarts.isEmpty {
          let key = MealKey(
            choice: choice, isLead: group.isLead, productivity: group.productivity, needs: group.needs)
          eaters[key, default: []].append((column, -1))
        }
      }
      let count = Double(group.people.count)
      program.addRow(lower: count, upper: count, groups[index].columns.map { ($0, 1.0) })
    }
    var meals: [MealKey: [Int]] = [:]
    for key in eaters.keys.sorted() {
      let shift = problem.shifts[key.choice - 1]
      let columns = shift.mealStarts.map { start in
        let column = program.addColumn(cost: 0, integer: true)
        floor.addMeal(column, shift, day: day, start: start, productivity: key.productivity)
        switched.addMeal(column, shift, start: start, needs: key.needs)
        return column
      }
      meals[key] = columns
      program.addRow(lower: 0, upper: 0, (eaters[key] ?? []) + columns.map { ($0, 1.0) })
    }
    floor.addRows(to: &program, allSlots: false)
    switched.addRows(to: &program)
    var options = SolverOptions()
    options.nodeLimit = nodeLimit
    options.iterationLimit = 50_000
    options.isCancelled = isCancelled
    options.incumbent = incumbent(groups, meals, assignment, day, floor, program)
    let outcome = try GLPKSolver.solve(program, options: options)
    guard !outcome.values.isEmpty else { return nil }
    return place(groups, meals, outcome.values, assignment, day)
  }

  /// The present day as a point of the program.
  private func incumbent(
    _ groups: [Alike], _ meals: [MealKey: [Int]], _ assignment: RosterAssignment, _ day: Int, _ floor: FloorProgram,
    _ program: LinearProgram
  ) -> [Double] {
    var point = [Double](repeating: 0, count: program.columnCount)
    for group in groups {
      for person in group.people {
        let cell = problem.cell(person, day)
        let present = Int(assignment.choices[cell])
        guard let at = group.choices.firstIndex(of: present) else { continue }
        point[group.columns[at]] += 1
        let key = MealKey(
          choice: present, isLead: group.isLead, productivity: group.productivity, needs: group.needs)
        guard let meal = assignment.meal(cell), let columns = meals[key],
          let start = problem.shifts[present - 1].mealStarts.firstIndex(of: meal)
        else { continue }
        point[columns[start]] += 1
      }
    }
    floor.completeSlack(&point)
    return point
  }

  private func release(_ person: Int, _ day: Int, _ assignment: RosterAssignment, _ floor: inout FloorProgram) {
    let cell = problem.cell(person, day)
    let choice = Int(assignment.choices[cell])
    guard choice > 0 else { return }
    let data = problem.people[person]
    floor.release(
      problem.shifts[choice - 1], day: day, meal: assignment.meal(cell), isLead: data.isLead,
      productivity: data.units(day: day))
  }

  /// The choices worth looking at and their own costs, person by person, gathered where they are alike.
  private func gather(_ assignment: RosterAssignment, _ day: Int) -> [Alike] {
    let state = SearchState(tables, from: assignment)
    let pricing = CellPricing(state)
    defer { pricing.deallocate() }
    var result: [Alike] = []
    var index: [[Double]: Int] = [:]
    // People tied to others by a pair stay as they are.
    for person in problem.people.indices
    where tables.isWorkable[problem.cell(person, day)] && !problem.dayRules.hasPairs(person) {
      let (present, meal) = state.takeOut(person, day)
      pricing.price(person, day)
      pricing.addMonth(person, day)
      state.put(person, day, choice: present, meal: meal)
      let limit = pricing.energy[present] + reach
      let choices = (0..<tables.choices).filter { $0 == present || pricing.energy[$0] <= limit }
      guard choices.count > 1 else { continue }
      let data = problem.people[person]
      let costs = choices.map { pricing.own[$0] - pricing.own[choices[0]] }
      let key =
        [data.isLead ? 1 : 0, data.units(day: day), Double(data.needs)] + choices.map(Double.init)
        + costs.map { ($0 * 1e6).rounded() / 1e6 }
      if let known = index[key] {
        result[known].people.append(person)
      } else {
        index[key] = result.count
        result.append(
          Alike(
            isLead: data.isLead, productivity: data.units(day: day), needs: data.needs, choices: choices, costs: costs,
            people: [person]))
      }
    }
    return result
  }

  private func place(
    _ groups: [Alike], _ meals: [MealKey: [Int]], _ values: [Double], _ assignment: RosterAssignment, _ day: Int
  ) -> RosterAssignment {
    var result = assignment
    var starts: [MealKey: [Int]] = [:]
    for (key, columns) in meals {
      let shift = problem.shifts[key.choice - 1]
      starts[key] = zip(shift.mealStarts, columns).flatMap {
        [Int](repeating: $0, count: max(0, Int(values[$1].rounded())))
      }
    }
    for group in groups {
      var left = group.columns.map { Int(values[$0].rounded()) }
      var waiting: [Int] = []
      var chosen: [(person: Int, choice: Int)] = []
      for person in group.people {
        let present = Int(assignment.choices[problem.cell(person, day)])
        if let at = group.choices.firstIndex(of: present), left[at] > 0 {
          left[at] -= 1
          chosen.append((person, present))
        } else {
          waiting.append(person)
        }
      }
      for person in waiting {
        guard let at = left.firstIndex(where: { $0 > 0 }) else { break }
        left[at] -= 1
        chosen.append((person, group.choices[at]))
      }
      for (person, choice) in chosen {
        let key = MealKey(
          choice: choice, isLead: group.isLead, productivity: group.productivity, needs: group.needs)
        let meal = starts[key]?.popLast()
        result.set(problem.cell(person, day), choice: choice, meal: meal)
      }
    }
    return result
  }
}
