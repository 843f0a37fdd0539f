internal import Solving
internal import Vocabulary

/// Rows of the switched rules that are no person's alone: minimums by half-hour, people off, pairs.
extension WholeProgram {
  /// Units of violation as a column, none where the rule is hard.
  mutating func units(_ weight: Double?, _ name: String, per unit: Double = 1) -> [Term] {
    guard let weight else { return [] }
    return [(program.addColumn(cost: weight, name: "units_\(name)"), -unit)]
  }

  mutating func addNeeds() {
    for (index, need) in problem.needs.needs.enumerated() {
      for slot in 0..<problem.slotCount where need.least[slot] > need.carried[slot] {
        let name = "\(need.key)\(index + 1)_\(slot)"
        let short = units(need.weight, name, per: -1)
        program.addRow(
          lower: Double(need.least[slot] - need.carried[slot]), present[index][slot] + short, name: name)
      }
    }
  }

  mutating func addDayRules() {
    for (index, limit) in problem.dayRules.attendance.enumerated() {
      for day in 0..<problem.dayCount {
        let name = "peopleOff\(index + 1)_d\(day + 1)"
        let working = problem.people.indices.flatMap { columns($0, day) }
        program.addRow(
          upper: Double(limit.most[day]), working + units(limit.weight, name + "_few"), name: name + "_few")
        program.addRow(
          lower: Double(limit.least[day]), working + units(limit.weight, name + "_many", per: -1), name: name + "_many")
      }
    }
    for (index, pair) in problem.dayRules.pairs.enumerated() {
      for day in pair.days { addPair(pair, day, "pair\(index + 1)_d\(day + 1)") }
    }
  }

  private mutating func addPair(_ pair: DayRules.Pair, _ day: Int, _ name: String) {
    let broken = units(problem.dayRules.pairWeight, name)
    let first = columns(pair.first, day)
    let second = columns(pair.second, day)
    let negative = { (terms: [Term]) in terms.map { (column: $0.column, coefficient: -$0.coefficient) } }
    switch pair.kind {
    case .apart: program.addRow(upper: 1, first + second + broken, name: name)
    case .together:
      program.addRow(upper: 0, first + negative(second) + broken, name: name + "_first")
      program.addRow(upper: 0, second + negative(first) + broken, name: name + "_second")
    case .apartShift, .togetherShift:
      for choice in 1..<problem.choiceCount {
        let one = [column(pair.first, day, choice)].filter { $0 >= 0 }.map { (column: $0, coefficient: 1.0) }
        let two = [column(pair.second, day, choice)].filter { $0 >= 0 }.map { (column: $0, coefficient: 1.0) }
        if pair.kind == .apartShift {
          program.addRow(upper: 1, one + two + broken, name: "\(name)_s\(choice)")
        } else {
          program.addRow(upper: 0, one + negative(two) + broken, name: "\(name)_s\(choice)_first")
          program.addRow(upper: 0, two + negative(one) + broken, name: "\(name)_s\(choice)_second")
        }
      }
    }
  }
}
