internal import Glibc
internal import Vocabulary

/// Heat-bath moves on cells: a choice is drawn with probability ∝ exp(−cost ÷ temperature) among all that the rules allow.
///
/// One mover belongs to one task of an epoch: it has its own random stream and scratch memory and touches only the people
/// and days it is given.
final class HeatBath {
  let state: SearchState
  let tables: SearchTables
  /// In memory of its own: a class's variable is guarded at each access.
  let random: UnsafeMutablePointer<SeededRandom>
  let first: CellPricing
  let second: CellPricing
  let weights: UnsafeMutablePointer<Double>
  /// Of a draw: the likely choices and their weights added up.
  private let sums: UnsafeMutablePointer<Double>
  private let indices: UnsafeMutablePointer<Int>
  private let firstKinds: UnsafeMutablePointer<Double>
  private let secondKinds: UnsafeMutablePointer<Double>
  /// Cells that a move for switched rules rewrites together.
  let rewrites: UnsafeMutablePointer<CellRewrite>

  init(_ state: SearchState, seed: UInt64, stream: UInt64) {
    self.state = state
    tables = state.tables
    random = [SeededRandom(seed: seed, stream: stream)].copiedToFlatMemory()
    first = CellPricing(state)
    second = CellPricing(state)
    let most = max(2 * tables.choices, tables.kindCount * tables.kindCount)
    weights = .allocate(capacity: most)
    sums = .allocate(capacity: most)
    indices = .allocate(capacity: most)
    firstKinds = .allocate(capacity: tables.kindCount)
    secondKinds = .allocate(capacity: tables.kindCount)
    rewrites = .allocate(capacity: CellRewrite.most)
  }

  deinit {
    random.deallocate()
    first.deallocate()
    second.deallocate()
    weights.deallocate()
    sums.deallocate()
    indices.deallocate()
    firstKinds.deallocate()
    secondKinds.deallocate()
    rewrites.deallocate()
  }

  /// Makes a number of moves among some people within a range of days.
  func run(people: [Int32], days: Range<Int>, moves: Int, temperature: Double) {
    guard !people.isEmpty, !days.isEmpty else { return }
    for _ in 0..<moves {
      let person = Int(people[random.pointee.below(people.count)])
      let day = days.lowerBound + random.pointee.below(days.count)
      if tables.hasJoinedCells && random.pointee.below(8) == 0 {
        moveJoinedCells(person, day, people, days, temperature)
        continue
      }
      switch random.pointee.below(100) {
      case 0..<45: redraw(person, day, temperature)
      case 45..<65: moveWorkDay(person, day, days, temperature)
      case 65..<85: redrawTwo(person, day, days, temperature)
      default: swap(person, Int(people[random.pointee.below(people.count)]), days, day, temperature)
      }
    }
  }

  /// Draws one cell anew.
  private func redraw(_ person: Int, _ day: Int, _ temperature: Double) {
    guard isWorkable(person, day) else { return }
    _ = state.takeOut(person, day)
    first.price(person, day)
    first.addMonth(person, day)
    let choice = draw(first.energy, tables.choices, temperature)
    state.put(person, day, choice: choice, meal: choice > 0 ? first.meal[choice] : 0)
  }

  /// Draws which of two days is worked, one being worked now, and with which shift.
  private func moveWorkDay(_ person: Int, _ day: Int, _ days: Range<Int>, _ temperature: Double) {
    let other = days.lowerBound + random.pointee.below(days.count)
    let row = state.choices + person * tables.days
    guard (row[day] > 0) != (row[other] > 0), isWorkable(person, day), isWorkable(person, other) else { return }
    _ = state.takeOut(person, day)
    _ = state.takeOut(person, other)
    first.price(person, day)
    second.price(person, other)
    let offFirst = first.energy[0]
    let offSecond = second.energy[0]
    first.addMonth(person, day)
    second.addMonth(person, other)
    let count = tables.choices - 1
    for choice in 1...count {
      weights[choice - 1] = first.energy[choice] + offSecond
      weights[count + choice - 1] = second.energy[choice] + offFirst
    }
    let drawn = draw(weights, 2 * count, temperature)
    if drawn < count {
      state.put(person, day, choice: drawn + 1, meal: first.meal[drawn + 1])
    } else {
      state.put(person, other, choice: drawn - count + 1, meal: second.meal[drawn - count + 1])
    }
  }

