internal import Vocabulary

/// Deals a stretch of days, as people have it now, anew among some alike people, exactly.
///
/// The floor stays as it is; what changes is whose month each stretch belongs to: an assignment problem of people and
/// stretches. Not for switched rules on sequences, which read across its ends. Cost: people² × days + people³.
final class StretchExchange {
  /// People of one exchange.
  static let most = 64

  private let state: SearchState
  private let tables: SearchTables
  private let problem = AssignmentProblem(most: StretchExchange.most)
  /// At [person × people + whose stretch].
  private let costs: UnsafeMutablePointer<Double>
  private let months: UnsafeMutablePointer<MonthWithout>
  private let stretches: UnsafeMutablePointer<Stretch>
  private var choices: [UInt8] = []
  private var meals: [UInt8] = []

  init(_ state: SearchState) {
    self.state = state
    tables = state.tables
    costs = .allocate(capacity: StretchExchange.most * StretchExchange.most)
    months = .allocate(capacity: StretchExchange.most)
    stretches = .allocate(capacity: StretchExchange.most)
  }

  deinit {
    costs.deallocate()
    months.deallocate()
    stretches.deallocate()
  }

  /// - Parameter people: alike, at most `most`; a promotion is on the same day for all.
  func run(_ people: ArraySlice<Int>, days: Range<Int>) {
    let count = people.count
    guard count > 1 else { return }
    for (index, person) in people.enumerated() {
      months[index] = MonthWithout(days, of: person, state)
      stretches[index] = Stretch(days, of: person, state)
    }
    for (row, person) in people.enumerated() {
      for (column, other) in people.enumerated() {
        costs[row * count + column] = cost(person, months[row], other, stretches[column], days)
      }
    }
    if problem.solve(costs, size: count) > 1e-6 { deal(people, days) }
  }

  private func deal(_ people: ArraySlice<Int>, _ days: Range<Int>) {
    choices.removeAll(keepingCapacity: true)
    meals.removeAll(keepingCapacity: true)
    for person in people {
      for day in days {
        choices.append(state.choices[person * tables.days + day])
        meals.append(state.meals[person * tables.days + day])
      }
    }
    for (index, person) in people.enumerated() where problem.columns[index] != index {
      let from = problem.columns[index] * days.count - days.lowerBound
      for day in days {
        state.choices[person * tables.days + day] = choices[from + day]
        state.meals[person * tables.days + day] = meals[from + day]
      }
      state.rebuildTally(person)
    }
  }

  /// The person's own cost of a month with another's stretch, beside what costs the same with any.
  @inline(__always)
  private func cost(_ person: Int, _ month: MonthWithout, _ other: Int, _ stretch: Stretch, _ days: Range<Int>)
    -> Double
  {
    let data = UnsafePointer(tables.people + person)
    guard month.takes(stretch, of: days.count, most: tables.maxConsecutiveDays),
      month.tally.workDays + stretch.tally.workDays <= data.pointee.maxWorkDays
    else {
      return PairCosts.forbidden
    }
    var cost = joints(month, stretch, isSingle: days.count == 1)
    guard cost < PairCosts.forbidden else { return PairCosts.forbidden }
    let row = person * tables.days
    let otherRow = state.choices + other * tables.days
    for day in days {
      let choice = Int(otherRow[day])
      if !tables.isAllowed[(row + day) * tables.choices + choice] { return PairCosts.forbidden }
      let wishes = tables.wishRow[row + day]
      if wishes >= 0 { cost += tables.wishCosts[Int(wishes) * tables.choices + choice] }
    }
    var tally = month.tally
    tally.add(stretch.tally)
    if month.joinsWeekendBefore && stretch.first == 0 { tally.pairsOff += 1 }
    if month.joinsWeekendAfter && stretch.last == 0 { tally.pairsOff += 1 }
    return min(PairCosts.forbidden, cost + tables.monthCost(data, tally))
  }

  /// R2 and R12 where month and stretch meet.
  @inline(__always)
  private func joints(_ month: MonthWithout, _ stretch: Stretch, isSingle: Bool) -> Double {
    let choices = tables.choices
    let next = tables.nextDay
    let cost = next[month.before * choices + stretch.first] + next[stretch.last * choices + month.after]
    guard tables.reachesDayAfterNext else { return cost }
    let far = tables.dayAfterNext
    let outer =
      far[month.beforeThat * choices + stretch.first] + far[stretch.last * choices + month.afterThat]
    let inner =
      isSingle
      ? far[month.before * choices + month.after]
      : far[month.before * choices + stretch.second] + far[stretch.lastButOne * choices + month.after]
    return cost + outer + inner
  }
}

/// A month beside a stretch of its days.
private struct MonthWithout {
  var tally = MonthTally(pairsOff: 0)
  /// Days worked in a row up to the stretch, and from its end on.
  var runBefore = 0
  var runAfter = 0
  /// Choices next to the stretch.
  var before = 0
  var beforeThat = 0
  var after = 0
  var afterThat = 0
  /// Whether a weekend of which one day is off here is off whole if the stretch begins, or ends, off.
  var joinsWeekendBefore = false
  var joinsWeekendAfter = false

  init(_ days: Range<Int>, of person: Int, _ state: SearchState) {
    let tables = state.tables
    let row = state.choices + person * tables.days
    let first = days.lowerBound
    let end = days.upperBound
    tally = state.tally(person, 0..<first)
    tally.add(state.tally(person, end..<tables.days))
    while runBefore < first && row[first - 1 - runBefore] > 0 { runBefore += 1 }
    if runBefore == first { runBefore += tables.people[person].tailRun }
    while end + runAfter < tables.days && row[end + runAfter] > 0 { runAfter += 1 }
    before = first > 0 ? Int(row[first - 1]) : 0
    beforeThat = first > 1 ? Int(row[first - 2]) : 0
    after = end < tables.days ? Int(row[end]) : 0
    afterThat = end + 1 < tables.days ? Int(row[end + 1]) : 0
    joinsWeekendBefore = first > 0 && before == 0 && tables.weekendPartner[first - 1] == first
    joinsWeekendAfter = end < tables.days && after == 0 && tables.weekendPartner[end] == end - 1
  }

  /// R3 where month and stretch meet; a tail that is too long already is no matter if a day off follows.
  @inline(__always)
  func takes(_ stretch: Stretch, of days: Int, most: Int) -> Bool {
    if stretch.firstRun == days { return runBefore + days + runAfter <= most }
    return (stretch.firstRun == 0 || runBefore + stretch.firstRun <= most)
      && (stretch.lastRun == 0 || stretch.lastRun + runAfter <= most)
  }
}

/// A stretch of somebody's days.
private struct Stretch {
  var tally = MonthTally(pairsOff: 0)
  /// Days worked in a row from the first on, and up to the last.
  var firstRun = 0
  var lastRun = 0
  var first = 0
  var second = 0
  var last = 0
  var lastButOne = 0

  init(_ days: Range<Int>, of person: Int, _ state: SearchState) {
    let tables = state.tables
    let row = state.choices + person * tables.days
    tally = state.tally(person, days)
    while firstRun < days.count && row[days.lowerBound + firstRun] > 0 { firstRun += 1 }
    while lastRun < days.count && row[days.upperBound - 1 - lastRun] > 0 { lastRun += 1 }
    first = Int(row[days.lowerBound])
    last = Int(row[days.upperBound - 1])
    second = days.count > 1 ? Int(row[days.lowerBound + 1]) : 0
    lastButOne = days.count > 1 ? Int(row[days.upperBound - 2]) : 0
  }
}
