internal import Checking
internal import Foundation
internal import Staffing
package import Vocabulary

extension MonthPlanner {
  /// What a published roster was expected to bring, by the forecast of its time: for a month of which only the roster is known.
  package func projection(roster: Roster) throws(PlanningError) -> Projection {
    let forecast = try forecast()
    let requirement = requirement(forecast)
    let coverage = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster).coverage
    let service = ServiceEstimate(settings: centre.settings, holidays: centre.holidays).outcome(
      coverage: coverage, forecast: forecast)
    let statement = try settlement(roster, service, forecast)
    return Projection(
      roster: roster, forecast: forecast, requirement: requirement, fee: statement.fee,
      margin: statement.partner.margin,
      indicators: Dictionary(
        statement.indicators.map { ($0.name, $0.actual) }, uniquingKeysWith: { first, _ in first }),
      handled: statement.bonus.handled, contract: centre.contract)
  }
}
