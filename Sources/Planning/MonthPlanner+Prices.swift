internal import Rostering
package import Vocabulary

extension MonthPlanner {
  /// What a unit of each hard rule, a seat, and a person in each grade are worth by the relaxation's prices, and by solving it
  /// again. No roster is made. Blocks its thread.
  ///
  /// - Parameter rules: the rules that are priced, or `staff`; nil = all.
  package func prices(
    _ requirement: Requirement, of rules: Set<String>? = nil, threads: Int = 1,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(PlanningError) -> MonthPrices {
    do {
      let explainer = try PriceExplainer(
        centre: centre, period: month.period, requirement: requirement, threads: threads, isCancelled: isCancelled)
      let changes = explainer.changes.filter { rules?.contains($0.rule) ?? true }
      return MonthPrices(prices: try explainer.prices(of: changes).map { MonthPrice(priced: $0) })
    } catch {
      throw .roster(error)
    }
  }
}
