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
    // Four of six days at most: 21 of 31.
    let days = Dictionary(grouping: actuals.attendance, by: \.agent).mapValues(\.count)
    #expect((days.values.max() ?? 0) <= 21)
    #expect(days.count > 230)
  }

  @Test func handledCallsAreThePartnersShare() {
    let answered = actuals.calls.records.reduce(0) { $0 + ($1.answered ?? 0) }
    let handled = actuals.handled.reduce(0) { $0 + $1.handled }
    #expect(abs(Double(handled) - answered * folder.centre.settings.share) <= 0.5)
    let leads = Set(folder.centre.agents.filter { $0.grade == .lead }.map(\.id))
    #expect(actuals.handled.allSatisfy { !leads.contains($0.agent) && $0.handled > 0 })
  }

  @Test func everyIndicatorHasAScore() {
    #expect(actuals.scores.map(\.indicator) == folder.centre.contract.indicators.map(\.name))
    #expect(folder.centre.contract.indicators.reduce(0) { $0 + $1.weight } == 100)
    #expect(actuals.incidents.allSatisfy { actuals.month.period.contains($0.date) && $0.amount > 0 })
  }
}
