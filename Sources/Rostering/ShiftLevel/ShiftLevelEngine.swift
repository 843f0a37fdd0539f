internal import Solving
package import Vocabulary

/// Makes a roster of whole shifts and proves how far from the best it can be.
///
/// Column generation over everybody's rosters (each priced by an exact dynamic program) gives the bound and prices of the
/// cover; annealing at those prices makes rosters; neighbourhoods planned anew by columns make them better. Blocks its thread; do not call it from
/// Swift's cooperative pool.
package struct ShiftLevelEngine {
  let tables: ShiftLevelTables
  let options: ShiftLevelOptions
  let onProgress: (ShiftLevelProgress) -> Void
  let isCancelled: @Sendable () -> Bool

  package init(
    problem: ShiftLevelProblem, options: ShiftLevelOptions = ShiftLevelOptions(),
    onProgress: @escaping (ShiftLevelProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    tables = ShiftLevelTables(problem)
    self.options = options
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  package func solve() throws(ShiftLevelError) -> ShiftLevelOutcome {
    let started = ContinuousClock().now
    let deadline = options.timeLimitSeconds.map { started + .seconds($0) }
    let isCancelled = isCancelled
    let isOver: @Sendable () -> Bool = { isCancelled() || (deadline.map { ContinuousClock().now >= $0 } ?? false) }
    var run = ShiftLevelRun(lines: try firstLines(), tables: tables)
    report(.start, run)
    let clock = ShiftLevelClock(started: started, limitSeconds: options.timeLimitSeconds)
    do {
      let generation = isLong ? nil : try descend(&run, isOver, clock)
      if let generation {
        // What is easy is proved at once.
        anneal(&run, isOver, clock, .short)
        if run.cost > run.lowerBound { try dive(generation, .quick, seed: options.seed, &run) }
      }
      if isLong { raiseBound(&run, isOver, clock) }
      if run.cost > run.lowerBound { anneal(&run, isOver, clock, isLong ? .long : .whole) }
      try improve(&run, generation, isOver, clock)
    } catch {
      throw .solver("\(error)")
    }
    return ShiftLevelOutcome(
      roster: run.roster, cost: run.cost, lowerBound: min(run.cost, run.lowerBound), isInterrupted: isCancelled())
  }

  /// Too long for columns over the whole horizon: planned in windows of days.
  var isLong: Bool { tables.rows.count > 700 || tables.dayCount > options.mostDaysByColumns }

  private func firstLines() throws(ShiftLevelError) -> [[Int16]] {
    let off = [[Int16]](repeating: [Int16](repeating: -1, count: tables.dayCount), count: tables.peopleCount)
    let window = RosterWindow(
      tables, people: Array(0..<tables.peopleCount), days: 0..<tables.dayCount, of: off)
    return try GreedyRoster(window: window).lines()
  }

  /// Columns for everybody over the whole horizon, the bound, the prices of cover.
  ///
  /// - Returns: the columns; nil where it was ended before.
  private func descend(
    _ run: inout ShiftLevelRun, _ isOver: @escaping @Sendable () -> Bool, _ clock: ShiftLevelClock
  ) throws(SolverError) -> ColumnGeneration? {
    let window = RosterWindow(
      tables, people: Array(0..<tables.peopleCount), days: 0..<tables.dayCount, of: run.lines)
    // However large the program is, half of the time is left for rosters.
    let generation = ColumnGeneration(
      window, threads: options.threads, isCancelled: { isOver() || clock.part > 0.5 })
    for (person, line) in run.lines.enumerated() { generation.add(line, person: person) }
    report(.columns, run)
    CoverPriceAscent(generation: generation).run()
    generation.isExact = true
    let root = try generation.converge(rounds: 400, gap: 1e-3, patience: 12)
    generation.isExact = false
    run.prices = root?.rowPrices ?? generation.center
    run.raise(bound: (root?.bound ?? generation.centerBound) + Double(tables.constant))
    guard root != nil else { return nil }
    run.remember(generation.bestLines(count: 10))
    return generation
  }

  /// A dive of everybody from the top.
  private func dive(
    _ generation: ColumnGeneration, _ settings: DiveSettings, seed: UInt64, _ run: inout ShiftLevelRun
  ) throws(SolverError) {
    generation.freeAll()
    var dive = Dive(generation: generation)
    dive.settings = settings
    dive.seed = seed
    guard let found = try dive.run(cutoff: Double(run.cost - tables.constant) - 0.999) else { return }
    run.take(found.lines, tables)
    report(.dive, run)
  }

  /// Pairs of neighbourhoods that did not help, until everybody is planned anew.
  private static let patience = 40

  /// Neighbourhoods, and another dive or annealing of everybody where they do not help any more.
  private func improve(
    _ run: inout ShiftLevelRun, _ generation: ColumnGeneration?, _ isOver: @escaping @Sendable () -> Bool,
    _ clock: ShiftLevelClock
  ) throws(SolverError) {
    var search = NeighbourhoodSearch(
      tables: tables, seed: options.seed, threads: options.threads, isCancelled: isOver)
    var choosing = NeighbourhoodChoosing(tables: tables, isLong: isLong, seed: options.seed)
    let neighbourhoods = max(1, Int(Double(options.effort.neighbourhoods) * options.workShare))
    var failures = 0
    var restarts = 0
    for round in 0..<neighbourhoods where !isOver() && run.cost > run.lowerBound {
      if let generation, failures >= ShiftLevelEngine.patience {
        failures = 0
        restarts += 1
        if restarts % 2 == 0 {
          var settings = DiveSettings.whole
          settings.jitter = 0.2
          try dive(generation, settings, seed: options.seed &+ UInt64(round), &run)
        } else {
          anneal(&run, isOver, clock, .again(restarts))
        }
      }
      search.seed = options.seed &+ UInt64(round)
      var lines = run.lines
      let isBetter = search.improve(
        &lines, choices: choosing.pair(lines), known: run.known, prices: run.prices)
      choosing.adapt(isBetter: isBetter)
      failures = isBetter ? 0 : failures + 1
      run.take(lines, tables)
      if isBetter { report(.improvement, run) }
    }
  }

  func report(_ stage: ShiftLevelProgress.Stage, _ run: ShiftLevelRun) {
    onProgress(
      ShiftLevelProgress(stage: stage, cost: run.cost, lowerBound: run.lowerBound > 0 ? run.lowerBound : nil))
  }
}

/// What a run of the engine has reached.
struct ShiftLevelRun {
  private(set) var lines: [[Int16]]
  private(set) var cost: Int
  private(set) var lowerBound = 0
  /// By person, lines worth beginning with.
  private(set) var known: [[[Int16]]]
  /// By row of cover, what one more person is worth in the linear program; nil where it was not solved.
  var prices: [Double]?

  init(lines: [[Int16]], tables: ShiftLevelTables) {
    self.lines = lines
    cost = tables.cost(lines)
    known = [[[Int16]]](repeating: [], count: lines.count)
  }

  /// Takes a roster over where it is no dearer.
  mutating func take(_ new: [[Int16]], _ tables: ShiftLevelTables) {
    let newCost = tables.cost(new)
    guard newCost <= cost else { return }
    lines = new
    cost = newCost
  }

  /// - Parameter lines: by person.
  mutating func remember(_ lines: [[[Int16]]]) {
    for (person, lines) in lines.enumerated() {
      known[person] = (known[person] + lines.filter { !known[person].contains($0) }).suffix(ShiftLevelRun.mostKnown)
    }
  }

  /// Lines kept of each person.
  private static let mostKnown = 24

  /// Costs are whole numbers: a bound is rounded up.
  mutating func raise(bound: Double) {
    guard bound.isFinite else { return }
    lowerBound = max(lowerBound, Int(bound.rounded(.up)))
  }

  var roster: ShiftLevelRoster { ShiftLevelRoster(lines.map { $0.map { $0 < 0 ? nil : Int($0) } }) }
}
