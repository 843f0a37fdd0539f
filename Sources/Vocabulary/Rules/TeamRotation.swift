package import Foundation

/// `teamRotation` (班组轮班): each team works the shifts of one step of the cycle for a calendar week and moves to the next
/// step the week after.
///
/// In the week that begins on Monday `start`, team i of the list is at step i of the cycle, both from 0 and the cycle
/// without end; teams not listed are free. Unit of violation: a day worked outside the step.
package struct TeamRotation: Sendable, Equatable {
  package var start: CivilDate
  package var teams: [String]
  package var cycle: [ShiftSet]
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(start: CivilDate, teams: [String], cycle: [ShiftSet], weight: Decimal? = nil) {
    self.start = start
    self.teams = teams
    self.cycle = cycle
    self.weight = weight
  }

  /// The step of the cycle a team is at on a day; nil for a team not listed.
  package func step(team: String, on date: CivilDate) -> Int? {
    guard let position = teams.firstIndex(of: team), !cycle.isEmpty else { return nil }
    let days = date - start
    let week = days >= 0 ? days / 7 : (days - 6) / 7
    let step = (position + week) % cycle.count
    return step < 0 ? step + cycle.count : step
  }
}
