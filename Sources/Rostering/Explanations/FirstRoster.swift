package import Vocabulary

/// Any roster that keeps the hard rules, as the search first meets one: no bound, and no care for its cost.
package struct FirstRoster {
  private let problem: RosterProblem
  private let threads: Int

  package init(problem: RosterProblem, threads: Int = 2) {
    self.problem = problem
    self.threads = threads
  }

  /// Blocks its thread.
  ///
  /// - Parameter isCancelled: asked between epochs.
  /// - Returns: nil where none was met: that proves nothing.
  package func find(isCancelled: () -> Bool = { false }) -> Roster? {
    guard ConflictAnalysis(problem: problem).proofs().isEmpty else { return nil }
    var schedule = AnnealingSchedule(problem, .quick)
    // Broken rules cost their full price soon, corners are sharp: the rest only has to be lukewarm.
    schedule.epochs /= 2
    schedule.sweeps /= 2
    schedule.hardening = 0.2
    schedule.firstWidth = 0
    for (attempt, temperature) in [8.0, 60].enumerated() where !isCancelled() {
      schedule.firstTemperature = temperature
      let annealing = Annealing(
        tables: SearchTables(problem), schedule: schedule, seed: UInt64(attempt + 1), threads: threads)
      let best = annealing.run(from: RosterAssignment(locked: problem)) { _, best in best != nil || isCancelled() }.best
      if let best { return problem.roster(best.assignment) }
    }
    return nil
  }
}
