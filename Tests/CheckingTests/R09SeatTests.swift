import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct SeatRuleTests {
  private func planned(seats: [SeatsEntry], held: Bool = true, previous: [PreviousShift] = []) -> PlannedCase {
    plainWeek([Agent(id: "A"), Agent(id: "B", grade: .lead, productivity: 0)]) {
      $0.settings.seats = seats
      $0.rules.seatHeldDuringMeal = held
      $0.previous = previous
    }
  }

  @Test func aLeadTakesASeatToo() {
    let entries = ["A", "B"].map { work($0, 1, PlainCentre.early) }
    #expect(planned(seats: [SeatsEntry(seats: 2)]).broken("R9", entries).isEmpty)
    let broken = planned(seats: [SeatsEntry(seats: 1)]).broken("R9", entries)
    #expect(broken.count == 16)
    #expect(broken.first == "2026-06-01T08:00" && broken.last == "2026-06-01T15:30")
  }

  /// One seat, two people from 10:00 to 18:00 who eat one after the other: the seat of who eats is free or held.
  @Test func aMealFreesTheSeatWhereTheRulesSaySo() {
    let entries = [work("A", 1, PlainCentre.mid, meal: "12:00"), work("B", 1, PlainCentre.mid, meal: "12:30")]
    let one = [SeatsEntry(seats: 1)]
    #expect(planned(seats: one, held: true).broken("R9", entries).count == 16)
    let freed = planned(seats: one, held: false)
    #expect(freed.broken("R9", entries).count == 14)
    let seated = freed.check(Roster(entries: entries)).coverage[23...26].map(\.seated)
    #expect(seated == [2, 1, 1, 2])
  }

  @Test func theSeatsAreThoseOfTheDate() {
    let seats = [SeatsEntry(seats: 2), SeatsEntry(from: june(3), seats: 1), SeatsEntry(from: june(5), seats: 2)]
    let entries = [2, 3, 5].flatMap { day in ["A", "B"].map { work($0, day, PlainCentre.early) } }
    let broken = planned(seats: seats).broken("R9", entries)
    #expect(broken.count == 16)
    #expect(broken.allSatisfy { $0.hasPrefix("2026-06-03") })
    #expect(planned(seats: seats).check(Roster(entries: [])).coverage.map(\.seats).filter { $0 == 1 }.count == 96)
  }

  /// The overnight of May 31st sits until 06:00 of the 1st; another from 00:00 finds the only seat taken.
  @Test func carriedInShiftsAreSeated() {
    let planned = planned(seats: [SeatsEntry(seats: 1)], previous: [worked("A", 0, PlainCentre.overnight)])
    var withDawn = planned
    var dawn = PlainCentre.early
    dawn.code = "凌"
    dawn.start = TimeOfDay("05:00")!
    withDawn.centre.shifts.append(dawn)
    #expect(withDawn.broken("R9", [work("B", 1, dawn)]) == ["2026-06-01T05:00", "2026-06-01T05:30"])
  }

  /// The last day's overnight reaches 06:00 of June 8th, when there are fewer seats.
  @Test func itHoldsInTheHalfHoursAfterTheMonthBySeatsOfTheirDate() {
    let planned = planned(seats: [SeatsEntry(seats: 2), SeatsEntry(from: june(8), seats: 1)])
    let entries = ["A", "B"].map { work($0, 7, PlainCentre.overnight, meal: "25:00") }
    let broken = planned.broken("R9", entries)
    #expect(broken.count == 12)
    #expect(broken.first == "2026-06-08T00:00")
  }
}
