internal import Parallel
internal import Solving
internal import Vocabulary

/// Large neighbourhood search: some people on some days are planned anew by column generation and a dive, everything else
/// held; what is no worse is kept, as a roster of the same cost may have better neighbours. Two neighbourhoods without a
/// person in common are searched side by side.
struct NeighbourhoodSearch {
  let tables: ShiftLevelTables
  /// Dives differ by it.
  var seed: UInt64
  let threads: Int
  let isCancelled: @Sendable () -> Bool

  var ascentSteps = 20
  var settings = DiveSettings.neighbourhood

  struct Choice: Sendable {
    var people: [Int]
    var days: Range<Int>
  }

  /// - Parameters:
  ///   - known: by person, lines of earlier programs to begin with.
  ///   - prices: by row of cover, to begin with.
  /// - Returns: whether the roster is better.
  func improve(_ lines: inout [[Int16]], choices: [Choice], known: [[[Int16]]], prices: [Double]?) -> Bool {
    let search = self
    let before = lines
    let results = ParallelTasks.map(count: choices.count, threads: threads) { index -> Result in
      search.solve(choices[index], before, known, prices)
    }
    var isBetter = false
    for (choice, result) in zip(choices, results) {
      guard let new = result.lines else { continue }
      var trial = lines
      for (place, person) in choice.people.enumerated() { trial[person] = new[place] }
      let (old, cost) = (tables.cost(lines), tables.cost(trial))
      guard cost <= old else { continue }
      if cost < old { isBetter = true }
      lines = trial
    }
    return isBetter
  }

  struct Result: Sendable {
    var lines: [[Int16]]?
  }

  private func solve(
    _ choice: Choice, _ lines: [[Int16]], _ known: [[[Int16]]], _ prices: [Double]?
  ) -> Result {
    let window = RosterWindow(tables, people: choice.people, days: choice.days, of: lines)
    let generation = ColumnGeneration(window, threads: 1, isCancelled: isCancelled)
    for (place, person) in choice.people.enumerated() {
      generation.add(lines[person], person: place)
      guard choice.days.count == tables.dayCount else { continue }
      for line in known[person] { generation.add(line, person: place) }
    }
    if let prices {
      var ascent = CoverPriceAscent(generation: generation)
      ascent.steps = ascentSteps
      ascent.firstStep = 0.005
      ascent.run(from: window.rows.map { prices[Int($0)] })
    }
    var dive = Dive(generation: generation)
    dive.settings = settings
    dive.seed = seed
    let cost = window.cost(window.lines)
    guard let found = try? dive.run(cutoff: Double(cost) + 0.001), found.cost <= cost else { return Result(lines: nil) }
    return Result(lines: found.lines)
  }
}

extension ShiftLevelTables {
  /// The cost of a whole roster.
  func cost(_ lines: [[Int16]]) -> Int {
    var counts = [Int](repeating: 0, count: dayCount * shiftCount)
    var cost = constant
    for (index, line) in lines.enumerated() {
      for (day, shift) in line.enumerated() where shift >= 0 {
        let cell = day * shiftCount + Int(shift)
        counts[cell] += 1
        cost += Int(people[index].ownCost[cell])
      }
    }
    return rows.reduce(cost) { $0 + $1.cost(counts[Int($1.cell)]) }
  }
}
