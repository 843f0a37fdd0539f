internal import Glibc
internal import Vocabulary

/// A cell a move rewrites, with what it was.
struct CellRewrite {
  /// The most cells of a move.
  static let most = 16
  /// A target that is drawn among the shifts, or among all choices.
  static let anyShift = -1
  static let anything = -2

  var person: Int
  var day: Int
  /// The choice to set, or what to draw it from.
  var target: Int
  var oldChoice = 0
  var oldMeal: UInt8 = 0

  init(_ person: Int, _ day: Int, target: Int) {
    self.person = person
    self.day = day
    self.target = target
  }
}

/// Moves on several cells at once, for the switched rules that a single cell cannot follow: runs of days, one start a week,
/// people together. A move is priced as a whole and taken or undone (Metropolis et al. 1953).
extension HeatBath {
  func moveJoinedCells(_ person: Int, _ day: Int, _ people: [Int32], _ days: Range<Int>, _ temperature: Double) {
    let rules = tables.problem.dayRules
    if rules.hasPairs(person) && (tables.sequence == nil || random.pointee.below(2) == 0) {
      let pairs = rules.pairsOfPerson[person]
      let partner = rules.pairs[pairs[random.pointee.below(pairs.count)]].partner(of: person)
      // The partner may belong to another task.
      guard people.contains(Int32(partner)) else { return }
      movePair(person, partner, day, days, temperature)
    } else if tables.sequence != nil {
      moveStretch(person, day, days, temperature)
    }
  }

  /// Adds the rules on sequences to the weights of two cells of a person that are off, far enough apart for what is
  /// measured of them to add up.
  func addSequences(_ sequence: SequenceRules, _ person: Int, _ day: Int, _ other: Int) {
    let kinds = tables.kindCount
    for index in 0..<sequence.ruleCount {
      first.measure(sequence, index, person, day)
      second.measure(sequence, index, person, other)
      // Kind 0 is off: both cells as they are.
      let neither = first.measured[0]
      for one in 0..<kinds {
        for two in 0..<kinds {
          weights[one * kinds + two] += sequence.cost(
            index, person, first.measured[one] + second.measured[two] - neither, hard: state.slotViolation)
        }
      }
    }
  }

  /// A day of two people drawn anew, or two days of both exchanged.
  private func movePair(_ person: Int, _ partner: Int, _ day: Int, _ days: Range<Int>, _ temperature: Double) {
    let other = days.lowerBound + random.pointee.below(days.count)
    if other == day || random.pointee.below(2) == 0 {
      rewrites[0] = CellRewrite(person, day, target: CellRewrite.anything)
      rewrites[1] = CellRewrite(partner, day, target: CellRewrite.anything)
      rewrite(2, [person, partner], temperature)
    } else {
      for (index, who) in [person, partner].enumerated() {
        rewrites[2 * index] = CellRewrite(who, day, target: state.choice(who, other))
        rewrites[2 * index + 1] = CellRewrite(who, other, target: state.choice(who, day))
      }
      rewrite(4, [person, partner], temperature)
    }
  }

  /// Some days in a row all worked, all off, or exchanged with as many others.
  private func moveStretch(_ person: Int, _ day: Int, _ days: Range<Int>, _ temperature: Double) {
    let length = min(1 + random.pointee.below(4), days.upperBound - day)
    switch random.pointee.below(4) {
    case 0:
      for offset in 0..<length { rewrites[offset] = CellRewrite(person, day + offset, target: 0) }
      rewrite(length, [person], temperature)
    case 1:
      let same = random.pointee.below(2) == 0 ? 1 + random.pointee.below(tables.choices - 1) : CellRewrite.anyShift
      for offset in 0..<length { rewrites[offset] = CellRewrite(person, day + offset, target: same) }
      rewrite(length, [person], temperature)
    default:
      let other = days.lowerBound + random.pointee.below(days.count)
      guard abs(other - day) >= length, other + length <= days.upperBound else { return }
      for offset in 0..<length {
        rewrites[2 * offset] = CellRewrite(person, day + offset, target: state.choice(person, other + offset))
        rewrites[2 * offset + 1] = CellRewrite(person, other + offset, target: state.choice(person, day + offset))
      }
      rewrite(2 * length, [person], temperature)
    }
  }

  /// Sets the first cells of `rewrites` to their targets, or leaves everything as it was.
  private func rewrite(_ count: Int, _ people: [Int], _ temperature: Double) {
    var before = 0.0
    for person in people { before += state.ownCost(person) }
    for index in 0..<count {
      let cell = rewrites[index]
      guard cell.target == 0 || isWorkable(cell.person, cell.day) else { return }
    }
    for index in 0..<count {
      (rewrites[index].oldChoice, rewrites[index].oldMeal) = state.takeOut(rewrites[index].person, rewrites[index].day)
    }
    for index in 0..<count { before += place(index, rewrites[index].oldChoice, meal: rewrites[index].oldMeal) }
    for index in 0..<count { _ = state.takeOut(rewrites[index].person, rewrites[index].day) }
    var after = 0.0
    var placed = 0
    while placed < count, let choice = choose(placed, temperature) {
      after += place(placed, choice, meal: nil)
      placed += 1
    }
    if placed == count {
      for person in people { after += state.ownCost(person) }
      if after < before || random.pointee.uniform() < exp((before - after) / temperature) { return }
    }
    for index in 0..<placed { _ = state.takeOut(rewrites[index].person, rewrites[index].day) }
    for index in 0..<count {
      let cell = rewrites[index]
      state.put(cell.person, cell.day, choice: cell.oldChoice, meal: cell.oldMeal)
    }
  }

  /// The choice of a cell that is off; nil where the rules on single cells allow none.
  private func choose(_ index: Int, _ temperature: Double) -> Int? {
    let cell = rewrites[index]
    first.price(cell.person, cell.day)
    if cell.target >= 0 { return first.own[cell.target] < PairCosts.forbidden ? cell.target : nil }
    if cell.target == CellRewrite.anything {
      first.addMonth(cell.person, cell.day)
    } else {
      first.energy[0] = PairCosts.forbidden
    }
    let choice = draw(first.energy, tables.choices, temperature)
    return first.energy[choice] < PairCosts.forbidden ? choice : nil
  }

  /// Puts a choice on a cell that is off and returns the floor's part of its cost; without a meal given the best is taken.
  private func place(_ index: Int, _ choice: Int, meal: UInt8?) -> Double {
    let cell = rewrites[index]
    first.price(cell.person, cell.day)
    let cost = first.energy[choice] - first.own[choice]
    state.put(cell.person, cell.day, choice: choice, meal: meal ?? first.meal[choice])
    return cost
  }
}
