internal import Foundation
package import Vocabulary

/// Two centres answering as one: people, calls and seats put together, under the first one's rules and contract.
package enum PooledCentre {
  /// - Parameter mark: before the second centre's people and teams, so that no two have one name.
  package static func of(_ first: Centre, _ second: Centre, mark: String) -> Centre {
    var pooled = first
    pooled.settings.seats = seats(first.settings, second.settings)
    pooled.calls = calls(first.calls, second.calls)
    pooled.agents += second.agents.map { agent in
      var agent = agent
      agent.id = mark + agent.id
      agent.team = agent.team.isEmpty ? "" : mark + agent.team
      return agent
    }
    pooled.leave += second.leave.map { LeaveEntry(agent: mark + $0.agent, date: $0.date, kind: $0.kind) }
    pooled.previous += second.previous.map { PreviousShift(agent: mark + $0.agent, date: $0.date, shift: $0.shift) }
    pooled.ledger?.entries +=
      second.ledger?.entries.map { entry in
        var entry = entry
        entry.agent = mark + entry.agent
        return entry
      } ?? []
    // The shifts of both; of one code, the first centre's.
    pooled.shifts += second.shifts.filter { shift in !first.shifts.contains { $0.code == shift.code } }
    if let bonus = first.contract.bonus, let other = second.contract.bonus {
      pooled.contract.bonus?.targetHandled = bonus.targetHandled + other.targetHandled
    }
    return pooled
  }

  private static func seats(_ first: CentreSettings, _ second: CentreSettings) -> [SeatsEntry] {
    let dates = Set((first.seats + second.seats).compactMap(\.from)).sorted()
    let before = dates.first.map { $0.adding(days: -1) } ?? CivilDate(dayNumber: 0)
    return [SeatsEntry(seats: first.seats(on: before) + second.seats(on: before))]
      + dates.map { SeatsEntry(from: $0, seats: first.seats(on: $0) + second.seats(on: $0)) }
  }

  /// Half-hours that only one of them recorded count as they are; AHT is weighted by calls.
  private static func calls(_ first: CallHistory, _ second: CallHistory) -> CallHistory {
    var records = Dictionary(first.records.map { ($0.start, $0) }, uniquingKeysWith: { known, _ in known })
    for record in second.records {
      guard var sum = records[record.start] else {
        records[record.start] = record
        continue
      }
      let (calls, others) = (sum.offered ?? 0, record.offered ?? 0)
      if let time = sum.averageHandlingTime, let other = record.averageHandlingTime, calls + others > 0 {
        sum.averageHandlingTime = (time * calls + other * others) / (calls + others)
      }
      sum.offered = added(sum.offered, record.offered)
      sum.answered = added(sum.answered, record.answered)
      sum.abandoned = added(sum.abandoned, record.abandoned)
      records[record.start] = sum
    }
    return CallHistory(records: Array(records.values))
  }

  private static func added(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return nil }
    return first + second
  }
}
