internal import Parallel
internal import Vocabulary

extension ShiftLevelEngine {
  /// Searches side by side where one cannot be shared between threads.
  private static let chains = 2

  /// Each person's days anew again and again, with falling noise.
  ///
  /// Long horizons in one search of two tasks at a time, others in two searches of their own.
  func anneal(
    _ run: inout ShiftLevelRun, _ isOver: @escaping @Sendable () -> Bool, _ clock: ShiftLevelClock,
    _ extent: AnnealingExtent
  ) {
    var search = NoisySearch(
      tables: tables, seed: options.seed &+ UInt64(extent.round * ShiftLevelEngine.chains),
      threads: options.threads, isCancelled: isOver)
    search.longestWindow = isLong ? 28 : tables.dayCount
    search.epochs = options.effort.epochs(of: tables, share: options.workShare * extent.workShare, isLong: isLong)
    search.prices = run.prices
    guard !isLong else {
      search.timePart = clock.passing(share: extent.timeShare)
      let found = search.run(from: run.lines) { _, cost in
        onProgress(ShiftLevelProgress(stage: .start, cost: cost, lowerBound: nil))
      }
      run.take(found.lines, tables)
      run.prices = found.prices
      return report(.start, run)
    }
    report(.start, run)
    let atOnce = min(options.threads, ShiftLevelEngine.chains)
    let start = run.lines
    let template = search
    let found = ParallelTasks.map(count: ShiftLevelEngine.chains, threads: options.threads) { chain in
      var search = template
      search.seed &+= UInt64(chain)
      search.timePart = clock.passing(share: extent.timeShare * Double(atOnce) / Double(ShiftLevelEngine.chains))
      return search.run(from: start) { _, _ in }.lines
    }
    for lines in found {
      run.remember(lines.map { [$0] })
      run.take(lines, tables)
    }
    report(.start, run)
  }
}

/// How much annealing is done at once.
struct AnnealingExtent {
  /// Others begin with other seeds.
  var round: Int
  /// Of the effort's work.
  var workShare: Double
  /// Of the time that is left, where it is limited.
  var timeShare: Double

  static let short = AnnealingExtent(round: 0, workShare: 0.05, timeShare: 0.05)
  static let whole = AnnealingExtent(round: 1, workShare: 1, timeShare: 0.2)
  /// On long horizons nothing as good comes after.
  static let long = AnnealingExtent(round: 0, workShare: 1, timeShare: 0.85)

  /// - Parameter restart: from 1.
  static func again(_ restart: Int) -> AnnealingExtent {
    AnnealingExtent(round: restart + 1, workShare: 1, timeShare: 0.25)
  }
}

/// The time limit of a run, where there is one.
struct ShiftLevelClock: Sendable {
  let started: ContinuousClock.Instant
  let limitSeconds: Double?

  /// Part of the limit that is over.
  var part: Double {
    guard let limitSeconds else { return 0 }
    return (ContinuousClock().now - started) / .seconds(limitSeconds)
  }

  /// From now on, which part of a share of the time left is over.
  func passing(share: Double) -> @Sendable () -> Double {
    let first = part
    let length = max(1e-6, share * (1 - first))
    return { limitSeconds == nil ? 0 : (part - first) / length }
  }
}

extension Effort {
  /// Epochs of the annealing: about the same work whatever the size, as one costs people times days times kinds of shift.
  func epochs(of tables: ShiftLevelTables, share: Double, isLong: Bool) -> Int {
    let work =
      switch self {
      case .quick: isLong ? 60_000_000 : 500_000
      case .normal: isLong ? 3_000_000_000 : 100_000_000
      case .thorough: isLong ? 9_000_000_000 : 400_000_000
      }
    let each = max(1, tables.peopleCount * tables.dayCount * tables.kinds.count)
    let most = self == .quick && !isLong ? 400 : 20_000
    return min(max(20, Int(Double(work) * share) / each), most)
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
