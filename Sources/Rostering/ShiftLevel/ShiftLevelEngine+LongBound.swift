internal import Vocabulary

extension ShiftLevelEngine {
  /// The bound where there are no columns, and the prices of cover at which the annealing begins.
  func raiseBound(_ run: inout ShiftLevelRun, _ isOver: @escaping @Sendable () -> Bool, _ clock: ShiftLevelClock) {
    report(.columns, run)
    let passing = clock.passing(share: 0.1)
    var ascent = LongBoundAscent(
      bound: LongBound(tables, threads: options.threads), steps: options.effort.boundSteps(share: options.workShare))
    ascent.timePart = { isOver() ? .infinity : passing() }
    let found = ascent.run()
    if found.bound.isFinite { run.prices = Array(found.prices.prefix(tables.rows.count)) }
    run.raise(bound: found.bound)
    report(.columns, run)
  }
}

extension Effort {
  /// Steps of the prices of a long horizon, a few per cent of the annealing's work; fewer would prove next to nothing.
  fileprivate func boundSteps(share: Double) -> Int {
    let steps =
      switch self {
      case .quick: 600
      case .normal: 1500
      case .thorough: 3000
      }
    return max(200, Int(Double(steps) * share))
  }
}
