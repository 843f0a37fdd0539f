internal import Foundation

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
