internal import Vocabulary

/// `fairness` in the lower bound. The cost of a person's burden rises with every day, so it is nowhere below any line
/// λ·days + constant, the constant being its least distance from λ·days; λ goes into the prices of the person's days. It holds
/// for any λ ≥ 0; the marginal cost that a roster's people have on average is a good one.
///
/// A weekend counts once, so each of its days has at most half of λ.
struct FairnessTangents {
  /// The problem with λ added to the wish costs.
  private(set) var problem: RosterProblem
  /// Yuan to be added to the bound of `problem`.
  private(set) var constant = 0.0

  /// - Parameter roster: any roster, from which λ is read.
  /// - Returns: nil where `fairness` is off.
  init?(_ problem: RosterProblem, at roster: RosterAssignment) {
    guard let sequence = problem.sequence else { return nil }
    self.problem = problem
    let indices = (0..<sequence.ruleCount).filter { sequence.rules[$0].burden != nil }
    guard !indices.isEmpty else { return nil }
    var slopes: [(rule: Int, yuan: Double)] = []
    for index in indices {
      let slope = FairnessTangents.slope(sequence, index, problem, roster)
      guard slope > 0 else { continue }
      slopes.append((index, slope))
      for person in problem.people.indices { constant += least(sequence, index, person, slope) }
    }
    addPrices(sequence, slopes)
    // Wishes are few persons': the relaxation, which counts alike people together, goes without.
    let common = slopes.filter { sequence.rules[$0.rule].burden != .refusedWishes }
    self.problem.tangentPrices = (0..<problem.dayCount).flatMap { day in
      (0..<problem.choiceCount).map { choice in
        common.reduce(0) { $0 + $1.yuan * count(sequence, $1.rule, 0, day, choice) }
      }
    }
  }

  /// Yuan of one more day of a burden, averaged over the people who have some.
  private static func slope(
    _ sequence: SequenceRules, _ index: Int, _ problem: RosterProblem, _ roster: RosterAssignment
  ) -> Double {
    var sum = 0.0
    var people = 0.0
    roster.choices.withUnsafeBufferPointer { choices in
      guard let row = choices.baseAddress else { return }
      for person in problem.people.indices {
        let count = sequence.measure(index, person, row + person * problem.dayCount)
        guard count > 0 else { continue }
        // Between the last day and the next.
        sum += max(0, sequence.balances[index * sequence.personCount + person] + count + 0.5)
        people += 1
      }
    }
    return people > 0 ? sequence.rules[index].weight * sum / people : 0
  }

  /// min over counts of [cost(count) − λ·count], a little below.
  private func least(_ sequence: SequenceRules, _ index: Int, _ person: Int, _ slope: Double) -> Double {
    let most = sequence.rules[index].burden == .refusedWishes ? 2 * problem.dayCount : problem.dayCount
    let least = (0...most).reduce(0.0) { least, count in
      min(least, sequence.cost(index, person, Double(count), hard: 0) - slope * Double(count))
    }
    return least - 1e-6
  }

  private mutating func addPrices(_ sequence: SequenceRules, _ slopes: [(rule: Int, yuan: Double)]) {
    // Days alike in their old prices and in what is added share a row.
    var known: [[Int]: Int32] = [:]
    for person in problem.people.indices {
      for day in 0..<problem.dayCount {
        let cell = problem.cell(person, day)
        let old = Int(problem.wishRow[cell])
        let asked = sequence.refusals.row(person, day)
        let key = [old, asked, weekendShare(sequence, day), sequence.isHoliday[day] ? 1 : 0]
        if let row = known[key] {
          problem.wishRow[cell] = row
          continue
        }
        let row = Int32(problem.wishCosts.count / problem.choiceCount)
        for choice in 0..<problem.choiceCount {
          problem.wishCosts.append(
            (old < 0 ? 0 : problem.wishCosts[old * problem.choiceCount + choice])
              + slopes.reduce(0) { $0 + $1.yuan * count(sequence, $1.rule, person, day, choice) })
        }
        known[key] = row
        problem.wishRow[cell] = row
      }
    }
  }

  /// 2 = the weekend has one day in the period, 1 = two, 0 = no weekend day.
  private func weekendShare(_ sequence: SequenceRules, _ day: Int) -> Int {
    switch (sequence.firstWeekday + day) % 7 {
    case 5: day + 1 < problem.dayCount ? 1 : 2
    case 6: day > 0 ? 1 : 2
    default: 0
    }
  }

  /// What a choice of a day counts, at most, towards the burden.
  private func count(_ sequence: SequenceRules, _ rule: Int, _ person: Int, _ day: Int, _ choice: Int) -> Double {
    switch sequence.rules[rule].measure {
    case .days(let set): choice > 0 && sequence.sets[choice] & set != 0 ? 1 : 0
    case .weekends: choice > 0 ? Double(weekendShare(sequence, day)) / 2 : 0
    case .holidays: choice > 0 && sequence.isHoliday[day] ? 1 : 0
    case .refusedWishes: Double(sequence.refusals.count(person, day, choice: choice))
    default: 0
    }
  }
}
