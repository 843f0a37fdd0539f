/// A row of `locks.csv`: a person's day as the planner has fixed it, a shift or a day off. Always hard.
package struct LockedDay: Sendable, Hashable {
  package var agent: String
  package var date: CivilDate
  /// Nil = off.
  package var shift: String?

  package init(agent: String, date: CivilDate, shift: String?) {
    self.agent = agent
    self.date = date
    self.shift = shift
  }
}
