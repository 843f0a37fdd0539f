internal import Foundation
internal import Vocabulary

/// How the calls of a day spread over its half-hours, for each class of day.
///
/// Shares are ratios of discounted sums (calls of the half-hour over calls of the day), so busy days count for more, as
/// they do in a Poisson likelihood. A class is shrunk towards its group (working days, rest days), and a group towards
/// all days, half-hour by half-hour: the ratio of class to group has a Gamma prior with mean 1, which the calls seen
/// update (conjugate to the Poisson). Half-hours a class never had open take the group's shape; half-hours nobody ever
/// had open fade out from the nearest known one.
struct WeekdayProfile: Sendable {
  struct Settings: Sendable, Hashable {
    /// Days after which a day counts half.
    var halfLife: Double
    /// Standard deviation of the ratio of a class's share to its group's.
    var classDeviation: Double
    /// Standard deviation, in half-hours, of the kernel that smooths that ratio along the day.
    var smoothing: Double
  }

  /// By class, then half-hour. Over the half-hours a class was seen open they sum to 1.
  let shares: [[Double]]

  init(shares: [[Double]]) { self.shares = shares }

  /// - Parameter end: days of the series from here on are not used.
  init(series: DailySeries, before end: Int, settings: Settings) {
    self.init(
      grid: series.grid, classes: series.classes, levels: series.levels, weights: series.weights, before: end,
      settings: settings)
  }

  /// - Parameters:
  ///   - levels: calls of each day of the grid as if open all its usual hours; NaN = not to be used.
  ///   - weights: by day, what besides age makes a day count less.
  init(grid: DayGrid, classes: [Int], levels: [Double], weights: [Double], before end: Int, settings: Settings) {
    var sums = (0..<DayClass.count).map { _ in ShareSums() }
    for day in 0..<min(end, grid.dayCount) where levels[day] > 0 {
      let weight = weights[day] * exp2(-Double(end - day) / settings.halfLife)
      sums[classes[day]].add(grid: grid, day: day, level: levels[day], weight: weight)
    }
    let all = ShareSums(merging: sums)
    let flat = [Double](repeating: 1 / Double(HalfHour.perDay), count: HalfHour.perDay)
    let overall = all.fadedIntoUnseen(all.shares(prior: flat, deviation: 10, smoothing: 0))
    let groups = [false, true].map { rest in
      let members = (0..<DayClass.count).filter { DayClass.isRest($0) == rest && $0 != DayClass.holiday }
      return ShareSums(merging: members.map { sums[$0] })
        .shares(prior: overall, deviation: 1, smoothing: settings.smoothing)
    }
    var shares = (0..<DayClass.holiday).map { dayClass in
      sums[dayClass].shares(
        prior: groups[DayClass.isRest(dayClass) ? 1 : 0], deviation: settings.classDeviation,
        smoothing: settings.smoothing)
    }
    shares.append(
      sums[DayClass.holiday].shares(
        prior: shares[Weekday.sunday.rawValue], deviation: settings.classDeviation, smoothing: settings.smoothing))
    self.shares = shares
  }

  /// The part of a usual day of this class that falls into the half-hours where `isIncluded`.
  func coverage(of dayClass: Int, where isIncluded: (Int) -> Bool) -> Double {
    (0..<HalfHour.perDay).reduce(0) { isIncluded($1) ? $0 + shares[dayClass][$1] : $0 }
  }
}

/// Discounted sums over the days of one class, by half-hour.
private struct ShareSums {
  /// Σ weight × calls.
  var calls = [Double](repeating: 0, count: HalfHour.perDay)
  /// Σ weight × level, over the days recorded in that half-hour.
  var levels = [Double](repeating: 0, count: HalfHour.perDay)
  /// Σ weight² × level, from which the effective number of days follows.
  var squares = [Double](repeating: 0, count: HalfHour.perDay)
  /// Σ weight, for the calls per day behind the sums.
  var weights = [Double](repeating: 0, count: HalfHour.perDay)

