internal import Vocabulary

/// The cheapest month of one person at given prices, exactly, by dynamic programming over the days.
///
/// State after a day: days worked in a row with the last shift, or off (remembering a shift whose rest reaches past the
/// next day); whether a Saturday–Sunday pair has been off; late nights so far. Hours, worked days and the balance of
/// classes are priced. Amounts are whole micro-yuan held in `Double`, which adds and compares them exactly; every amount is
/// rounded down on its way in, so the result is a bound that trusts no rounding.
/// Cost: days × runs × shifts² × late nights × 2.
final class PersonBound {
  private let problem: RosterProblem
  private let shiftCount: Int
  private let longestRun: Int
  private let lateLevels: Int
  private let tracksLateLimit: Bool
  private let pairs: UnsafeMutablePointer<Double>
  private let longReach: [Int]
  private let minuteStep: Int
  private let stateCount: Int
  private let current: UnsafeMutablePointer<Double>
  private let next: UnsafeMutablePointer<Double>
  private let shiftCost: UnsafeMutablePointer<Double>

  static let microYuan = 1e6
  private static let never = 1e15

  init(_ problem: RosterProblem) {
    self.problem = problem
    shiftCount = problem.shifts.count
    // Runs that began before the period are longer than it may be.
    let longestTail = problem.people.map(\.tailRun).max() ?? 0
    longestRun = min(problem.limits.maxConsecutiveDays, problem.dayCount + longestTail)
    // A limit that no month reaches is not tracked; only what is owed is.
    tracksLateLimit = problem.limits.maxLateNights <= 6
    lateLevels = 1 + (tracksLateLimit ? problem.limits.maxLateNights : min(6, problem.limits.minLateNights))
    pairs = .allocate(capacity: max(1, shiftCount * shiftCount))
    for first in 0..<shiftCount {
      for second in 0..<shiftCount {
        let cost = problem.pairs.nextDay[(first + 1) * problem.choiceCount + second + 1]
        pairs[first * shiftCount + second] =
          cost >= PairCosts.forbidden ? PersonBound.never : (cost * PersonBound.microYuan).rounded(.down)
      }
    }
    let choices = problem.choiceCount
    let afterNext = problem.pairs.dayAfterNext
    longReach = (0..<shiftCount).filter { shift in
      afterNext[((shift + 1) * choices)..<((shift + 2) * choices)].contains { $0 > 0 }
    }
    minuteStep = problem.minuteStep
    stateCount = 1 + longReach.count + longestRun * shiftCount
    current = .allocate(capacity: stateCount * lateLevels * 2)
    next = .allocate(capacity: stateCount * lateLevels * 2)
    shiftCost = .allocate(capacity: max(1, shiftCount))
  }

  deinit {
    pairs.deallocate()
    current.deallocate()
    next.deallocate()
    shiftCost.deallocate()
  }

  /// Micro-yuan of the cheapest month, less the priced totals' own minimum.
  ///
  /// - Parameter shiftPrices: micro-yuan of each shift's half-hours at [day × shifts + shift], rounded down.
  func minimum(_ row: Int, prices: PersonPrices, shiftPrices: UnsafePointer<Double>) -> Double {
    let person = problem.people[row]
    for state in 0..<(stateCount * lateLevels * 2) { current[state] = PersonBound.never }
    current[index(0, late: 0, weekend: person.wantsWeekend ? 0 : 1)] = 0
    for day in 0..<problem.dayCount {
      priceDay(row, day, person, prices, shiftPrices)
      advance(row, day, person)
      for state in 0..<(stateCount * lateLevels * 2) { current[state] = next[state] }
    }
    return finish(person) + totalsMinimum(person, prices)
  }

  @inline(__always)
  private func index(_ state: Int, late: Int, weekend: Int) -> Int {
    (weekend * lateLevels + late) * stateCount + state
  }

