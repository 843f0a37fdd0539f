internal import Foundation

/// The price of a call at which rosters reach the target, by what rosters of other prices reached.
///
/// Where queues serve most calls in time, the calls missed fall about as fast with more staff as what one agent more would serve: a price r
/// times as high leaves about 1/r of them. Two rosters say more exactly: a secant on the logarithms. Once one roster misses the target and
/// another does more than reach it, the price lies between theirs and is sought there, whatever the others said: rosters are not exact, and a
/// secant through two close ones can point anywhere.
struct PriceSearch {
  let target: Double
  /// Yuan per call.
  let range: ClosedRange<Double>
  /// Logarithms of yuan per call, and of the share of calls not served in time.
  private var tried: [(logPrice: Double, logMissed: Double)] = []

  init(target: Double, range: ClosedRange<Double>) {
    self.target = target
    self.range = range
  }

  /// Yuan per call to try next; nil where the last roster's service is near enough above the target, or no price is left.
  mutating func next(after price: Double, service: Double) -> Double? {
    guard service < target || service > target + MonthPlanner.serviceTolerance else { return nil }
    let missed = log(max(1e-6, 1 - service))
    let last = tried.last
    tried.append((log(price), missed))
    let sought = bracketed ?? secant(from: last)
    let bounded = min(max(exp(sought), range.lowerBound), range.upperBound)
    let next = (bounded * 10_000).rounded() / 10_000
    return next > 0 && !tried.contains { abs(exp($0.logPrice) - next) < 0.00005 } ? next : nil
  }

  /// Logarithm of the calls that are to be missed: in the middle of what is near enough.
  private var wanted: Double { log(1 - target - MonthPlanner.serviceTolerance / 2) }

  /// Between the dearest roster that misses the target and the cheapest that reaches it.
  private var bracketed: Double? {
    let reaching = tried.filter { $0.logMissed <= wanted }.min { $0.logPrice < $1.logPrice }
    let missing = tried.filter { $0.logMissed > wanted }.max { $0.logPrice < $1.logPrice }
    guard let reaching, let missing, missing.logPrice < reaching.logPrice else { return nil }
    let line = (missing.logMissed - wanted) / (missing.logMissed - reaching.logMissed)
    // A line drawn to an end that stays far off closes in from the other one only, and slowly.
    let isOneSided = Set(tried.suffix(2).map { $0.logMissed > wanted }).count == 1
    let part = isOneSided ? 0.5 : min(0.9, max(0.1, line))
    return missing.logPrice + part * (reaching.logPrice - missing.logPrice)
  }

  /// Through the last two rosters, or the last one and the rule above.
  private func secant(from before: (logPrice: Double, logMissed: Double)?) -> Double {
    let last = tried[tried.count - 1]
    var elasticity = -1.0
    if let before, before.logPrice != last.logPrice {
      elasticity = min(-0.1, (last.logMissed - before.logMissed) / (last.logPrice - before.logPrice))
    }
    return last.logPrice + min(2, max(-2, (wanted - last.logMissed) / elasticity))
  }
}
