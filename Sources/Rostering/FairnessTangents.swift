internal import Vocabulary

/// `fairness` in the lower bound. The cost of a person's burden rises with every day, so it is nowhere below any line
/// λ·days + constant, the constant being its least distance from λ·days; λ goes into the prices of the person's days. It holds
/// for any λ ≥ 0, and each person has their own: the marginal cost at what a roster gives them. What people bring from the months
/// before may lie further apart than a month can level, so that no λ fits all.
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
    var slopes: [Slopes] = []
    for index in indices {
      let yuan = FairnessTangents.slopes(sequence, index, problem, roster)
      guard yuan.contains(where: { $0 > 0 }) else { continue }
      slopes.append(Slopes(rule: index, yuan: yuan))
      for person in problem.people.indices { constant += least(sequence, index, person, yuan[person]) }
    }
    addPrices(sequence, slopes)
    // Wishes are few persons': the relaxation, which counts alike people together, goes without, and has the others' mean.
    let common = slopes.filter { sequence.rules[$0.rule].burden != .refusedWishes }
    self.problem.tangentPrices = (0..<problem.dayCount).flatMap { day in
      (0..<problem.choiceCount).map { choice in
        common.reduce(0) { $0 + $1.mean * count(sequence, $1.rule, 0, day, choice) }
      }
    }
  }

  /// λ of a burden, by person.
  private struct Slopes {
    var rule: Int
    /// Yuan a day.
    var yuan: [Double]

    var mean: Double { yuan.reduce(0, +) / Double(max(1, yuan.count)) }
  }

  /// Yuan of one more day of a burden, by person: between their last day and the next.
  private static func slopes(
    _ sequence: SequenceRules, _ index: Int, _ problem: RosterProblem, _ roster: RosterAssignment
  ) -> [Double] {
    roster.choices.withUnsafeBufferPointer { choices in
      guard let row = choices.baseAddress else { return problem.people.map { _ in 0 } }
      return problem.people.indices.map { person in
        let count = sequence.measure(index, person, row + person * problem.dayCount)
        let balance = sequence.balances[index * sequence.personCount + person]
        return sequence.rules[index].weight * max(0, balance + count + 0.5)
      }
    }
  }

  /// min over counts of [cost(count) − λ·count], a little below.
  private func least(_ sequence: SequenceRules, _ index: Int, _ person: Int, _ slope: Double) -> Double {
    let most = sequence.rules[index].burden == .refusedWishes ? 2 * problem.dayCount : problem.dayCount
    let least = (0...most).reduce(0.0) { least, count in
      min(least, sequence.cost(index, person, Double(count), hard: 0) - slope * Double(count))
    }
    return least - 1e-6
  }

  private mutating func addPrices(_ sequence: SequenceRules, _ slopes: [Slopes]) {
    for person in problem.people.indices {
      // Days of a person alike in their old prices and in what is added share a row.
      var known: [[Int]: Int32] = [:]
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
              + slopes.reduce(0) { $0 + $1.yuan[person] * count(sequence, $1.rule, person, day, choice) })
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
