import Testing
import Vocabulary

@testable import Forecasting

@Suite struct SeasonalNaiveTests {
  @Test func takesTheLastLikeWeekdayKnown() {
    let origin = HalfHour(date: CivilDate("2026-11-24")!, slot: 0)
    let period = Period(firstDay: CivilDate("2026-12-01")!, dayCount: 14)
    // Each half-hour's count is its week, so that a forecast tells where it came from; one is not recorded.
    var records: [CallRecord] = []
    for place in 1...(4 * 7 * HalfHour.perDay) {
      let start = origin.adding(-place)
      records.append(CallRecord(start: start, offered: place == 48 ? nil : Double((place - 1) / 336 + 1)))
    }
    records.append(CallRecord(start: origin, offered: 99))
    let naive = SeasonalNaive.calls(CallHistory(records: records), period: period, origin: origin)
    // Of the 1st and 8th of December the last like weekday known is the 17th of November; its first half-hours are a week old.
    #expect(naive[HalfHour(date: CivilDate("2026-12-01")!, slot: 1)] == 1)
    #expect(naive[HalfHour(date: CivilDate("2026-12-08")!, slot: 1)] == 1)
    // The half-hour a day before the origin was not recorded: the week before stands in.
    #expect(naive[HalfHour(date: CivilDate("2026-12-07")!, slot: 0)] == 2)
    #expect(naive.count == period.halfHours.count)
  }
}
