internal import Checking
internal import Foundation
package import Rostering
internal import Solving
internal import Staffing
package import Vocabulary

/// A roster with the requirement it was made for, whose price of a call planning may have found.
package struct RosteredRequirement: Sendable {
  package var requirement: Requirement
  package var outcome: RosterOutcome
  /// Expected share of the month's calls served in time; nil where service was not weighed.
  package var serviceLevel: Double?
  /// Rosters made with other prices.
  package var replans = 0
}

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

extension RosteredRequirement {
  /// Yuan without the price of the calls not served in time.
  fileprivate var ownCost: Double {
    outcome.solution.objective - (outcome.solution.terms.first { $0.name == "service" }?.yuan ?? 0)
  }
}

/// The price of a call at which rosters reach the target, by what rosters of other prices reached.
///
/// Where queues serve most calls in time, the calls missed fall about as fast with more staff as what one agent more would serve: a price r
/// times as high leaves about 1/r of them. Two rosters say more exactly: a secant on the logarithms.
struct PriceSearch {
  let target: Double
  /// Yuan per call.
  let range: ClosedRange<Double>
  private var tried: [(price: Double, missed: Double)] = []

  init(target: Double, range: ClosedRange<Double>) {
    self.target = target
    self.range = range
  }

  /// Yuan per call to try next; nil where the last roster's service is near enough above the target, or no price is left.
  mutating func next(after price: Double, service: Double) -> Double? {
    guard service < target || service > target + MonthPlanner.serviceTolerance else { return nil }
    let missed = log(max(1e-6, 1 - service))
    let wanted = log(1 - target - MonthPlanner.serviceTolerance / 2)
    var elasticity = -1.0
    if let before = tried.last, before.price != price {
      elasticity = min(-0.1, (missed - before.missed) / (log(price) - log(before.price)))
    }
    tried.append((price, missed))
    let factor = exp(min(2, max(-2, (wanted - missed) / elasticity)))
    let next = (min(max(price * factor, range.lowerBound), range.upperBound) * 10_000).rounded() / 10_000
    return next > 0 && !tried.contains { $0.price == next } ? next : nil
  }
}
