internal import Vocabulary

/// The cheapest month of one person at given prices, exactly, by dynamic programming over the days.
///
/// State after a day: days worked in a row with the last shift, or off (remembering a shift whose rest reaches past the
/// next day); whether a Saturday–Sunday pair has been off; late nights so far. Hours, worked days and the balance of
/// classes are priced. Amounts are whole micro-yuan held in `Double`, which adds and compares them exactly; every amount is
/// rounded down on its way in, so the result is a bound that trusts no rounding.
/// Cost: days × runs × shifts² × late nights × 2, four shifts at a time.
final class PersonBound {
  let problem: RosterProblem
  let shiftCount: Int
  /// Shifts rounded up to whole fours; those beyond cost `never`.
  let stride: Int
  let longestRun: Int
  let lateLevels: Int
  let tracksLateLimit: Bool
  /// At [shift × stride + next shift].
  let pairs: UnsafeMutablePointer<Double>
  let longReach: [Int]
  private let minuteStep: Int
  /// States of a block: off, off after a long rest, then a row of shifts for each run.
  let stateCount: Int
  /// Blocks: late nights × weekend off yet or not.
  let layerSize: Int
  /// The states before each day and after the last, at [day × layer + weekend and late night × states + state].
  let layers: UnsafeMutablePointer<Double>
  /// Of the day at hand, `never` for those not allowed; of late nights apart from the others.
  let shiftCost: UnsafeMutablePointer<Double>
  let lateCost: UnsafeMutablePointer<Double>
  private let least: UnsafeMutablePointer<Double>

  static let microYuan = 1e6
  static let never = 1e15
  /// Sums with `never` in them are above, all others below.
  static let reachable = 1e14

  init(_ problem: RosterProblem) {
    self.problem = problem
    shiftCount = problem.shifts.count
    stride = (shiftCount + 3) / 4 * 4
    // Runs that began before the period are longer than it may be.
    let longestTail = problem.people.map(\.tailRun).max() ?? 0
    longestRun = min(problem.limits.maxConsecutiveDays, problem.dayCount + longestTail)
    // A limit that no month reaches is not tracked; only what is owed is.
    tracksLateLimit = problem.limits.maxLateNights <= 6
    lateLevels = 1 + (tracksLateLimit ? problem.limits.maxLateNights : min(6, problem.limits.minLateNights))
    var pairs = [Double](repeating: PersonBound.never, count: max(1, shiftCount * stride))
    for first in 0..<shiftCount {
      for second in 0..<shiftCount {
        let cost = problem.pairs.nextDay[(first + 1) * problem.choiceCount + second + 1]
        pairs[first * stride + second] =
          cost >= PairCosts.forbidden ? PersonBound.never : (cost * PersonBound.microYuan).rounded(.down)
      }
    }
    self.pairs = pairs.copiedToFlatMemory()
    let choices = problem.choiceCount
    let afterNext = problem.pairs.dayAfterNext
    longReach = (0..<shiftCount).filter { shift in
      afterNext[((shift + 1) * choices)..<((shift + 2) * choices)].contains { $0 > 0 }
    }
    minuteStep = problem.minuteStep
    stateCount = 1 + longReach.count + longestRun * stride
    layerSize = stateCount * lateLevels * 2
    layers = .allocate(capacity: layerSize * (problem.dayCount + 1))
    let never = [Double](repeating: PersonBound.never, count: max(4, stride))
    shiftCost = never.copiedToFlatMemory()
    lateCost = never.copiedToFlatMemory()
    least = never.copiedToFlatMemory()
  }

  deinit {
    pairs.deallocate()
    layers.deallocate()
    shiftCost.deallocate()
    lateCost.deallocate()
    least.deallocate()
  }

  /// Micro-yuan of the cheapest month, less the priced totals' own minimum.
  ///
  /// - Parameter shiftPrices: micro-yuan of each shift's half-hours at [day × shifts + shift], rounded down.
  func minimum(_ row: Int, prices: PersonPrices, shiftPrices: UnsafePointer<Double>) -> Double {
    let person = problem.people[row]
    layers.update(repeating: PersonBound.never, count: layerSize * (problem.dayCount + 1))
    layers[index(0, late: 0, weekend: person.wantsWeekend ? 0 : 1)] = 0
    for day in 0..<problem.dayCount {
      priceDay(row, day, person, prices, shiftPrices)
      advance(row, day, person)
    }
    return finish(person).value + totalsMinimum(person, prices)
  }

