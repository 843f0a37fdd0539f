internal import Foundation
package import Vocabulary

extension SettlementCalculator {
  /// What a projected statement came from.
  package func trace(of statement: SettlementStatement, roster: Roster) -> SettlementTrace {
    trace(of: statement, WorkedHours.of(roster, centre: centre))
  }

  /// What an actual statement came from.
  package func trace(of statement: SettlementStatement, actuals: MonthActuals) -> SettlementTrace {
    trace(of: statement, WorkedHours.of(actuals.attendance, centre: centre))
  }

  private func trace(of statement: SettlementStatement, _ people: [WorkedHours]) -> SettlementTrace {
    let days = days(people)
    return SettlementTrace(
      days: days,
      items: StatementItems(centre: centre, statement: statement, people: people.count, days: days).all)
  }

  private func days(_ people: [WorkedHours]) -> [SettlementTrace.PersonDay] {
    let contract = centre.contract
    let standard = Ticks.of(hours: contract.standardHours)
    var result: [SettlementTrace.PersonDay] = []
    for person in people {
      Ticks.split(person, standard: standard) { day, regular, overtime in
        let counted = contract.regularHours == .capped ? regular : day.scheduled * Ticks.perMinute
        result.append(
          SettlementTrace.PersonDay(
            agent: centre.agents[person.agent].id, date: day.date, shift: centre.shifts[day.shift].code,
            grade: day.grade, dayKind: centre.holidays.kind(of: day.date), scheduledMinutes: day.scheduled,
            workedMinutes: day.worked, regularHours: Ticks.hours(counted), overtimeHours: Ticks.hours(overtime),
            paidOvertimeMinutes: day.statedOvertime.map { Decimal($0) }
              ?? Decimal(overtime) / Decimal(Ticks.perMinute)))
      }
    }
    return result
  }
}
