internal import Foundation
internal import Parallel
internal import Vocabulary

/// The certified lower bound: the Lagrangian dual at given prices.
///
/// bound = Σ half-hours min over staffings S of [cost(S) + price·S] − price·carried in − seats and leads at their prices
///       + Σ people of the cheapest month at those prices (`PersonBound`).
/// It holds for any prices, however they were found. Staffings are restricted to what sums of productivities can reach.
struct LowerBound {
  let problem: RosterProblem
  let threads: Int
  private let unitStep: Double
  private let unitsOnFloor: Double
  /// People told apart by productivity, where the prices do so.
  let kinds: StaffingKinds?

  init(problem: RosterProblem, threads: Int) {
    self.problem = problem
    self.threads = threads
    unitStep = problem.unitStep
    unitsOnFloor = problem.unitsOnFloor
    kinds = StaffingKinds(problem)
  }

  /// Yuan; no roster that keeps the hard rules costs less. Infinite where some person has no month at all.
  func evaluate(_ slots: SlotPrices, _ people: [PersonPrices]) -> Double {
    let slots = slots.withoutFixedDays(of: problem)
    let (values, _) = evaluatePeople(slots, people, climbs: 0)
    return total(slots, values)
  }

  /// The bound after each person's own prices have been improved by a few steps.
  func improve(_ slots: SlotPrices, _ people: [PersonPrices], climbs: Int) -> (bound: Double, prices: [PersonPrices]) {
    let slots = slots.withoutFixedDays(of: problem)
    let (values, prices) = evaluatePeople(slots, people, climbs: climbs)
    return (total(slots, values), prices)
  }

  func total(_ slots: SlotPrices, _ people: [Double]) -> Double {
    total(leasts(slots), people)
  }

  func total(_ slots: [SlotLeast], _ people: [Double]) -> Double {
    if people.contains(where: { $0 >= PersonBound.reachable }) { return .infinity }
    let micro = people.reduce(0, +) + slots.reduce(0) { $0 + ($1.yuan * PersonBound.microYuan - 1).rounded(.down) }
    return micro / PersonBound.microYuan
  }

  /// The least that each half-hour can cost at its prices.
  func leasts(_ prices: SlotPrices) -> [SlotLeast] {
    let days = problem.slotCount / HalfHour.perDay
    return ParallelTasks.map(count: days, threads: threads) { day in
      ((day * HalfHour.perDay)..<((day + 1) * HalfHour.perDay)).map { least($0, prices) }
    }.flatMap { $0 }
  }

  private func least(_ slot: Int, _ prices: SlotPrices) -> SlotLeast {
    if let fixed = problem.kept?.fixedUnits, slot < fixed.count {
      return SlotLeast(yuan: problem.isCounted[slot] ? problem.staffingCosts[slot].yuan(fixed[slot]) : 0)
    }
    var result = SlotLeast(
      yuan: -prices.seat[slot] * Double(problem.seats[slot] - problem.carriedStaff[slot] - problem.carriedLeads[slot]))
    result.yuan -=
      prices.lead[slot]
      * Double(problem.carriedLeads[slot] * Int32(problem.limits.leadSpan) - problem.carriedStaff[slot])
    guard problem.isCounted[slot] else { return result }
    if let kinds, !prices.extra.isEmpty {
      let least = kinds.least(
        carried: problem.carriedUnits[slot], over: problem.staffingCosts[slot].over / CoverageUnits.perAgent,
        corners: problem.staffingCosts[slot].corners,
        prices: kinds.units.indices.map {
          prices.worth(kinds.units[$0] / CoverageUnits.perAgent, kind: $0, slot)
        })
      result.yuan += least.cost
      result.counts = least.counts
      result.units = zip(kinds.units, least.counts).reduce(0) { $0 + $1.0 * Double($1.1) }
    } else {
      let price = prices.coverage[slot] / CoverageUnits.perAgent
      result.units = bestStaffing(slot, prices) - problem.carriedUnits[slot]
      result.yuan += problem.staffingCosts[slot].yuan(result.units + problem.carriedUnits[slot]) + price * result.units
    }
    return result
  }

  /// The staffing at which a half-hour costs least at its prices.
  func bestStaffing(_ slot: Int, _ prices: SlotPrices) -> Double {
    let price = prices.coverage[slot] / CoverageUnits.perAgent
    var best = (units: problem.carriedUnits[slot], cost: Double.infinity)
    for units in candidates(slot) {
      let cost = problem.staffingCosts[slot].yuan(units) + price * units
      if cost < best.cost { best = (units, cost) }
    }
    return best.units
  }

  /// Staffings among which the minimum of a convex cost plus a line must be: the reachable ones next to its kinks, and the
  /// ends.
  func candidates(_ slot: Int) -> [Double] {
    let carried = problem.carriedUnits[slot]
    let step = unitStep
    let most = carried + unitsOnFloor
    var result = [carried, most]
    for kink in problem.staffingCosts[slot].corners.map(\.at) {
      let below = carried + ((kink - carried) / step).rounded(.down) * step
      for units in [below, below + step] where units >= carried && units <= most { result.append(units) }
    }
    return result
  }

  /// Each person's minimum and prices; people share nothing, so they are spread over the threads.
  private func evaluatePeople(
    _ slots: SlotPrices, _ prices: [PersonPrices], climbs: Int
  ) -> (values: [Double], prices: [PersonPrices]) {
    let table = ShiftPriceTable(problem, slots, kinds)
    let result = PeopleResult(prices)
    let chunk = 16
    let chunks = (problem.people.count + chunk - 1) / chunk
    ParallelTasks.run(count: chunks, threads: threads) { part in
      let solver = PersonBound(problem)
      for row in (part * chunk)..<min(problem.people.count, (part + 1) * chunk) {
        let climb = PersonPriceClimb(solver: solver, row: row, shiftPrices: table.prices(of: row))
        let best = climb.run(from: result.prices[row], steps: climbs)
        result.values[row] = best.value
        result.prices[row] = best.prices
      }
    }
    return (
      Array(UnsafeBufferPointer(start: result.values, count: prices.count)),
      Array(UnsafeBufferPointer(start: result.prices, count: prices.count))
    )
  }
}

/// The least of a half-hour at its prices, and the staffing it is at.
struct SlotLeast: Sendable {
  var yuan: Double
  /// Coverage units beside those carried in.
  var units = 0.0
  /// People of each of `StaffingKinds`, where the prices tell them apart.
  var counts: [Int] = []
}

/// Results by person, written by several threads at different places.
private final class PeopleResult: @unchecked Sendable {
  let values: UnsafeMutablePointer<Double>
  let prices: UnsafeMutablePointer<PersonPrices>

  init(_ prices: [PersonPrices]) {
    values = [Double](repeating: 0, count: prices.count).copiedToFlatMemory()
    self.prices = prices.copiedToFlatMemory()
  }

  deinit {
    values.deallocate()
    prices.deallocate()
  }
}