  @inline(__always)
  func index(_ state: Int, late: Int, weekend: Int) -> Int {
    (weekend * lateLevels + late) * stateCount + state
  }

  func priceDay(
    _ row: Int, _ day: Int, _ person: PersonData, _ prices: PersonPrices, _ shiftPrices: UnsafePointer<Double>
  ) {
    let rate = person.rate(day: day) + prices.minute
    for shift in 0..<shiftCount {
      shiftCost[shift] = PersonBound.never
      lateCost[shift] = PersonBound.never
      guard problem.isAllowed(row, day, choice: shift + 1) else { continue }
      let data = problem.shifts[shift]
      var own = rate * Double(data.paidMinutes) + prices.workDay
      if person.isBalanced {
        if data.isClassA { own += prices.balance }
        if data.isClassB { own -= prices.balance }
      }
      own += problem.wishCost(row, day, choice: shift + 1)
      let cost = (own * PersonBound.microYuan).rounded(.down) + shiftPrices[day * shiftCount + shift]
      if data.isLateNight { lateCost[shift] = cost } else { shiftCost[shift] = cost }
    }
  }

  func offCost(_ row: Int, _ day: Int) -> Double {
    problem.isAllowed(row, day, choice: 0)
      ? (problem.wishCost(row, day, choice: 0) * PersonBound.microYuan).rounded(.down) : PersonBound.never
  }

  func endsWeekend(_ day: Int) -> Bool { problem.weekends.contains { $0.sunday == day } }

  private func advance(_ row: Int, _ day: Int, _ person: PersonData) {
    let offCost = offCost(row, day)
    let endsWeekend = endsWeekend(day)
    let current = layers + day * layerSize
    let next = current + layerSize
    for weekend in 0...1 {
      for late in 0..<lateLevels {
        let from = current + index(0, late: late, weekend: weekend)
        rest(from, next, late, weekend, endsWeekend, offCost)
        work(from, next, late, weekend, day == 0 ? person.tailRun : 0)
      }
    }
  }

  /// The day off.
  @inline(__always)
  private func rest(
    _ from: UnsafeMutablePointer<Double>, _ next: UnsafeMutablePointer<Double>, _ late: Int, _ weekend: Int,
    _ endsWeekend: Bool, _ cost: Double
  ) {
    let first = 1 + longReach.count
    var worked = PersonBound.never
    for state in first..<stateCount { worked = min(worked, from[state]) }
    var off = from[0]
    for state in 1..<first { off = min(off, from[state]) }
    let offTarget = index(0, late: late, weekend: endsWeekend ? 1 : weekend)
    next[offTarget] = min(next[offTarget], off + cost)
    let workedTarget = index(0, late: late, weekend: weekend)
    if longReach.isEmpty {
      next[workedTarget] = min(next[workedTarget], worked + cost)
      return
    }
    for shift in 0..<shiftCount {
      var value = PersonBound.never
      for run in 0..<longestRun { value = min(value, from[first + run * stride + shift]) }
      let reach = longReach.firstIndex(of: shift).map { 1 + $0 } ?? 0
      let target = index(reach, late: late, weekend: weekend)
      next[target] = min(next[target], value + cost)
    }
  }

  /// The day worked; a run that began before the period counts on.
  @inline(__always)
  private func work(
    _ from: UnsafeMutablePointer<Double>, _ next: UnsafeMutablePointer<Double>, _ late: Int, _ weekend: Int,
    _ tailRun: Int
  ) {
    let first = 1 + longReach.count
    let stays = next + index(first, late: late, weekend: weekend)
    // Beyond a limit that is tracked there is no late night more.
    let isFull = late + 1 == lateLevels
    let rises = isFull ? (tracksLateLimit ? nil : stays) : next + index(first, late: late + 1, weekend: weekend)
    if tailRun < longestRun {
      for shift in 0..<shiftCount { least[shift] = rested(from, shift) }
      place(to: stays, rises, run: tailRun)
    }
    for run in 1..<max(1, longestRun) where follow(from + first + (run - 1) * stride) {
      place(to: stays, rises, run: run)
    }
  }