  /// Calls of a half-hour beyond their Poisson noise vary by this relative variance from day to day.
  static let overdispersion = 0.02

  init() {}

  init(merging parts: [ShareSums]) {
    for part in parts {
      for slot in 0..<HalfHour.perDay {
        calls[slot] += part.calls[slot]
        levels[slot] += part.levels[slot]
        squares[slot] += part.squares[slot]
        weights[slot] += part.weights[slot]
      }
    }
  }

  mutating func add(grid: DayGrid, day: Int, level: Double, weight: Double) {
    for slot in 0..<HalfHour.perDay {
      let count = grid[day, slot]
      guard !count.isNaN else { continue }
      calls[slot] += weight * count
      levels[slot] += weight * level
      squares[slot] += weight * weight * level
      weights[slot] += weight
    }
  }

  func isSeen(_ slot: Int) -> Bool { levels[slot] > 0 }

  /// Shares that sum to 1 over the half-hours seen, shrunk towards a prior of any scale.
  func shares(prior: [Double], deviation: Double, smoothing: Double) -> [Double] {
    let slots = 0..<HalfHour.perDay
    let seenPrior = slots.reduce(0) { isSeen($1) ? $0 + prior[$1] : $0 }
    guard seenPrior > 0 else { return normalized(prior) }
    let strength = 1 / (deviation * deviation)
    var observed = [Double](repeating: 0, count: HalfHour.perDay)
    var information = observed
    for slot in slots where isSeen(slot) {
      let expected = levels[slot] * prior[slot] / seenPrior
      guard expected > 0 else { continue }
      observed[slot] = calls[slot] / expected
      let effective = expected * levels[slot] / squares[slot]
      information[slot] = effective / (1 + ShareSums.overdispersion * expected / weights[slot])
    }
    let (ratios, knowledge) = smoothed(observed, information, deviation: smoothing)
    let raw = slots.map { slot in
      prior[slot] / seenPrior * (ratios[slot] * knowledge[slot] + strength) / (knowledge[slot] + strength)
    }
    let total = slots.reduce(0) { isSeen($1) ? $0 + raw[$1] : $0 }
    return total > 0 ? raw.map { $0 / total } : normalized(prior)
  }

  /// A profile with the half-hours nobody was open in fading out from the nearest ones seen.
  func fadedIntoUnseen(_ profile: [Double]) -> [Double] {
    let seen = (0..<HalfHour.perDay).filter(isSeen)
    guard !seen.isEmpty else { return profile }
    return (0..<HalfHour.perDay).map { slot in
      if isSeen(slot) { return profile[slot] }
      func distance(_ other: Int) -> Int {
        let direct = abs(other - slot)
        return min(direct, HalfHour.perDay - direct)
      }
      let nearest = seen.min { (distance($0), $0) < (distance($1), $1) } ?? seen[0]
      return profile[nearest] * exp2(-Double(distance(nearest)) / 4)
    }
  }
}

private func normalized(_ profile: [Double]) -> [Double] {
  let total = profile.reduce(0, +)
  return total > 0 ? profile.map { $0 / total } : profile
}

/// Values averaged along the day with a Gaussian kernel and the information behind each; the information adds up.
private func smoothed(
  _ values: [Double], _ information: [Double], deviation: Double
) -> (values: [Double], information: [Double]) {
  guard deviation > 0 else { return (values, information) }
  let reach = Int((3 * deviation).rounded(.up))
  var result = values
  var knowledge = information
  for slot in values.indices {
    var sum = 0.0
    var weight = 0.0
    for other in max(0, slot - reach)...min(values.count - 1, slot + reach) {
      let distance = Double(other - slot) / deviation
      let kernel = exp(-0.5 * distance * distance) * information[other]
      sum += kernel * values[other]
      weight += kernel
    }
    result[slot] = weight > 0 ? sum / weight : 1
    knowledge[slot] = weight
  }
  return (result, knowledge)
}
