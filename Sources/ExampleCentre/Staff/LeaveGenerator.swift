internal import Vocabulary

/// Approved leave (2 to 3 % of the person-days) and wishes of a period.
///
/// Nobody has two entries on a day, nothing lies outside a person's employment, and a wanted shift is one the person
/// may work.
struct LeaveGenerator {
  let agents: [Agent]
  let shifts: [Shift]
  let period: Period
  let seed: UInt64

  private static let maxLeadsAwayAtOnce = 2

  func entries() -> [LeaveEntry] {
    var random = SeededRandom(seed: seed, stream: .leave)
    var leadsAway: [CivilDate: Int] = [:]
    return agents.flatMap { agent -> [LeaveEntry] in
      let days = period.days.filter(agent.isEmployed)
      guard days.count >= 10 else { return [] }
      var kinds: [CivilDate: LeaveKind] = [:]
      for day in leave(of: agent, days: days, leadsAway: &leadsAway, &random) { kinds[day] = .leave }
      for (day, kind) in wishes(of: agent, days: days, &random) where kinds[day] == nil { kinds[day] = kind }
      return days.compactMap { day in kinds[day].map { LeaveEntry(agent: agent.id, date: day, kind: $0) } }
    }
  }

  /// One run of days for about every third person.
  private func leave(
    of agent: Agent, days: [CivilDate], leadsAway: inout [CivilDate: Int], _ random: inout SeededRandom
  ) -> [CivilDate] {
    let isAway = random.chance(0.34)
    let length = random.pick([1, 1, 2, 2, 3, 3, 3, 5])
    let start = random.below(days.count - length + 1)
    guard isAway else { return [] }
    let run = Array(days[start..<start + length])
    guard agent.grade == .lead else { return run }
    guard run.allSatisfy({ leadsAway[$0, default: 0] < LeaveGenerator.maxLeadsAwayAtOnce }) else { return [] }
    for day in run { leadsAway[day, default: 0] += 1 }
    return run
  }

  private func wishes(
    of agent: Agent, days: [CivilDate], _ random: inout SeededRandom
  ) -> [(CivilDate, LeaveKind)] {
    var wishes: [(CivilDate, LeaveKind)] = []
    for chance in [0.5, 0.15] where random.chance(chance) {
      // Two of three wishes are for a weekend or the last days of the year.
      let wanted = days.filter { $0.weekday >= .saturday || $0 >= period.lastDay.adding(days: -1) }
      wishes.append((random.pick(random.chance(0.66) && !wanted.isEmpty ? wanted : days), .off))
    }
    let allowed = shifts.filter { agent.mayWork($0.shiftClass) && $0.paidMinutes >= 450 }
    guard !allowed.isEmpty else { return wishes }
    if random.chance(0.12) { wishes.append((random.pick(days), .want(shift: random.pick(allowed).code))) }
    if random.chance(0.10) { wishes.append((random.pick(days), .avoid(shift: random.pick(allowed).code))) }
    return wishes
  }
}
