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
    let findings = TailFindings(centre, firstDay: firstDay)
    #expect(findings.shortRests.isEmpty)
    #expect((1...centre.rules.maxConsecutiveDays).contains(findings.longestRun))
  }

  /// Hours 00:00 to 07:30 of the first are covered by shifts carried in, with a lead for each 20 people.
  @Test func firstNightIsCovered() {
    let findings = TailFindings(centre, firstDay: firstDay)
    #expect(findings.uncoveredHalfHours.isEmpty)
    #expect(findings.hasLateNight)
    let overnight = centre.previous.filter {
      $0.date == firstDay.adding(days: -1) && shifts[$0.shift]?.shiftClass == .overnight
    }
    #expect((8...20).contains(overnight.count))
  }
}
