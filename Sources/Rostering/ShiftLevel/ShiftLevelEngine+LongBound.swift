internal import Vocabulary

extension ShiftLevelEngine {
  /// The bound where the horizon is too long for columns: everybody's cheapest rosters of the whole horizon, at prices of cover
  /// that begin at those of the annealing and follow what is missing. Weekends and limits per shift are priced where they
  /// cannot be counted, and their prices have far to go.
  func raiseBound(_ run: inout ShiftLevelRun, _ isOver: @escaping @Sendable () -> Bool, _ clock: ShiftLevelClock) {
    let window = RosterWindow(
      tables, people: Array(0..<tables.peopleCount), days: 0..<tables.dayCount, of: run.lines)
    // A few per cent of the whole limit.
    let passing = clock.passing(share: 0.25)
    let generation = ColumnGeneration(
      window, threads: options.threads, isCancelled: { isOver() || passing() > 1 })
    var ascent = CoverPriceAscent(generation: generation)
    ascent.steps = options.effort.boundSteps(of: tables, share: options.workShare)
    ascent.timePart = passing
    ascent.firstStep = 0.02
    ascent.lastStep = 0.0005
    ascent.limitShare = 600
    ascent.newShare = 0.3
    ascent.keptSteps = 0
    ascent.run(from: run.prices)
    if let prices = generation.center { run.prices = prices }
    run.raise(bound: generation.centerBound + Double(tables.constant))
    report(.columns, run)
  }
}

extension Effort {
  /// Steps of the prices of a long horizon: each takes about a dozen epochs' work, all of them a few per cent of the annealing's.
  fileprivate func boundSteps(of tables: ShiftLevelTables, share: Double) -> Int {
    min(200, max(20, epochs(of: tables, share: share, isLong: true) / 300))
  }
}
