import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct LateNightRuleTests {
  @Test func moreLateNightsThanTheLimitAreNamed() {
    let planned = plainWeek([Agent(id: "A")]) { $0.rules.lateNight.max = 2 }
    #expect(planned.broken("R7", work("A", 1...2, PlainCentre.lateNight)).isEmpty)
    #expect(planned.broken("R7", work("A", 1...3, PlainCentre.lateNight)) == ["A"])
    #expect(planned.broken("R7", work("A", 1...4, PlainCentre.night)).isEmpty)
  }

  private func month(_ agent: Agent, leave: Int = 0, change: (inout Centre) -> Void = { _ in }) -> PlannedCase {
    var planned = plainWeek([agent]) { centre in
      centre.leave = (0..<leave).map { LeaveEntry(agent: "A", date: june(1 + $0), kind: .leave) }
      centre.rules.lateNight.min = 2
      change(&centre)
    }
    planned.period = Month("2026-06")!.period
    return planned
  }

  /// Two days wanted, one worked: one missing at 30 yuan.
  @Test func missingLateNightsCost() {
    #expect(month(Agent(id: "A")).yuan("lateNightMissing", []) == 60)
    #expect(month(Agent(id: "A")).yuan("lateNightMissing", [work("A", 30, PlainCentre.lateNight)]) == 30)
    #expect(month(Agent(id: "A")).yuan("lateNightMissing", work("A", 28...30, PlainCentre.lateNight)) == 0)
  }

  /// 30 days less 20 of leave are 10 free ones, enough; 21 are not. Ten days employed are enough, nine are not.
  @Test func onlyPeopleFreeOnTenDaysAreCounted() {
    #expect(month(Agent(id: "A"), leave: 20).yuan("lateNightMissing", []) == 60)
    #expect(month(Agent(id: "A"), leave: 21).yuan("lateNightMissing", []) == 0)
    #expect(month(Agent(id: "A", from: june(21))).yuan("lateNightMissing", []) == 60)
    #expect(month(Agent(id: "A", from: june(22))).yuan("lateNightMissing", []) == 0)
  }

  @Test func onlyPeopleAllowedAnExistingLateNightAreCounted() {
    #expect(month(Agent(id: "A", classes: [.early, .night])).yuan("lateNightMissing", []) == 0)
    #expect(
      month(Agent(id: "A")) { $0.shifts.removeAll { $0.shiftClass == .lateNight } }.yuan("lateNightMissing", []) == 0)
  }
}
