import Checking
import TestSupport
import Testing
import Vocabulary

@Suite struct DaysOffRuleTests {
  @Test func fewerDaysOffThanOwedAreNamed() {
    let planned = plainWeek([Agent(id: "A")]) { $0.rules.minDaysOff = 2 }
    #expect(planned.broken("R4", work("A", 1...5, PlainCentre.early)).isEmpty)
    #expect(planned.broken("R4", work("A", 1...6, PlainCentre.early)) == ["A"])
  }

  /// Employed 4 of 7 days: ⌈2 × 4 ÷ 7⌉ = ⌈1.14⌉ = 2; employed 3 of 7: ⌈0.86⌉ = 1.
  @Test(arguments: [(4, 2, 0), (4, 3, 1), (3, 2, 0), (3, 3, 1)])
  func joinersOweInProportionRoundedUp(employed: Int, worked: Int, count: Int) {
    let planned = plainWeek([Agent(id: "A", from: june(8 - employed))]) { $0.rules.minDaysOff = 2 }
    let entries = work("A", (8 - employed)..<(8 - employed + worked), PlainCentre.early)
    #expect(planned.broken("R4", entries).count == count)
  }

  /// A whole month of 30 days with 8 days off owes 8, not 9: 8 × 30 ÷ 30 by integers.
  @Test func aWholeMonthOwesTheNumberItself() {
    var planned = plainWeek([Agent(id: "A")]) { $0.rules.minDaysOff = 8 }
    planned.period = Month("2026-06")!.period
    #expect(planned.broken("R4", work("A", 1...22, PlainCentre.early)).isEmpty)
    #expect(planned.broken("R4", work("A", 1...23, PlainCentre.early)) == ["A"])
  }

  @Test func approvedLeaveIsADayOff() {
    let planned = plainWeek([Agent(id: "A")]) {
      $0.rules.minDaysOff = 2
      $0.leave = [
        LeaveEntry(agent: "A", date: june(6), kind: .leave), LeaveEntry(agent: "A", date: june(7), kind: .leave),
      ]
    }
    #expect(planned.broken("R4", work("A", 1...5, PlainCentre.early)).isEmpty)
  }
}
