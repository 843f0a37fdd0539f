internal import Solving
package import Vocabulary

/// Makes a roster of whole shifts and proves how far from the best it can be.
///
/// Column generation over everybody's rosters (each priced by an exact dynamic program) gives the bound; a dive makes whole
/// rosters of it; neighbourhoods planned anew by the same two steps make it better. Blocks its thread; do not call it from
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
    anneal(&run, isOver, started)
    do {
      let generation = isLong ? nil : try descend(&run, isOver)
      try improve(&run, generation, isOver)
    } catch {
      throw .solver("\(error)")
    }
    return ShiftLevelOutcome(
      roster: run.roster, cost: run.cost, lowerBound: min(run.cost, run.lowerBound), isInterrupted: isCancelled())
  }

  /// Too long for columns over the whole horizon: planned in windows of days.
  private var isLong: Bool { tables.rows.count > 700 || tables.dayCount > 100 }

  /// Each person's days anew again and again, with falling noise: a good start in seconds, and most of the way where columns
  /// for everybody would be too many.
  private func anneal(
    _ run: inout ShiftLevelRun, _ isOver: @escaping @Sendable () -> Bool, _ started: ContinuousClock.Instant
  ) {
    var search = NoisySearch(tables: tables, seed: options.seed, threads: options.threads, isCancelled: isOver)
    search.longestWindow = isLong ? 28 : tables.dayCount
    search.epochs = options.effort.epochs(of: tables, share: options.workShare, isLong: isLong)
    if let limit = options.timeLimitSeconds {
      // Where columns come after, they are to have most of the time.
      let own = limit * (isLong ? 0.9 : 0.1)
      search.timePart = { (ContinuousClock().now - started) / .seconds(own) }
    }
    let lines = search.run(from: run.lines) { _, cost in
      onProgress(ShiftLevelProgress(stage: .start, cost: cost, lowerBound: nil))
    }
    run.take(lines, tables)
    report(.start, run)
  }

  private func firstLines() throws(ShiftLevelError) -> [[Int16]] {
    let off = [[Int16]](repeating: [Int16](repeating: -1, count: tables.dayCount), count: tables.peopleCount)
    let window = RosterWindow(
      tables, people: Array(0..<tables.peopleCount), days: 0..<tables.dayCount, of: off)
    return try GreedyRoster(window: window).lines()
  }

  /// Columns for everybody over the whole horizon, the bound, and dives.
  ///
  /// - Returns: the columns; nil where it was ended before.
  private func descend(
    _ run: inout ShiftLevelRun, _ isOver: @escaping @Sendable () -> Bool
  ) throws(SolverError) -> ColumnGeneration? {
    let window = RosterWindow(
      tables, people: Array(0..<tables.peopleCount), days: 0..<tables.dayCount, of: run.lines)
    let generation = ColumnGeneration(window, threads: options.threads, isCancelled: isOver)
    for (person, line) in run.lines.enumerated() { generation.add(line, person: person) }
    report(.columns, run)
    CoverPriceAscent(generation: generation).run()
    generation.isExact = true
    guard let root = try generation.converge(rounds: 400, gap: 1e-3, patience: 12) else { return nil }
    generation.isExact = false
    run.raise(bound: root.bound + Double(tables.constant))
    run.known = generation.bestLines(count: 10)
    run.prices = root.rowPrices
    report(.dive, run)
    // A quick roster first, then a better one.
    for settings in [DiveSettings.quick, .whole] where !isOver() && run.cost > run.lowerBound {
      try dive(generation, settings, seed: options.seed, &run)
    }
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
  private static let patience = 12

  /// Neighbourhoods, and another dive of everybody where they do not help any more.
  private func improve(
    _ run: inout ShiftLevelRun, _ generation: ColumnGeneration?, _ isOver: @escaping @Sendable () -> Bool
  ) throws(SolverError) {
    let search = NeighbourhoodSearch(
      tables: tables, seed: options.seed, threads: options.threads, isCancelled: isOver)
    var choosing = NeighbourhoodChoosing(tables: tables, isLong: isLong, seed: options.seed)
    let neighbourhoods = max(1, Int(Double(options.effort.neighbourhoods) * options.workShare))
    var failures = 0
    for round in 0..<neighbourhoods where !isOver() && run.cost > run.lowerBound {
      if let generation, failures >= ShiftLevelEngine.patience {
        failures = 0
        var settings = DiveSettings.whole
        settings.jitter = 0.2
        try dive(generation, settings, seed: options.seed &+ UInt64(round), &run)
      }
      var lines = run.lines
      let isBetter = search.improve(
        &lines, choices: choosing.pair(lines), known: run.known, prices: run.prices)
      choosing.adapt(isBetter: isBetter)
      failures = isBetter ? 0 : failures + 1
      if isBetter {
        run.take(lines, tables)
        report(.improvement, run)
      }
    }
  }

  private func report(_ stage: ShiftLevelProgress.Stage, _ run: ShiftLevelRun) {
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
  var known: [[[Int16]]]
  /// By row of cover, what one more person is worth in the linear program; nil where it was not solved.
  var prices: [Double]?

  init(lines: [[Int16]], tables: ShiftLevelTables) {
    self.lines = lines
    cost = tables.cost(lines)
    known = [[[Int16]]](repeating: [], count: lines.count)
  }

  /// Takes a roster over where it is cheaper.
  mutating func take(_ new: [[Int16]], _ tables: ShiftLevelTables) {
    let newCost = tables.cost(new)
    guard newCost < cost else { return }
    lines = new
    cost = newCost
  }

  /// Costs are whole numbers: a bound is rounded up.
  mutating func raise(bound: Double) {
    guard bound.isFinite else { return }
    lowerBound = max(lowerBound, Int(bound.rounded(.up)))
  }

  var roster: ShiftLevelRoster { ShiftLevelRoster(lines.map { $0.map { $0 < 0 ? nil : Int($0) } }) }
}

extension Effort {
  /// Epochs of the annealing: about the same work whatever the size, as one costs people times days times kinds of shift.
  func epochs(of tables: ShiftLevelTables, share: Double, isLong: Bool) -> Int {
    let work =
      switch self {
      case .quick: isLong ? 60_000_000 : 500_000
      case .normal: isLong ? 3_000_000_000 : 4_000_000
      case .thorough: isLong ? 9_000_000_000 : 20_000_000
      }
    let each = max(1, tables.peopleCount * tables.dayCount * tables.kinds.count)
    return min(max(20, Int(Double(work) * share) / each), isLong ? 20_000 : 400)
  }

  /// Pairs of neighbourhoods searched.
  var neighbourhoods: Int {
    switch self {
    case .quick: 20
    case .normal: 2000
    case .thorough: 8000
    }
  }
}
