package import Checking
package import Forecasting
package import Rostering
package import Settlement

/// Why a month could not be planned.
package enum PlanningError: Error, Sendable {
  case forecasting(ForecastingError)
  case roster(RosterError)
  case settlement(SettlementError)
  /// The recomputation found a broken rule in a roster that was about to be published: it is not.
  case brokenRules([RuleViolation])
  /// Days that are to stay as they are break hard rules.
  case brokenFixedDays([RuleViolation])
}
