package import Vocabulary

/// A roster in the engine's terms: a choice and a meal for every cell.
package struct RosterAssignment: Sendable, Equatable {
  static let noMeal: UInt8 = 255

  /// 0 = off, 1 + index of the shift otherwise; at person × days + day.
  var choices: [UInt8]
  /// The slot of the day at which the meal starts, `noMeal` without one.
  var meals: [UInt8]

  init(empty problem: RosterProblem) {
    choices = [UInt8](repeating: 0, count: problem.people.count * problem.dayCount)
    meals = [UInt8](repeating: RosterAssignment.noMeal, count: choices.count)
  }

  /// Nothing but the shifts that are locked, each with its first meal: where the search begins.
  init(locked problem: RosterProblem) {
    self.init(empty: problem)
    for person in problem.people.indices {
      for day in 0..<problem.dayCount where !problem.isAllowed(person, day, choice: 0) {
        guard let choice = (1..<problem.choiceCount).first(where: { problem.isAllowed(person, day, choice: $0) })
        else { continue }
        set(problem.cell(person, day), choice: choice, meal: problem.shifts[choice - 1].mealStarts.first)
      }
    }
  }

  mutating func set(_ cell: Int, choice: Int, meal: Int?) {
    choices[cell] = UInt8(choice)
    meals[cell] = meal.map { UInt8($0) } ?? RosterAssignment.noMeal
  }

  /// Everybody's meals of a day, of a roster with the same shifts.
  mutating func takeMeals(of other: RosterAssignment, day: Int, days: Int) {
    for cell in stride(from: day, to: meals.count, by: days) { meals[cell] = other.meals[cell] }
  }

  func meal(_ cell: Int) -> Int? {
    meals[cell] == RosterAssignment.noMeal ? nil : Int(meals[cell])
  }
}

extension RosterProblem {
  /// The roster as it is published: people in the order of `agents.csv`, each in order of days.
  package func roster(_ assignment: RosterAssignment) -> Roster {
    var entries: [Roster.Entry] = []
    for (row, person) in people.enumerated() {
      for day in 0..<dayCount where assignment.choices[cell(row, day)] > 0 {
        let index = cell(row, day)
        entries.append(
          Roster.Entry(
            agent: centre.agents[person.agentIndex].id, date: period.firstDay.adding(days: day),
            shift: shifts[Int(assignment.choices[index]) - 1].code,
            mealStart: assignment.meal(index).map { TimeOfDay(minutes: $0 * HalfHour.minutes) }))
      }
    }
    return Roster(entries: entries)
  }
}