  /// Draws two days of a person jointly, which keeps hours and balance within reach. The days are too far apart to touch.
  private func redrawTwo(_ person: Int, _ day: Int, _ days: Range<Int>, _ temperature: Double) {
    let other = days.lowerBound + random.pointee.below(days.count)
    guard abs(day - other) > max(tables.reach, tables.maxConsecutiveDays), isWorkable(person, day),
      isWorkable(person, other)
    else { return }
    _ = state.takeOut(person, day)
    _ = state.takeOut(person, other)
    first.price(person, day)
    second.price(person, other)
    gatherKinds(first, firstKinds, temperature)
    gatherKinds(second, secondKinds, temperature)
    let data = UnsafePointer(tables.people + person)
    let losesFirst = state.losesWeekend(person, day)
    let losesSecond = state.losesWeekend(person, other)
    let kinds = tables.kindCount
    let spare = data.pointee.maxWorkDays - state.tallies[person].workDays
    for one in 0..<kinds {
      let tally = tables.tally(state.tallies[person], adding: one, data, day: day, losesWeekend: losesFirst)
      for two in 0..<kinds {
        let index = one * kinds + two
        weights[index] = firstKinds[one] + secondKinds[two]
        if weights[index] >= PairCosts.forbidden || (one > 0 && two > 0 && spare < 2) {
          weights[index] = PairCosts.forbidden
        } else {
          let both = tables.tally(tally, adding: two, data, day: other, losesWeekend: losesSecond)
          weights[index] += tables.monthCost(data, both)
        }
      }
    }
    if let sequence = tables.sequence { addSequences(sequence, person, day, other) }
    let drawn = draw(weights, kinds * kinds, temperature)
    place(person, day, kind: drawn / kinds, first, temperature)
    place(person, other, kind: drawn % kinds, second, temperature)
  }

  /// Exchanges the days of a range between two people; between alike ones the floor stays as it is.
  private func swap(_ person: Int, _ other: Int, _ days: Range<Int>, _ from: Int, _ temperature: Double) {
    let one = tables.people[person]
    let two = tables.people[other]
    guard person != other, one.isLead == two.isLead, one.needs == two.needs, !tables.hasPairs(person, other)
    else { return }
    let to = min(days.upperBound, from + 1 + random.pointee.below(7))
    let rowOne = person * tables.days
    let rowTwo = other * tables.days
    var differs = false
    var isAlike = true
    for day in from..<to {
      if state.choices[rowOne + day] != state.choices[rowTwo + day] { differs = true }
      if one.units(day: day) != two.units(day: day) { isAlike = false }
    }
    guard differs, joins(rowOne, rowTwo, from..<to), joins(rowTwo, rowOne, from..<to) else { return }
    let before = state.ownCost(person) + state.ownCost(other)
    exchange(rowOne, rowTwo, from..<to)
    let change = state.ownCost(person) + state.ownCost(other) - before
    guard isAlike else {
      exchange(rowOne, rowTwo, from..<to)
      return swapUnalike(person, other, from..<to, ownChange: change, temperature)
    }
    if accepts(change, temperature) {
      state.rebuildTally(person)
      state.rebuildTally(other)
    } else {
      exchange(rowOne, rowTwo, from..<to)
    }
  }

  /// Whether a row may take a range of days of another: allowed choices and the rests at both ends. It spares most of the
  /// counting of whole months.
  @inline(__always)
  private func joins(_ row: Int, _ other: Int, _ days: Range<Int>) -> Bool {
    let choices = tables.choices
    let first = days.lowerBound
    let end = days.upperBound
    func follows(_ one: UInt8, _ two: UInt8) -> Bool {
      tables.nextDay[Int(one) * choices + Int(two)] < PairCosts.forbidden
    }
    if first > 0 && !follows(state.choices[row + first - 1], state.choices[other + first]) { return false }
    if end < tables.days && !follows(state.choices[other + end - 1], state.choices[row + end]) { return false }
    for day in days where !tables.isAllowed[(row + day) * choices + Int(state.choices[other + day])] { return false }
    return true
  }

