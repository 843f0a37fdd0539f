package import Checking
package import Vocabulary

/// Two people exchange whole days: shift and meal of each go to the other. Judged by the recomputation alone.
package struct RosterSwap: Sendable {
  package var agents: (String, String)
  package var dates: [CivilDate]

  package init(agents: (String, String), dates: [CivilDate]) {
    self.agents = agents
    self.dates = dates
  }

  /// The roster after the exchange, people in the order of `agents.csv`.
  package func applied(to roster: Roster, centre: Centre) -> Roster {
    let days = Set(dates)
    let order = Dictionary(centre.agents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = roster.entries.map { entry -> Roster.Entry in
      guard days.contains(entry.date), entry.agent == agents.0 || entry.agent == agents.1 else { return entry }
      var moved = entry
      moved.agent = entry.agent == agents.0 ? agents.1 : agents.0
      return moved
    }
    return Roster(
      entries: entries.sorted { ((order[$0.agent] ?? 0), $0.date) < ((order[$1.agent] ?? 0), $1.date) })
  }

  /// - Parameter alsoHeld: further rules on rosters, such as the fixed days of a re-planning.
  package func judgement(
    of roster: Roster, by checker: RosterChecker, alsoHeld: @escaping (Roster) -> [RuleViolation] = { _ in [] }
  ) -> RosterJudgement {
    RosterJudge(of: roster, by: checker, alsoHeld: alsoHeld)
      .judgement(of: applied(to: roster, centre: checker.centre))
  }
}
