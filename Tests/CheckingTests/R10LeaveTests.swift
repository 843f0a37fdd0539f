import Checking
import TestSupport
import Testing
import Vocabulary

@Suite struct LeaveRuleTests {
  private let planned = plainWeek([Agent(id: "A")]) {
    $0.leave = [
      LeaveEntry(agent: "A", date: june(3), kind: .leave), LeaveEntry(agent: "A", date: june(5), kind: .off),
    ]
  }

  @Test func aShiftOnALeaveDayIsNamed() {
    #expect(planned.broken("R10", work("A", 1...4, PlainCentre.early)) == ["A 2026-06-03"])
  }

  /// The night before may end on the leave day: leave forbids what starts on it.
  @Test func aShiftThatOnlyEndsOnTheLeaveDayIsFine() {
    #expect(planned.broken("R10", [work("A", 2, PlainCentre.overnight, meal: "25:00")]).isEmpty)
  }

  @Test func aWishToBeOffIsNoLeave() {
    #expect(planned.broken("R10", [work("A", 5, PlainCentre.early)]).isEmpty)
  }
}
