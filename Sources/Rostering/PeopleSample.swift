/// Some people standing for all: of each class of alike ones every so many, with how many each stands for.
///
/// Prices that suit the sample suit the whole, since alike people differ in little but leave and wishes; the bound at
/// these prices is then certified over everybody.
struct PeopleSample: Sendable {
  let rows: [Int]
  let weights: [Double]

  private init(rows: [Int], weights: [Double]) {
    self.rows = rows
    self.weights = weights
  }

  init(everybodyIn problem: RosterProblem) {
    let rows = Array(problem.people.indices)
    self = PeopleSample(rows: rows, weights: rows.map { _ in 1 })
  }

  /// - Parameter most: people about whom there are, if there are more; each class keeps one at least.
  init(of problem: RosterProblem, most: Int) {
    guard problem.people.count > most else {
      self = PeopleSample(everybodyIn: problem)
      return
    }
    let alike = AlikePeople(problem)
    var groups = [[Int]](repeating: [], count: alike.classCount)
    for (row, number) in alike.classes.enumerated() { groups[number].append(row) }
    let share = Double(most) / Double(problem.people.count)
    var chosen: [(row: Int, weight: Double)] = []
    for group in groups {
      let count = max(1, Int((Double(group.count) * share).rounded()))
      let weight = Double(group.count) / Double(count)
      for index in 0..<count { chosen.append((group[index * group.count / count], weight)) }
    }
    chosen.sort { $0.row < $1.row }
    self = PeopleSample(rows: chosen.map(\.row), weights: chosen.map(\.weight))
  }
}
