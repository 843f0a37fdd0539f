internal import Vocabulary

/// Raises the certified bound by better prices on the half-hours, beyond those of the relaxation, which knows people only
/// in groups and nothing of what pairs of days, wishes and weekends cost.
///
/// A fixed number of evaluations; any prices are valid. With many of them steps of each price's own (`AdaptiveSteps`) from
/// where the last one ended get nearest to the best bound; they first go down, so with few it is the volume algorithm of
/// F. Barahona and R. Anbil, "The volume algorithm: producing primal solutions with a subgradient method" (Mathematical
/// Programming 87, 2000): steps along the imbalance of an average of the people's answers, from the best prices so far.
struct PriceAscent {
  let bound: LowerBound
  let evaluations: Int
  let sample: PeopleSample
  /// In the centre: the more there are, the less a price may move without moving more than one of them.
  let people: Int

  /// From here on steps of each price's own.
  private static let many = 100
  private static let slopeKept = 0.9
  /// Of the volume algorithm.
  private static let averaging = 0.1
  /// Steps without progress after which they are shortened.
  private static let patience = 8

  /// - Parameter onStep: told the share done; returns true to end early.
  /// - Returns: the prices of the best bound.
  func run(
    from start: SlotPrices, _ people: [PersonPrices], onStep: (Double) -> Bool = { _ in false }
  ) -> SlotPrices {
    var prices = start
    if let kinds = bound.kinds {
      prices.extra = kinds.units.dropFirst().map { _ in [Double](repeating: 0, count: start.coverage.count) }
    }
    return evaluations < PriceAscent.many
      ? volume(from: prices, people, onStep: onStep) : adaptive(from: prices, people, onStep: onStep)
  }

  /// In yuan for a half-hour of an agent; shorter where there are too few steps to come back from far away.
  private var firstStep: Double { min(1, 50 / Double(max(1, people))) * min(1, Double(evaluations) / 600) }
  private var lastStep: Double { firstStep / 100 }

  private func adaptive(
    from start: SlotPrices, _ people: [PersonPrices], onStep: (Double) -> Bool
  ) -> SlotPrices {
    var prices = start
    var best = -Double.infinity
    var bestPrices = prices
    let count = (3 + prices.extra.count) * prices.coverage.count
    var adaptive = AdaptiveSteps(count: count, slopeKept: PriceAscent.slopeKept)
    for step in 0..<evaluations {
      let part = Double(step) / Double(evaluations)
      if onStep(part) { break }
      let answer = bound.respond(prices, people, of: sample)
      guard answer.bound.isFinite else { break }
      if answer.bound > best {
        best = answer.bound
        bestPrices = prices
      }
      let length = geometric(from: firstStep, to: lastStep, part: part)
      prices = prices.moved(along: adaptive.moves(prices.possible(answer.imbalance)), by: length)
    }
    return bestPrices
  }

  private func volume(
    from start: SlotPrices, _ people: [PersonPrices], onStep: (Double) -> Bool
  ) -> SlotPrices {
    var prices = start
    var best = bound.respond(prices, people, of: sample)
    var imbalance = best.imbalance.map { $0 * PriceAscent.averaging }
    var reach = 0.02
    var failures = 0
    for step in 0..<evaluations where best.bound.isFinite {
      if onStep(Double(step) / Double(evaluations)) { break }
      let direction = prices.possible(imbalance)
      let square = direction.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { break }
      // Polyak's step towards a bound a little above the best.
      let length = reach * max(1, abs(best.bound)) * 0.005 / square
      let trial = prices.moved(along: direction, by: length)
      let answer = bound.respond(trial, people, of: sample)
      if answer.bound > best.bound {
        let agrees = zip(direction, answer.imbalance).reduce(0) { $0 + $1.0 * $1.1 } > 0
        best = answer
        prices = trial
        failures = 0
        if agrees { reach *= 1.2 }
      } else {
        failures += 1
        if failures >= PriceAscent.patience {
          reach *= 0.66
          failures = 0
        }
      }
      let share = averagingShare(direction, prices.possible(answer.imbalance))
      for index in imbalance.indices { imbalance[index] += share * (answer.imbalance[index] - imbalance[index]) }
    }
    return prices
  }

  /// The share of a new answer that brings the average nearest to balance, within limits.
  private func averagingShare(_ average: [Double], _ answer: [Double]) -> Double {
    var product = 0.0
    var square = 0.0
    for (old, new) in zip(average, answer) {
      product += old * (old - new)
      square += (old - new) * (old - new)
    }
    guard square > 0 else { return PriceAscent.averaging }
    return min(PriceAscent.averaging, max(PriceAscent.averaging / 10, product / square))
  }
}

extension SlotPrices {
  /// A direction without what would take prices on limits below 0.
  func possible(_ direction: [Double]) -> [Double] {
    var result = direction
    let slots = coverage.count
    for slot in 0..<slots {
      if seat[slot] <= 0 { result[slots + slot] = max(0, result[slots + slot]) }
      if lead[slot] <= 0 { result[2 * slots + slot] = max(0, result[2 * slots + slot]) }
    }
    return result
  }

  /// At [coverage, seat, lead, extra… × slots + slot]; prices on limits stay at 0 or more.
  func moved(along direction: [Double], by step: Double) -> SlotPrices {
    var result = self
    let slots = coverage.count
    for slot in 0..<slots {
      result.coverage[slot] += step * direction[slot]
      result.seat[slot] = max(0, seat[slot] + step * direction[slots + slot])
      result.lead[slot] = max(0, lead[slot] + step * direction[2 * slots + slot])
      for kind in extra.indices { result.extra[kind][slot] += step * direction[(3 + kind) * slots + slot] }
    }
    return result
  }
}
