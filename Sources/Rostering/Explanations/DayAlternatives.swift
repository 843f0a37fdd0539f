package import Vocabulary

/// The rosters that grant a question: with everybody else's days as they are, or with one compensating change.
///
/// They come ranked by the engine's own figures, fewest broken rules and then lowest cost first; what is told to a user is
/// judged by the recomputation.
package struct DayAlternatives {
  package struct Alternative: Sendable {
    package var roster: Roster
    /// The compensating change; nil where there is none.
    package var compensation: DayChange?
  }

  private let problem: RosterProblem
  private let assignment: RosterAssignment
  private let person: Int
  private let day: Int
  /// The choice asked for.
  private let choice: Int

  private struct Setting {
    var person: Int
    var day: Int
    var choice: Int
    var meal: Int?
  }

  /// Nil where person, day or shift are not of the month.
  package init?(_ question: DayQuestion, problem: RosterProblem, roster: Roster) {
    let agents = problem.centre.agents
    guard problem.period.contains(question.date),
      let person = problem.people.firstIndex(where: { agents[$0.agentIndex].id == question.agent })
    else { return nil }
    choice = question.shift.map { code in (problem.shifts.firstIndex { $0.code == code } ?? -1) + 1 } ?? 0
    guard question.shift == nil || choice > 0 else { return nil }
    self.problem = problem
    self.person = person
    assignment = problem.keptAssignment(roster)
    day = question.date - problem.period.firstDay
  }

  /// Whether the roster grants the question already.
  package var isGranted: Bool { present == choice }

  /// The changed day alone, at each meal.
  package func alone() -> [Alternative] {
    ranked(settings(person, day, choice).map { [$0] })
  }

  /// The changed day with a change of another day or person.
  package func compensated() -> [Alternative] {
    let own = alone().first.map { problem.keptAssignment($0.roster) } ?? assignment
    let asked = Setting(person: person, day: day, choice: choice, meal: own.meal(problem.cell(person, day)))
    return ranked((ownCompensations() + othersCompensations()).map { [asked, $0] })
  }

  private var present: Int { Int(assignment.choices[problem.cell(person, day)]) }

  private func choice(_ person: Int, _ day: Int) -> Int { Int(assignment.choices[problem.cell(person, day)]) }

  /// A choice with each of its meals.
  private func settings(_ person: Int, _ day: Int, _ choice: Int) -> [Setting] {
    let starts = choice == 0 ? [] : problem.shifts[choice - 1].mealStarts
    return starts.isEmpty
      ? [Setting(person: person, day: day, choice: choice)]
      : starts.map { Setting(person: person, day: day, choice: choice, meal: $0) }
  }

  /// The same person works on a free day what is not worked on this one, or is off on another day.
  private func ownCompensations() -> [Setting] {
    guard (choice == 0) != (present == 0) else { return [] }
    return (0..<problem.dayCount).filter { $0 != day && (choice(person, $0) == 0) == (choice == 0) }.flatMap { other in
      choice != 0
        ? [Setting(person: person, day: other, choice: 0)]
        : (1..<problem.choiceCount).filter { problem.isAllowed(person, other, choice: $0) }
          .flatMap { settings(person, other, $0) }
    }
  }

  /// Somebody else takes over the shift that is left, or gives up the one that is taken.
  private func othersCompensations() -> [Setting] {
    let meal = assignment.meal(problem.cell(person, day))
    return problem.people.indices.filter { $0 != person }.compactMap { other in
      let theirs = choice(other, day)
      let isConcerned = present == 0 ? theirs == choice : theirs == 0 || theirs == choice
      guard isConcerned, problem.isAllowed(other, day, choice: present) else { return nil }
      return Setting(person: other, day: day, choice: present, meal: meal)
    }
  }

  private func ranked(_ changes: [[Setting]]) -> [Alternative] {
    let judged = changes.enumerated().map { index, settings in
      var changed = assignment
      for setting in settings {
        changed.set(problem.cell(setting.person, setting.day), choice: setting.choice, meal: setting.meal)
      }
      let evaluation = RosterEvaluation(problem: problem, assignment: changed)
      return (rank: (evaluation.violations, evaluation.objective, index), changed, settings)
    }
    return judged.sorted { $0.rank < $1.rank }.prefix(DayAlternatives.mostRanked).map { _, changed, settings in
      Alternative(roster: problem.roster(changed), compensation: settings.count > 1 ? settings.last.map(told) : nil)
    }
  }

  /// Rosters of a rank below are not worth a recomputation.
  private static let mostRanked = 5

  private func told(_ setting: Setting) -> DayChange {
    DayChange(
      agent: problem.centre.agents[problem.people[setting.person].agentIndex].id,
      date: problem.period.firstDay.adding(days: setting.day),
      shift: setting.choice == 0 ? nil : problem.shifts[setting.choice - 1].code,
      mealStart: setting.meal.map { TimeOfDay(minutes: $0 * HalfHour.minutes) })
  }
}