  private func priceDay(
    _ row: Int, _ day: Int, _ person: PersonData, _ prices: PersonPrices, _ shiftPrices: UnsafePointer<Double>
  ) {
    let rate = person.rate(day: day) + prices.minute
    for shift in 0..<shiftCount {
      guard problem.isAllowed(row, day, choice: shift + 1) else {
        shiftCost[shift] = PersonBound.never
        continue
      }
      let data = problem.shifts[shift]
      var own = rate * Double(data.paidMinutes) + prices.workDay
      if person.isBalanced {
        if data.isClassA { own += prices.balance }
        if data.isClassB { own -= prices.balance }
      }
      own += problem.wishCost(row, day, choice: shift + 1)
      shiftCost[shift] = (own * PersonBound.microYuan).rounded(.down) + shiftPrices[day * shiftCount + shift]
    }
  }

  private func advance(_ row: Int, _ day: Int, _ person: PersonData) {
    let offCost =
      problem.isAllowed(row, day, choice: 0)
      ? (problem.wishCost(row, day, choice: 0) * PersonBound.microYuan).rounded(.down) : PersonBound.never
    let endsWeekend = problem.weekends.contains { $0.sunday == day }
    for state in 0..<(stateCount * lateLevels * 2) { next[state] = PersonBound.never }
    for weekend in 0...1 {
      for late in 0..<lateLevels {
        let from = current + index(0, late: late, weekend: weekend)
        rest(from, late, weekend, endsWeekend, offCost)
        work(from, late, weekend, day == 0 ? person.tailRun : 0)
      }
    }
  }

  /// The day off.
  @inline(__always)
  private func rest(
    _ from: UnsafeMutablePointer<Double>, _ late: Int, _ weekend: Int, _ endsWeekend: Bool, _ cost: Double
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
      for run in 0..<longestRun { value = min(value, from[first + run * shiftCount + shift]) }
      let reach = longReach.firstIndex(of: shift).map { 1 + $0 } ?? 0
      let target = index(reach, late: late, weekend: weekend)
      next[target] = min(next[target], value + cost)
    }
  }

  /// The day worked; a run that began before the period counts on.
  @inline(__always)
  private func work(_ from: UnsafeMutablePointer<Double>, _ late: Int, _ weekend: Int, _ tailRun: Int) {
    let first = 1 + longReach.count
    for shift in 0..<shiftCount where shiftCost[shift] < PersonBound.never {
      var level = late
      if problem.shifts[shift].isLateNight {
        if late + 1 < lateLevels {
          level += 1
        } else if tracksLateLimit {
          continue
        }
      }
      let to = next + index(first, late: level, weekend: weekend)
      var rested = from[0]
      for (reach, earlier) in longReach.enumerated()
      where problem.pairs.dayAfterNext[(earlier + 1) * problem.choiceCount + shift + 1] == 0 {
        rested = min(rested, from[1 + reach])
      }
      if tailRun < longestRun {
        let target = tailRun * shiftCount + shift
        to[target] = min(to[target], rested + shiftCost[shift])
      }
      for run in 1..<max(1, longestRun) {
        let before = from + first + (run - 1) * shiftCount
        var least = PersonBound.never
        for earlier in 0..<shiftCount { least = min(least, before[earlier] + pairs[earlier * shiftCount + shift]) }
        let target = run * shiftCount + shift
        to[target] = min(to[target], least + shiftCost[shift])
      }
    }
  }

  /// The best final state, with what is owed at the end of the month.
  private func finish(_ person: PersonData) -> Double {
    var best = PersonBound.never
    for weekend in 0...1 {
      for late in 0..<lateLevels {
        var owed = weekend == 0 && person.wantsWeekend ? problem.costs.noWeekendOff : 0
        if person.owesLateNight {
          owed += Double(max(0, problem.limits.minLateNights - late)) * problem.costs.lateNightMissing
        }
        let base = current + index(0, late: late, weekend: weekend)
        var least = PersonBound.never
        for state in 0..<stateCount { least = min(least, base[state]) }
        best = min(best, least + (owed * PersonBound.microYuan).rounded(.down))
      }
    }
    return best
  }

  /// The least that hours, worked days and balance can cost beyond their prices.
  private func totalsMinimum(_ person: PersonData, _ prices: PersonPrices) -> Double {
    let costs = problem.costs
    let premium = person.overtimeRate - max(person.rate, person.rateAfterPromotion)
    var least = Double.infinity
    for minutes in stride(from: 0, through: person.maxMinutes, by: minuteStep) {
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
