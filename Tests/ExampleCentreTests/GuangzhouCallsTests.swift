import Testing
import Vocabulary

@testable import ExampleCentre

@Suite struct GuangzhouCallsTests {
  private let centre = ShippedData.guangzhou.centre
  private var records: [CallRecord] { centre.calls.records }

  private func total(_ day: CivilDate) -> Double {
    let first = HalfHour(date: day, slot: 0) - records[0].start
    return records[first..<first + HalfHour.perDay].reduce(0) { $0 + ($1.offered ?? 0) }
  }

  private func mean(_ days: [CivilDate]) -> Double {
    days.reduce(0) { $0 + total($1) } / Double(days.count)
  }

  @Test func everyHalfHourOfThreeYearsHasARow() {
    let firstDay = date("2023-12-01")
    let dayCount = date("2026-11-23") - firstDay + 1
    #expect(records.count == dayCount * HalfHour.perDay)
    #expect(zip(records.indices, records).allSatisfy { $1.start == HalfHour(date: firstDay, slot: $0) })
  }

  @Test func partsAddUp() {
    let recorded = records.filter { $0.offered != nil }
    #expect((10...50).contains(records.count - recorded.count))
    #expect(recorded.allSatisfy { $0.offered == ($0.answered ?? -1) + ($0.abandoned ?? -1) })
    #expect(records.filter { $0.offered == nil }.allSatisfy { $0.answered == nil && $0.averageHandlingTime == nil })
    let abandoned = recorded.reduce(0) { $0 + ($1.abandoned ?? 0) } / recorded.reduce(0) { $0 + ($1.offered ?? 0) }
    #expect((0.02...0.05).contains(abandoned))
  }

  @Test(arguments: [2024, 2025, 2026])
  func springFestivalDips(year: Int) {
    let first = LunarDate.springFestival(year: year)
    let festival = mean((0..<4).map { first.adding(days: $0) })
    let weeksBefore = mean((20..<34).map { first.adding(days: -$0) })
    #expect(festival < 0.7 * weeksBefore)
  }

  @Test(arguments: [2024, 2025, 2026])
  func nationalDayIsQuieterThanTheWeekBefore(year: Int) {
    let first = CivilDate(year: year, month: 10, day: 1)!
    #expect(mean((0..<3).map { first.adding(days: $0) }) < 0.9 * mean((1...7).map { first.adding(days: -$0) }))
  }

  @Test func billingDaysAndWeekdaysShow() {
    let days = (0..<700).map { date("2024-12-01").adding(days: $0) }.filter { centre.holidays[$0] == nil }
    let plain = days.filter { $0.day > 5 }
    let saturdays = plain.filter { $0.weekday == .saturday }
    let mondays = plain.filter { $0.weekday == .monday }
    #expect(mean(saturdays) < 0.9 * mean(mondays))
    #expect(
      mean(days.filter { $0.day == 1 && $0.weekday < .saturday }) > 1.08 * mean(plain.filter { $0.weekday < .saturday })
    )
  }

  @Test func outageDaysStandOut() {
    for event in centre.events where event.kind == .outage {
      let usual = mean([event.from.adding(days: -7), event.from.adding(days: -14)])
      #expect(total(event.from) > 1.15 * usual, "\(event.name)")
    }
    #expect(centre.events.filter { $0.kind == .outage }.count == 2)
  }

  /// Two peaks with a dip at noon, and a valley at night.
  @Test func dayHasTwoPeaks() {
    var hours = [Double](repeating: 0, count: 24)
    for record in records where centre.holidays.kind(of: record.start.date) == .workday {
      hours[record.start.slot / 2] += record.offered ?? 0
    }
    #expect(hours[10] > 1.3 * hours[13])
    #expect(hours[15] > 1.2 * hours[13])
    #expect(hours[4] < 0.1 * hours[10])
  }

  /// More spread than Poisson counts have, as real calls do: day-level busyness of about 6.5 %.
  @Test func countsAreOverdispersed() {
    let mean = records.map { record in record.offered ?? 0 }.reduce(0, +) / Double(records.count)
    var ratios: [Double] = []
    var day = date("2024-03-01")
    while day < date("2026-11-01") {
      if centre.holidays[day] == nil, centre.holidays[day.adding(days: 7)] == nil, day.day > 4, day.day < 21 {
        ratios.append(total(day.adding(days: 7)) / total(day) - 1)
      }
      day = day.adding(days: 1)
    }
    let variance = ratios.reduce(0) { $0 + $1 * $1 } / Double(ratios.count)
    // Of a difference of two days a week apart: about 2 × 0.065², far above the 2 ÷ (calls a day) of Poisson counts.
    #expect((0.004...0.02).contains(variance))
    #expect(variance > 20 * 2 / (mean * 48))
  }

  @Test func handlingTimeIsAbout150SecondsAndLongerAtNight() {
    func mean(_ slots: Range<Int>) -> Double {
      let rows = records.filter { slots.contains($0.start.slot) && $0.averageHandlingTime != nil }
      let calls = rows.reduce(0) { $0 + ($1.answered ?? 0) }
      return rows.reduce(0) { $0 + ($1.answered ?? 0) * ($1.averageHandlingTime ?? 0) } / calls
    }
    #expect((145...155).contains(mean(16..<44)))
    #expect(mean(2..<10) > 1.08 * mean(16..<44))
  }

  /// The month's requirement lies within 3 % of what the people can give, so that it is tight and can be staffed.
  @Test func decemberIsTight() {
    let period = ExampleCentre.guangzhouMonth.period
    let requirement = ExampleCentre.guangzhouRequirement(period: period, holidays: centre.holidays)
    let required = requirement.rows.reduce(0) { $0 + $1.required } / 2
    var given = 0.0
    for agent in centre.agents where agent.grade != .lead {
      let days = period.days.filter(agent.isEmployed)
      let productivity = days.reduce(0) { $0 + agent.productivity(on: $1).doubleValue }
      let share = agent.minHours.map { $0.doubleValue / 160 } ?? 1
      // 20.83 days of 7.5 hours on the phone in a full month.
      given += productivity * share * 20.83 * 7.5 / Double(period.dayCount)
    }
    let leave = Double(centre.leave.filter { $0.kind == .leave }.count)
    given -= leave * 7.5 * 20.83 / 31
    #expect((0.97...1.03).contains(required / given))
    #expect((95...130).contains(requirement.rows.map(\.required).max() ?? 0))
    let night = requirement.rows.filter { (2..<13).contains($0.start.slot) }.map(\.required)
    #expect(night.allSatisfy { (5...18).contains($0) })
  }
}