  /// The cheapest way to have been off before a shift.
  @inline(__always)
  func rested(_ from: UnsafeMutablePointer<Double>, _ shift: Int) -> Double {
    var rested = from[0]
    for (reach, earlier) in longReach.enumerated()
    where problem.pairs.dayAfterNext[(earlier + 1) * problem.choiceCount + shift + 1] == 0 {
      rested = min(rested, from[1 + reach])
    }
    return rested
  }

  /// Into `least`: the cheapest way to have worked the day before each shift; false where there is none.
  @inline(__always)
  private func follow(_ before: UnsafeMutablePointer<Double>) -> Bool {
    var isReached = false
    for earlier in 0..<shiftCount where before[earlier] < PersonBound.reachable {
      if !isReached {
        isReached = true
        least.update(repeating: PersonBound.never, count: stride)
      }
      let row = pairs + earlier * stride
      let value = SIMD4(repeating: before[earlier])
      var shift = 0
      while shift < stride {
        let trial = FourSlots.load(row, shift) + value
        let known = FourSlots.load(least, shift)
        FourSlots.store(known.replacing(with: trial, where: trial .< known), least, shift)
        shift += 4
      }
    }
    return isReached
  }

  /// Adds the day's costs to `least` and keeps what is better than known.
  @inline(__always)
  private func place(to stays: UnsafeMutablePointer<Double>, _ rises: UnsafeMutablePointer<Double>?, run: Int) {
    var shift = 0
    while shift < stride {
      let before = FourSlots.load(least, shift)
      improve(stays, run * stride + shift, before + FourSlots.load(shiftCost, shift))
      if let rises { improve(rises, run * stride + shift, before + FourSlots.load(lateCost, shift)) }
      shift += 4
    }
  }

  @inline(__always)
  private func improve(_ memory: UnsafeMutablePointer<Double>, _ at: Int, _ trial: SIMD4<Double>) {
    let known = FourSlots.load(memory, at)
    FourSlots.store(known.replacing(with: trial, where: trial .< known), memory, at)
  }

  /// The best final state, with what is owed at the end of the month.
  func finish(_ person: PersonData) -> (value: Double, state: Int, late: Int, weekend: Int) {
    var best = (value: PersonBound.never, state: 0, late: 0, weekend: 0)
    let last = layers + problem.dayCount * layerSize
    for weekend in 0...1 {
      for late in 0..<lateLevels {
        var owed = weekend == 0 && person.wantsWeekend ? problem.costs.noWeekendOff : 0
        if person.owesLateNight {
          owed += Double(max(0, problem.limits.minLateNights - late)) * problem.costs.lateNightMissing
        }
        let due = (owed * PersonBound.microYuan).rounded(.down)
        let base = last + index(0, late: late, weekend: weekend)
        for state in 0..<stateCount where base[state] + due < best.value {
          best = (base[state] + due, state, late, weekend)
        }
      }
    }
    return best
  }

  /// The least that hours, worked days and balance can cost beyond their prices, in micro-yuan.
  private func totalsMinimum(_ person: PersonData, _ prices: PersonPrices) -> Double {
    let costs = problem.costs
    let premium = person.overtimeRate - max(person.rate, person.rateAfterPromotion)
    var least = Double.infinity
    for minutes in Swift.stride(from: 0, through: person.maxMinutes, by: minuteStep) {
      let short = person.minMinutes - Double(minutes)
      if problem.limits.minHoursHard && short > 1e-6 { continue }
      let cost =
        max(0, short) / 60 * costs.shortHour + max(0, Double(minutes) - costs.standardMinutes) * premium
        - prices.minute * Double(minutes)
      least = min(least, cost)
    }
    guard least.isFinite else { return PersonBound.never }
    least -= prices.workDay * Double(max(0, person.maxWorkDays))
    if person.isBalanced {
      least += min(0, costs.imbalance - abs(prices.balance)) * Double(problem.limits.balanceTolerance)
    }
    return (least * PersonBound.microYuan).rounded(.down)
  }
}
