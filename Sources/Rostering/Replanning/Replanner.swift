internal import Foundation
internal import Parallel
internal import Solving
package import Vocabulary

/// Plans the rest of a month anew: the fixed days stay, absent people are off, and every other change has its price.
///
/// The search starts cold from the kept roster, so that it leaves what it has no reason to touch; the bound is proved
/// beside it on a thread of its own. The work is fixed, so results repeat. Blocks its thread. Progress is told by one thread
/// at a time, while the caller waits.
package struct Replanner: @unchecked Sendable {
  let problem: RosterProblem
  /// The same month with changes free of charge: what `objective` is held against.
  let problemWithoutPrice: RosterProblem
  let replanning: Replanning
  let options: RosterOptions
  let onProgress: (RosterProgress) -> Void
  let isCancelled: @Sendable () -> Bool

  package init(
    problem: RosterProblem, replanning: Replanning, options: RosterOptions = RosterOptions(),
    onProgress: @escaping (RosterProgress) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.problem = problem.replanned(replanning)
    var free = replanning
    free.changedDay = 0
    problemWithoutPrice = problem.replanned(free)
    self.replanning = replanning
    self.options = options
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  package struct Outcome: Sendable {
    /// `objective` and `lowerBound` are without what changes cost.
    package var outcome: RosterOutcome
    /// Yuan: objective and changes together are not below this.
    package var totalLowerBound: Double
  }

  package func solve() throws(RosterError) -> Outcome {
    let proofs = ConflictAnalysis(problem: problem).proofs() + impossibleCells()
    guard proofs.isEmpty else { throw .infeasible(proofs) }
    let clock = ContinuousClock()
    let started = clock.now
    let deadline = options.timeLimitSeconds.map { started + .seconds($0) }
    let isCancelled = isCancelled
    let shouldStop: @Sendable () -> Bool = {
      isCancelled() || (deadline.map { ContinuousClock().now >= $0 } ?? false)
    }
    let result = ReplanResult()
    ParallelTasks.run(count: 2, threads: options.threads) { task in
      let began = ContinuousClock().now
      if task == 0 {
        result.bounds = bounds(shouldStop)
        result.boundSeconds = (ContinuousClock().now - began).inSeconds
      } else {
        result.search = options.engine == .exact ? exact(shouldStop) : search(shouldStop)
        result.searchSeconds = (ContinuousClock().now - began).inSeconds
      }
    }
    if case .failure(let error)? = result.search { throw error }
    guard case .success(let best)? = result.search, let bounds = result.bounds else { throw .interrupted }
    let evaluation = RosterEvaluation(problem: problem, assignment: best.assignment)
    let objective = evaluation.objective - evaluation.changedDay
    let total = min(evaluation.objective, max(bounds.total, best.bound, bounds.free))
    let free = min(objective, max(0, bounds.free))
    let solution = Solution(
      objective: objective, lowerBound: free, basePay: problem.basePay,
      terms: evaluation.terms.filter { $0.name != "changedDay" },
      phases: [
        Solution.Phase(
          name: "relaxation", objectiveBefore: nil, objectiveAfter: nil, lowerBound: nil,
          seconds: bounds.relaxationSeconds),
        Solution.Phase(
          name: "bound", objectiveBefore: nil, objectiveAfter: nil, lowerBound: free > 0 ? free : nil,
          seconds: result.boundSeconds - bounds.relaxationSeconds),
        Solution.Phase(
          name: "search", objectiveBefore: nil, objectiveAfter: objective, lowerBound: free > 0 ? free : nil,
          seconds: result.searchSeconds),
      ], seconds: (clock.now - started).inSeconds, seed: options.seed,
      status: objective - free <= max(0.005, 2e-7 * objective) ? .optimal : .feasible)
    return Outcome(
      outcome: RosterOutcome(
        roster: problem.roster(best.assignment), solution: solution, isInterrupted: isCancelled()),
      totalLowerBound: total)
  }

  // MARK: - Bound

  /// Lower bounds without and with what changes cost; 0 where nothing is proved.
  fileprivate struct Bounds {
    var free = 0.0
    var total = 0.0
    var relaxationSeconds = 0.0
  }

  /// A planner waits for this: few groups, so that GLPK is done when the search is. Any prices are valid: each person's own
  /// are improved once, without the price on changes, and serve both bounds.
  private func bounds(_ shouldStop: @escaping @Sendable () -> Bool) -> Bounds {
    var result = Bounds()
    let started = ContinuousClock().now
    let remainder = problemWithoutPrice.remainder(problem.keptAssignment(replanning.kept))
    guard !shouldStop(),
      let prices = try? Relaxation(remainder, mostGroups: 4).solve(isCancelled: shouldStop), !shouldStop()
    else { return result }
    result.relaxationSeconds = (ContinuousClock().now - started).inSeconds
    let free = LowerBound(problem: problemWithoutPrice, threads: options.threads)
      .improve(prices.slotPrices, prices.personPrices, climbs: 1)
    result.free = free.bound
    result.total = LowerBound(problem: problem, threads: options.threads).evaluate(prices.slotPrices, free.prices)
    return result
  }

  // MARK: - Search

  private typealias Found = (assignment: RosterAssignment, bound: Double)

  private func search(_ shouldStop: @escaping @Sendable () -> Bool) -> Result<Found, RosterError> {
    let tables = SearchTables(problem)
    var last = problem.start(from: problem.keptAssignment(replanning.kept))
    var best: (assignment: RosterAssignment, objective: Double)?
    for attempt in 0..<attempts.count where (best == nil || isSmall) && !shouldStop() {
      let start = attempts[attempt].isFromKept ? best?.assignment ?? last : RosterAssignment(locked: problem)
      let annealing = Annealing(
        tables: tables, schedule: schedule(attempts[attempt].temperature, attempt),
        seed: options.seed &+ UInt64(attempt) << 32, threads: 1, days: freeDays)
      let outcome = annealing.run(from: withFixedMeals(start)) { done, best in
        onProgress(RosterProgress(stage: .search, done: done, objective: best?.1, lowerBound: nil))
        return shouldStop()
      }
      if let found = outcome.best, found.objective < best?.objective ?? .infinity { best = found }
      last = outcome.last
    }
    guard let best else {
      return .failure(
        isCancelled() ? .interrupted : .noneFound(ConflictAnalysis(problem: problem).broken(by: last)))
    }
    return .success((best.assignment, 0))
  }

  /// Cold first. Small centres are searched warm as well; others only where the cold search finds nothing.
  private var attempts: [(temperature: Double, isFromKept: Bool)] {
    [(max(1.5, min(8, replanning.changedDay.doubleValue / 10)), true), (60, true), (60, false)]
  }

  private var isSmall: Bool { problem.people.count * problem.dayCount <= 1_000 }

  private var freeDays: Range<Int> {
    min(problem.kept?.firstFreeDay ?? 0, problem.dayCount)..<problem.dayCount
  }

  private func schedule(_ temperature: Double, _ attempt: Int) -> AnnealingSchedule {
    let cells = Double(max(1, problem.people.count * problem.dayCount))
    // A tenth of what a roster from nothing takes, more in small centres, less in large ones.
    let sweeps = max(options.effort.sweeps / 10 * min(1, 8_000 / cells), min(20_000, 60_000 / cells))
    return AnnealingSchedule(
      firstTemperature: temperature, lastTemperature: 1, epochs: 60, sweeps: sweeps * (attempt == 0 ? 1 : 3),
      firstViolation: max(60, problem.costs.under.last?.price ?? 0), hardening: 0.5)
  }

  /// A start from nothing has the first meal of each shift; the fixed ones are known.
  private func withFixedMeals(_ start: RosterAssignment) -> RosterAssignment {
    guard let kept = problem.kept else { return start }
    var result = start
    for row in problem.people.indices {
      for day in 0..<freeDays.lowerBound where result.choices[problem.cell(row, day)] > 0 {
        result.meals[problem.cell(row, day)] = kept.meals[problem.cell(row, day)]
      }
    }
    return result
  }

  private func exact(_ shouldStop: @escaping @Sendable () -> Bool) -> Result<Found, RosterError> {
    let whole = WholeProgram(problem)
    var solver = SolverOptions()
    solver.timeLimitSeconds = options.timeLimitSeconds
    solver.relativeGap = options.gap ?? 0
    solver.isCancelled = isCancelled
    do {
      let outcome = try GLPKSolver.solve(whole.program, options: solver)
      if outcome.status == .infeasible { return .failure(.infeasible([])) }
      guard !outcome.values.isEmpty else { return .failure(isCancelled() ? .interrupted : .noneFound([])) }
      let assignment = whole.assignment(outcome.values)
      guard RosterEvaluation(problem: problem, assignment: assignment).violations == 0 else {
        return .failure(.solver("the point breaks a rule by rounding"))
      }
      return .success((assignment, outcome.bound.map { $0 - 1e-7 * max(1, abs($0)) } ?? 0))
    } catch {
      return .failure(.solver("\(error)"))
    }
  }

  // MARK: - Conflicts

  /// Fixed or absent days that nothing is allowed on.
  private func impossibleCells() -> [RosterConflict] {
    var result: [RosterConflict] = []
    for (row, person) in problem.people.enumerated() {
      let agent = problem.centre.agents[person.agentIndex]
      for day in 0..<problem.dayCount
      where !(0..<problem.choiceCount).contains(where: { problem.isAllowed(row, day, choice: $0) }) {
        let date = problem.period.firstDay.adding(days: day)
        let isFixed = replanning.isFixed(date)
        result.append(
          RosterConflict(
            rules: isFixed ? ["fixUntil", "locks", "R1", "R5", "R10"] : ["absent", "locks"], agent: agent.id,
            halfHour: nil,
            found: isFixed
              ? Wording(
                "\(agent.id) \(agent.name)：\(date) 已固定，但原班表当日与锁定、在职、休假、可上班次或班次时长不符",
                "\(agent.id) \(agent.name): \(date) is fixed, but the kept roster contradicts locks, employment, leave, classes or the shift's length that day"
              )
              : Wording(
                "\(agent.id) \(agent.name)：\(date) 缺勤，但 locks.csv 锁定了当日的班次",
                "\(agent.id) \(agent.name): absent on \(date), but locks.csv fixes a shift that day"),
            advice: isFixed
              ? Wording(
                "更正原班表，或 leave.csv、locks.csv、agents.csv", "correct the kept roster, or leave.csv, locks.csv, agents.csv"
              )
              : Wording("删去 locks.csv 的该行", "remove the row of locks.csv")))
      }
    }
    return result
  }
}

/// What the two tasks of a re-planning find, each writing its own part.
private final class ReplanResult: @unchecked Sendable {
  var bounds: Replanner.Bounds?
  var search: Result<(assignment: RosterAssignment, bound: Double), RosterError>?
  var boundSeconds = 0.0
  var searchSeconds = 0.0
}