  /// People of different productivity, whom the half-hours feel: so that those who serve less come to the hours that need
  /// less, which single cells cannot reach across the rests between days.
  private func swapUnalike(
    _ person: Int, _ other: Int, _ days: Range<Int>, ownChange: Double, _ temperature: Double
  ) {
    guard ownChange < PairCosts.forbidden / 2 else { return }
    let base = days.lowerBound * HalfHour.perDay
    let slots = (base + tables.firstSlot)..<(base + (days.count - 1) * HalfHour.perDay + tables.lastSlot)
    let before = state.cost(of: slots)
    exchangeOnFloor(person, other, days)
    if accepts(ownChange + state.cost(of: slots) - before, temperature) { return }
    exchangeOnFloor(person, other, days)
  }

  /// The rule of Metropolis et al. (1953).
  private func accepts(_ change: Double, _ temperature: Double) -> Bool {
    change < 0 || random.pointee.uniform() < exp(-change / temperature)
  }

  private func exchangeOnFloor(_ person: Int, _ other: Int, _ days: Range<Int>) {
    for day in days {
      let one = state.takeOut(person, day)
      let two = state.takeOut(other, day)
      state.put(person, day, choice: two.choice, meal: two.meal)
      state.put(other, day, choice: one.choice, meal: one.meal)
    }
  }

  private func exchange(_ rowOne: Int, _ rowTwo: Int, _ days: Range<Int>) {
    for day in days {
      (state.choices[rowOne + day], state.choices[rowTwo + day]) =
        (state.choices[rowTwo + day], state.choices[rowOne + day])
      (state.meals[rowOne + day], state.meals[rowTwo + day]) = (state.meals[rowTwo + day], state.meals[rowOne + day])
    }
  }

  @inline(__always)
  func isWorkable(_ person: Int, _ day: Int) -> Bool {
    tables.isWorkable[person * tables.days + day]
  }

  /// The free energy of each kind of shift: −T log Σ exp(−energy ÷ T) over its choices.
  private func gatherKinds(_ cell: CellPricing, _ kinds: UnsafeMutablePointer<Double>, _ temperature: Double) {
    for kind in 0..<tables.kindCount { kinds[kind] = PairCosts.forbidden }
    kinds[0] = cell.energy[0]
    for choice in 1..<tables.choices {
      let kind = tables.shifts[choice - 1].kind
      kinds[kind] = min(kinds[kind], cell.energy[choice])
    }
    for kind in 1..<tables.kindCount where kinds[kind] < PairCosts.forbidden {
      var sum = 0.0
      for choice in 1..<tables.choices where tables.shifts[choice - 1].kind == kind {
        let above = (cell.energy[choice] - kinds[kind]) / temperature
        if above < 30 { sum += exp(-above) }
      }
      kinds[kind] -= temperature * log(sum)
    }
  }

  /// Draws a choice within a kind and puts it.
  private func place(_ person: Int, _ day: Int, kind: Int, _ cell: CellPricing, _ temperature: Double) {
    guard kind > 0 else { return }
    for choice in 1..<tables.choices where tables.shifts[choice - 1].kind != kind {
      cell.energy[choice] = PairCosts.forbidden
    }
    cell.energy[0] = PairCosts.forbidden
    let choice = draw(cell.energy, tables.choices, temperature)
    state.put(person, day, choice: choice, meal: cell.meal[choice])
  }

  /// Draws an index with probability ∝ exp(−energy ÷ temperature).
  @inline(__always)
  func draw(_ energy: UnsafeMutablePointer<Double>, _ count: Int, _ temperature: Double) -> Int {
    var least = energy[0]
    var best = 0
    for index in 1..<count where energy[index] < least {
      least = energy[index]
      best = index
    }
    var sum = 0.0
    let reach = least + 20 * temperature
    var likely = 0
    for index in 0..<count where energy[index] < reach {
      sum += exp((least - energy[index]) / temperature)
      sums[likely] = sum
      indices[likely] = index
      likely += 1
    }
    guard likely > 1 else { return best }
    let mark = random.pointee.uniform() * sum
    for at in 0..<likely where mark < sums[at] { return indices[at] }
    return best
  }
}
