internal import Solving
internal import Vocabulary

/// Meals of a kept roster in the whole program: those who keep their shift and not their meal are counted, start by start.
extension WholeProgram {
  /// The index of the meal start a person keeps with a shift; nil where the shift is another, or nothing is kept.
  func keptMeal(_ person: Int, _ day: Int, _ choice: Int) -> Int? {
    let cell = problem.cell(person, day)
    guard let kept = problem.kept, Int(kept.choices[cell]) == choice else { return nil }
    return problem.shifts[choice - 1].mealStarts.firstIndex { $0 == Int(kept.meals[cell]) }
  }

  /// moved[t] ≥ people who keep the shift and had their meal at t − meals at t; on fixed days moved[t] = 0.
  ///
  /// - Parameters:
  ///   - eaters: columns of the people who share the meals of a shift.
  ///   - meals: columns of the meal starts.
  mutating func addKeptMeals(eaters: [Int], _ meals: [Int], _ day: Int, _ choice: Int) {
    guard let kept = problem.kept else { return }
    var keepers = [[Term]](repeating: [], count: meals.count)
    for person in problem.people.indices {
      let column = column(person, day, choice)
      guard column >= 0, eaters.contains(column), let start = keptMeal(person, day, choice) else { continue }
      keepers[start].append((column, 1))
    }
    for (start, terms) in keepers.enumerated() where !terms.isEmpty {
      let name = "d\(day + 1)_s\(choice)_t\(start)_m\(meals[start])"
      let isFixed = day < kept.firstFreeDay
      let moved = isFixed ? [] : [Term(program.addColumn(cost: kept.changedDay, name: "moved_\(name)"), -1)]
      program.addRow(upper: 0, terms + [(meals[start], -1)] + moved, name: "kept_\(name)")
    }
  }
}
