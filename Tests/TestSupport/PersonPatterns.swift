internal import Foundation
internal import Checking
internal import Vocabulary

/// A month of one person that keeps the rules of the person, with what it costs apart from the floor.
struct PersonPattern {
  /// A half-hour of the period, or after it, with the person on duty.
  struct Presence {
    let offset: Int
    let isEating: Bool
    /// Productivity while not eating.
    let effective: Double
  }

  let entries: [Roster.Entry]
  let isLead: Bool
  let presences: [Presence]
  let ownYuan: Double
}

/// Lists all patterns of a person.
struct PersonPatterns {
  let planned: PlannedCase
  let agent: Agent
  let replanning: Replanning?
  private let alone: RosterChecker

  init(planned: PlannedCase, agent: Agent, replanning: Replanning? = nil) {
    self.planned = planned
    self.agent = agent
    self.replanning = replanning
    alone = RosterChecker(
      centre: PersonPatterns.centre(planned.centre, with: agent), period: planned.period,
      requirement: Requirement(rows: []))
  }

  /// Nil where there are more than the limit.
  func all(limit: Int) -> [PersonPattern]? {
    let shifts = Dictionary(uniqueKeysWithValues: planned.centre.shifts.map { ($0.code, $0) })
    var patterns: [PersonPattern] = []
    guard let months = shiftMonths(limit: limit) else { return nil }
    for month in months {
      // Neither the person's rules nor the own cost depend on when the meals are, as long as they are in their windows.
      let check = alone.check(Roster(entries: month))
      guard check.violations.isEmpty else { continue }
      for entries in withEveryMeal(month, shifts: shifts) {
        guard let changes = changesYuan(entries) else { continue }
        patterns.append(
          PersonPattern(
            entries: entries, isLead: agent.grade == .lead,
            presences: entries.flatMap { presences($0, shift: shifts[$0.shift]!) },
            ownYuan: check.objective.doubleValue + changes))
      }
      guard patterns.count <= limit else { return nil }
    }
    return patterns
  }

  /// What the months' changes from a kept roster cost; nil where a fixed day or an absence is not respected.
  private func changesYuan(_ entries: [Roster.Entry]) -> Double? {
    guard let replanning else { return 0 }
    var changes = 0
    for date in planned.period.days {
      let now = entries.first { $0.date == date }
      let was = replanning.kept.entries.first { $0.agent == agent.id && $0.date == date }
      if replanning.isFixed(date) {
        if now != was { return nil }
      } else if replanning.absences.contains(where: { $0.covers(agent.id, date) }) {
        if now != nil { return nil }
      } else if now != was {
        changes += 1
      }
    }
    return (Decimal(changes) * replanning.changedDay).doubleValue
  }

  /// Every choice of a shift or none for each day; meals at their earliest.
  private func shiftMonths(limit: Int) -> [[Roster.Entry]]? {
    var months: [[Roster.Entry]] = [[]]
    for date in planned.period.days {
      let choices = planned.allowedShifts(of: agent, on: date)
        .map { Roster.Entry(agent: agent.id, date: date, shift: $0.code, mealStart: mealStarts($0)[0]) }
      months += months.flatMap { month in choices.map { month + [$0] } }
      guard months.count <= limit else { return nil }
    }
    return months
  }

  private func withEveryMeal(_ month: [Roster.Entry], shifts: [String: Shift]) -> [[Roster.Entry]] {
    month.reduce([[]]) { soFar, entry in
      soFar.flatMap { entries in
        mealStarts(shifts[entry.shift]!)
          .map { entries + [Roster.Entry(agent: entry.agent, date: entry.date, shift: entry.shift, mealStart: $0)] }
      }
    }
  }

  /// Nil alone for a shift without a meal.
  private func mealStarts(_ shift: Shift) -> [TimeOfDay?] {
    let starts = shift.mealStarts.map { TimeOfDay(minutes: $0 * HalfHour.minutes) }
    return starts.isEmpty ? [nil] : starts
  }

  private func presences(_ entry: Roster.Entry, shift: Shift) -> [PersonPattern.Presence] {
    let midnight = (entry.date - planned.period.firstDay) * HalfHour.perDay
    let meal = entry.mealStart.map { $0.halfHours..<$0.halfHours + shift.mealHalfHours } ?? 0..<0
    return shift.dutyHalfHours.flatMap { $0 }
      .map { slot in
        let isEating = meal.contains(slot)
        return PersonPattern.Presence(
          offset: midnight + slot, isEating: isEating,
          effective: isEating ? 0 : agent.productivity(on: entry.date).doubleValue)
      }
  }

  /// The centre with this person only, and nothing that is a matter of the floor.
  private static func centre(_ centre: Centre, with agent: Agent) -> Centre {
    var alone = centre
    alone.agents = [agent]
    alone.settings.seats = [SeatsEntry(seats: Int.max)]
    alone.rules.mealShare = 1
    alone.rules.leadSpan = 0
    alone.rules.minOnPhone = 0
    alone.rules.minStaff = []
    alone.rules.skillNeeds = []
    alone.rules.peopleOff = []
    alone.pairs = []
    alone.locks = centre.locks.filter { $0.agent == agent.id }
    alone.rules.weights.under = []
    alone.rules.weights.over = 0
    return alone
  }
}
