internal import Vocabulary

/// People by productivity, where few enough numbers of each are possible to be tried one by one in every half-hour.
///
/// A half-hour holds whole people: 8 agents or 9, with or without a trainee of 0.75. Priced apart by productivity, the half-hours
/// cannot count on mixtures of trainees that are not there, which raises the bound of small centres. In large ones there is
/// a mixture for every staffing, and nothing is gained.
struct StaffingKinds: Sendable {
  /// Coverage units of a person, the most numerous kind first.
  let units: [Double]
  /// People of each kind.
  let heads: [Int]
  /// Every number of people of the kinds beside the first, at [mixture × (kinds − 1) + kind − 1].
  private let counts: [Int]
  let mixtures: Int

  private static let mostMixtures = 1_000

  /// The least of a half-hour and the numbers of people it is at.
  struct Least: Sendable {
    var cost: Double
    var counts: [Int]
  }

  /// Nil where one kind serves all calls, or too many mixtures are possible.
  init?(_ problem: RosterProblem) {
    var headsOf: [Double: Int] = [:]
    for person in problem.people {
      for units in Set([person.units, person.unitsAfterPromotion]) where units > 0 { headsOf[units, default: 0] += 1 }
    }
    let order = headsOf.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var mixtures = 1
    for kind in order.dropFirst() {
      mixtures *= kind.value + 1
      if mixtures > StaffingKinds.mostMixtures { return nil }
    }
    guard order.count > 1 else { return nil }
    units = order.map(\.key)
    heads = order.map(\.value)
    self.mixtures = mixtures
    let heads = heads
    counts = (0..<mixtures).flatMap { mixture in
      var rest = mixture
      return heads.dropFirst().map { most in
        defer { rest /= most + 1 }
        return rest % (most + 1)
      }
    }
  }

  func kind(of units: Double) -> Int? { self.units.firstIndex(of: units) }

  /// The least over whole numbers of people of [cost of the staffing + price of each person].
  ///
  /// - Parameters:
  ///   - corners: where the convex cost turns, the highest first, with the turn of its slope; beyond the first it is `over`.
  ///   - prices: yuan per person of each kind.
  func least(carried: Double, over: Double, corners: [CostCorner], prices: [Double]) -> Least {
    var best = Least(cost: .infinity, counts: [])
    var bestMixture = 0
    var bestFirst = 0
    let others = units.count - 1
    let target = StaffingKinds.target(over: over, corners: corners, price: prices[0] / units[0])
    let worth = prices[0] / units[0]
    let floor = leastOfAny(carried: carried, over: over, corners: corners, price: worth)
    let excess = units.indices.map { prices[$0] - worth * units[$0] }
    for mixture in 0..<mixtures {
      let row = mixture * others
      var beyond = floor
      for kind in 0..<others { beyond += excess[kind + 1] * Double(counts[row + kind]) }
      // No number of the first kind can make up for what this mixture costs beyond its worth.
      if beyond > best.cost + 1e-7 { continue }
      var staffing = carried
      var price = 0.0
      for kind in 0..<others {
        let count = Double(counts[row + kind])
        staffing += units[kind + 1] * count
        price += prices[kind + 1] * count
      }
      // Convex in the number of the first kind: the least is on either side of the corner where its slope turns.
      var (low, high) = (0, heads[0])
      if let target {
        low = Int(min(max(0, ((target - staffing) / units[0]).rounded(.down)), Double(heads[0])))
        high = min(low + 1, heads[0])
      }
      for first in stride(from: low, through: high, by: max(1, high - low)) {
        let here = staffing + units[0] * Double(first)
        var cost = price + prices[0] * Double(first) + over * (here - corners[0].at)
        for corner in corners { cost += corner.turn * max(0, corner.at - here) }
        if cost < best.cost { (best.cost, bestMixture, bestFirst) = (cost, mixture, first) }
      }
    }
    best.counts = [bestFirst] + counts[(bestMixture * others)..<((bestMixture + 1) * others)]
    return best
  }

  /// The least of [cost of a staffing + price of its units] over all staffings, whole people or not, less the price of what
  /// is carried in.
  private func leastOfAny(carried: Double, over: Double, corners: [CostCorner], price: Double) -> Double {
    let most = zip(units, heads).reduce(carried) { $0 + $1.0 * Double($1.1) }
    var least = Double.infinity
    for at in [carried, most] + corners.map({ min(most, max(carried, $0.at)) }) {
      var cost = price * (at - carried) + over * (at - corners[0].at)
      for corner in corners { cost += corner.turn * max(0, corner.at - at) }
      least = min(least, cost)
    }
    return least
  }

  /// The corner at which the slope, price included, turns from falling to rising; nil where it never does.
  private static func target(over: Double, corners: [CostCorner], price: Double) -> Double? {
    var slope = over + price
    guard slope >= 0 else { return nil }
    for corner in corners {
      slope -= corner.turn
      if slope < 0 { return corner.at }
    }
    return nil
  }
}
