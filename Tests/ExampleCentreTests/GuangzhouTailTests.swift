import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

/// The last week of November keeps the rules the month after must respect.
@Suite struct GuangzhouTailTests {
  private let centre = ShippedData.guangzhou.centre
  private let firstDay = ExampleCentre.guangzhouMonth.period.firstDay

  private var shifts: [String: Shift] {
    Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
  }

  @Test func rowsAreOfKnownPeopleShiftsAndDays() {
    let agents = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0) })
    var seen: Set<String> = []
    for row in centre.previous {
      #expect(seen.insert("\(row.agent) \(row.date)").inserted)
      #expect((1...7).contains(firstDay - row.date))
      let agent = agents[row.agent]
      #expect(agent?.isEmployed(on: row.date) ?? false, "\(row)")
      #expect(shifts[row.shift].map { agent?.mayWork($0.shiftClass) ?? false } ?? false, "\(row)")
    }
  }

  @Test func restAndRunsAreKept() {
    for (agent, rows) in Dictionary(grouping: centre.previous, by: \.agent) {
      let days = rows.sorted { $0.date < $1.date }
      for (early, late) in zip(days, days.dropFirst()) {
        guard let first = shifts[early.shift], let second = shifts[late.shift] else { continue }
        let rest = (late.date - early.date) * 1440 + second.start.minutes - first.lastEnd.minutes
        #expect(rest >= 11 * 60, "\(agent) on \(late.date)")
      }
      let worked = Set(days.map(\.date))
      let runs = worked.map { start in
        (0...7).first { !worked.contains(start.adding(days: $0)) } ?? 8
      }
      #expect((runs.max() ?? 0) <= centre.rules.maxConsecutiveDays, "\(agent)")
    }
  }

  /// Hours 00:00 to 07:30 of the first are covered by shifts carried in, with a lead for each 20 people.
  @Test func firstNightIsCovered() {
    let grades = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0.grade) })
    let carried = centre.previous.filter { $0.date == firstDay.adding(days: -1) }
    for slot in 0..<15 {
      let onDuty = carried.filter { shifts[$0.shift]?.isOnDuty(halfHour: HalfHour.perDay + slot) ?? false }
      let leads = onDuty.filter { grades[$0.agent] == .lead }.count
      let others = onDuty.count - leads
      #expect(others >= 8, "half-hour \(slot)")
      #expect(leads >= (others + 19) / 20 && leads >= 1, "half-hour \(slot)")
    }
    #expect(carried.contains { shifts[$0.shift]?.shiftClass == .lateNight })
  }
}
