internal import Checking
package import Vocabulary

/// Seeded rosters of a case, to ask properties of.
package enum RandomRoster {
  /// Any shift a person may work on any employed day without leave, with a legal meal; rests, runs, seats and the like
  /// are left to chance.
  package static func arbitrary(_ planned: PlannedCase, seed: UInt64, workPercent: Int = 60) -> Roster {
    var random = SeededRandom(seed: seed, stream: 1)
    var entries: [Roster.Entry] = []
    for agent in planned.centre.agents {
      for date in planned.period.days where random.below(100) < workPercent {
        let shifts = planned.allowedShifts(of: agent, on: date)
        guard !shifts.isEmpty else { continue }
        entries.append(entry(of: agent, on: date, shift: shifts[random.below(shifts.count)], random: &random))
      }
    }
    return Roster(entries: entries)
  }

  /// A roster that breaks no hard rule, grown shift by shift from the empty one; nil where the growth ends with
  /// a rule still broken.
  package static func feasible(_ planned: PlannedCase, seed: UInt64) -> Roster? {
    let checker = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var entries: [Roster.Entry] = []
    var broken = checker.check(Roster(entries: [])).violations.count
    var candidates = arbitrary(planned, seed: seed, workPercent: 100).entries
    var random = SeededRandom(seed: seed, stream: 2)
    candidates.shuffle(using: &random)
    for candidate in candidates {
      let found = checker.check(Roster(entries: entries + [candidate])).violations.count
      guard found <= broken else { continue }
      entries.append(candidate)
      broken = found
    }
    guard broken == 0 else { return nil }
    let positions = Dictionary(uniqueKeysWithValues: planned.centre.agents.enumerated().map { ($1.id, $0) })
    return Roster(
      entries: entries.sorted { (positions[$0.agent] ?? 0, $0.date) < (positions[$1.agent] ?? 0, $1.date) })
  }

  private static func entry(
    of agent: Agent, on date: CivilDate, shift: Shift, random: inout SeededRandom
  ) -> Roster.Entry {
    let starts = shift.mealStarts
    let meal = starts.isEmpty ? nil : TimeOfDay(minutes: starts[random.below(starts.count)] * HalfHour.minutes)
    return Roster.Entry(agent: agent.id, date: date, shift: shift.code, mealStart: meal)
  }
}
