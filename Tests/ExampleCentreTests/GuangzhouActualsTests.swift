import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

@Suite struct GuangzhouActualsTests {
  private let folder = ShippedData.guangzhou
  private var actuals: MonthActuals { folder.actuals }

  @Test func callsAreThoseOfTheHistory() {
    let period = actuals.month.period
    #expect(actuals.calls.records.count == period.halfHourCount)
    #expect(actuals.calls.records == folder.centre.calls.records.filter { period.contains($0.start.date) })
  }

  @Test func attendanceIsOfKnownPeopleAndShifts() {
    let agents = Dictionary(uniqueKeysWithValues: folder.centre.agents.map { ($0.id, $0) })
    let shifts = Dictionary(uniqueKeysWithValues: folder.centre.shifts.map { ($0.code, $0) })
    for row in actuals.attendance {
      let shift = shifts[row.shift]
      #expect(agents[row.agent]?.isEmployed(on: row.date) ?? false)
      #expect(shift.map { agents[row.agent]?.mayWork($0.shiftClass) ?? false } ?? false)
      #expect(row.overtimeMinutes >= 0 && row.overtimeMinutes <= folder.centre.rules.maxDailyOvertimeMinutes)
      #expect((0...30).contains((shift?.paidMinutes ?? 0) + row.overtimeMinutes - row.workedMinutes))
    }
    let days = Dictionary(grouping: actuals.attendance, by: \.agent).mapValues(\.count)
    #expect((days.values.max() ?? 0) <= actuals.month.period.dayCount - folder.centre.rules.minDaysOff)
    #expect(days.count > 230)
  }

  private func score(_ name: String) -> Double {
    actuals.scores.first { $0.indicator == name }?.actual.doubleValue ?? .nan
  }

  private func inHouse(_ name: String) -> Double {
    actuals.inHouse.first { $0.measure == name }?.value.doubleValue ?? .nan
  }

  /// Partner and in-house people add up to `calls.csv`: calls answered, and the time they took.
  @Test func bothPartiesAddUpToTheCalls() {
    let offered = actuals.calls.records.reduce(0) { $0 + ($1.offered ?? 0) }
    let answered = actuals.calls.records.reduce(0) { $0 + ($1.answered ?? 0) }
    let seconds = actuals.calls.records.reduce(0) { $0 + ($1.answered ?? 0) * ($1.averageHandlingTime ?? 0) }
    let handled = Double(actuals.handled.reduce(0) { $0 + $1.handled })
    let share = folder.centre.settings.share
    #expect(handled + inHouse("answered") == answered)
    #expect(abs(handled / (offered * share) - score("answerRate")) < 0.0001)
    #expect(abs(inHouse("answered") / (offered * (1 - share)) - inHouse("answerRate")) < 0.0001)
    // Both handling times are rounded to 0.1 s.
    #expect(abs(handled * score("aht") + inHouse("answered") * inHouse("aht") - seconds) < 0.05 * answered)
    #expect((0.8...0.95).contains(inHouse("serviceLevel")) && (0.94...0.99).contains(inHouse("answerRate")))
    let leads = Set(folder.centre.agents.filter { $0.grade == .lead }.map(\.id))
    #expect(actuals.handled.allSatisfy { !leads.contains($0.agent) && $0.handled > 0 })
  }

  @Test func everyIndicatorHasAScore() {
    #expect(actuals.scores.map(\.indicator) == folder.centre.contract.indicators.map(\.name))
    #expect(folder.centre.contract.indicators.reduce(0) { $0 + $1.weight } == 100)
    #expect(actuals.incidents.allSatisfy { actuals.month.period.contains($0.date) && $0.amount > 0 })
  }
}
