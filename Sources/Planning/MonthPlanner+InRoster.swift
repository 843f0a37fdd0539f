internal import Checking
internal import Foundation
package import Rostering
internal import Solving
internal import Staffing
package import Vocabulary

extension MonthPlanner {
  /// Share of the calls by which the expected service of a roster that weighs service may lie above the target before its price is lowered.
  package static let serviceTolerance = 0.002
  /// Rosters made with other prices, at most.
  package static let mostReplans = 3

  /// A roster; where the requirement weighs service and the price of a call is yet to be found, with the price at which the month's
  /// expected service reaches the target: first that of the relaxation, then corrected by the rosters themselves. Of those that reach the
  /// target the cheapest is kept, the price of the calls not counted; else the one with the best service. Blocks its thread.
  package func rosterAtTarget(
    _ requirement: Requirement, forecast: Forecast, options: RosterOptions, mostReplans: Int = MonthPlanner.mostReplans,
    onProgress: @escaping (RosterProgress) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(PlanningError) -> RosteredRequirement {
    let started = ContinuousClock.now
    func made(_ requirement: Requirement) throws(PlanningError) -> RosteredRequirement {
      var options = options
      if let limit = options.timeLimitSeconds {
        options.timeLimitSeconds = max(0.1, limit - (ContinuousClock.now - started).inSeconds)
      }
      let outcome = try roster(requirement, options: options, onProgress: onProgress, isCancelled: isCancelled)
      return RosteredRequirement(
        requirement: requirement, outcome: outcome,
        serviceLevel: requirement.weighsService ? expectedService(outcome.roster, requirement, forecast) : nil)
    }
    let seeksPrice = requirement.weighsService && requirement.pricePerCall == nil
    guard seeksPrice else { return try made(requirement) }
    let range = ServicePrice(centre: centre, period: month.period, requirement: requirement).range
    var search = PriceSearch(target: centre.settings.service.target, range: range)
    var best = try made(try priced(requirement, isCancelled: isCancelled))
    var last = best
    var replans = 0
    let first = (ContinuousClock.now - started).inSeconds
    while replans < mostReplans, !last.outcome.isInterrupted,
      let price = search.next(after: last.requirement.pricePerCall ?? 0, service: last.serviceLevel ?? 0)
    {
      let used = (ContinuousClock.now - started).inSeconds
      if let limit = options.timeLimitSeconds, used + first > limit { break }
      // Interrupted, or without a roster at this price: what is there stays.
      guard let next = try? made(requirement.priced(price)) else { break }
      last = next
      replans += 1
      if isBetter(last, than: best) { best = last }
    }
    best.replans = replans
    best.outcome.isInterrupted = best.outcome.isInterrupted || isCancelled()
    return best
  }

  /// The requirement with the price of a call by the relaxation, where it is yet to be found.
  package func priced(
    _ requirement: Requirement, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(PlanningError) -> Requirement {
    guard requirement.weighsService, requirement.pricePerCall == nil else { return requirement }
    let search = ServicePrice(centre: centre, period: month.period, requirement: requirement)
    do {
      return requirement.priced(try search.find(isCancelled: isCancelled) ?? search.range.lowerBound)
    } catch {
      throw .roster(.solver("\(error)"))
    }
  }

  private func expectedService(_ roster: Roster, _ requirement: Requirement, _ forecast: Forecast) -> Double {
    let coverage = RosterChecker(centre: centre, period: month.period, requirement: requirement).check(roster).coverage
    return ServiceEstimate(settings: centre.settings, holidays: centre.holidays)
      .outcome(coverage: coverage, forecast: forecast).serviceLevel
  }

  private func isBetter(_ roster: RosteredRequirement, than best: RosteredRequirement) -> Bool {
    let target = centre.settings.service.target
    let (service, bestService) = (roster.serviceLevel ?? 0, best.serviceLevel ?? 0)
    guard service >= target, bestService >= target else { return service > bestService }
    return roster.ownCost < best.ownCost
  }
}
