internal import Parallel
internal import Solving
internal import Vocabulary

/// Makes a month's roster and proves how far from the best it can be.
///
/// Linear relaxation by GLPK → certified lower bound at its prices and better ones → heat-bath search → exact integer programs on GLPK for
/// the meals of each day and for each day as a whole. Blocks its thread; do not call it from Swift's cooperative pool.
package struct RosterEngine {
  let problem: RosterProblem
  let options: RosterOptions
  let onProgress: (RosterProgress) -> Void
  let isCancelled: @Sendable () -> Bool
  private let clock = ContinuousClock()

  package init(
    problem: RosterProblem, options: RosterOptions = RosterOptions(),
    onProgress: @escaping (RosterProgress) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.problem = problem
    self.options = options
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  package func solve() throws(RosterError) -> RosterOutcome {
    let proofs = ConflictAnalysis(problem: problem).proofs()
    guard proofs.isEmpty else { throw .infeasible(proofs) }
    var run = EngineRun(started: clock.now, deadline: options.timeLimitSeconds.map { clock.now + .seconds($0) })
    do {
      switch options.engine {
      case .parts: try solveInParts(&run)
      case .exact: try solveWhole(&run)
      }
    } catch let error as RosterError {
      throw error
    } catch {
      throw .solver("\(error)")
    }
    guard let best = run.best else { throw isCancelled() ? .interrupted : .noneFound([]) }
    return outcome(best, run)
  }

  // MARK: - In parts

  /// The programs of single days improve what the search leaves by a few yuan of the whole month (15 with 50 people, 33
  /// with 200, 21 with 1,000) and take longer the more people there are: beyond this the search makes better use of the time.
  private static let mostPeopleOfPrograms = 100

  /// The relaxation's prices are where the bound's begin: its last yuan are not worth the wait.
  private static let relaxationTolerance = 1e-7

  private func solveInParts(_ run: inout EngineRun) throws {
    let tables = SearchTables(problem, worth: try findBound(&run))
    try search(tables, &run)
    if problem.people.count <= RosterEngine.mostPeopleOfPrograms {
      try improveMeals(&run)
      try improveDays(tables, &run)
    }
    try tightenBound(&run)
  }

  /// Sets the lower bound and returns what an agent is worth in each half-hour; empty where there was no time to know.
  private func findBound(_ run: inout EngineRun) throws -> [Double] {
    report(.relaxation, 0, run)
    var slots = SlotPrices(slots: problem.slotCount)
    var people = [PersonPrices](repeating: PersonPrices(), count: problem.people.count)
    try phase("relaxation", &run) { run throws(SolverError) in
      guard
        let result = try Relaxation(problem).solve(
          tolerance: RosterEngine.relaxationTolerance, isCancelled: stop(run))
      else { return }
      slots = result.slotPrices
      people = result.personPrices
    }
    report(.bound, 0, run)
    try phase("bound", &run) { run throws(SolverError) in
      guard !shouldStop(run) else { return }
      run.lowerBound = ascend(problem, from: &slots, people, run)
    }
    if run.lowerBound == .infinity { throw RosterError.infeasible([]) }
    return slots.coverage.contains { $0 != 0 } ? slots.coverage : []
  }

  /// The bound at better prices of the half-hours than those given, which are replaced by them.
  private func ascend(
    _ problem: RosterProblem, from slots: inout SlotPrices, _ people: [PersonPrices], _ run: EngineRun
  ) -> Double {
    let bound = LowerBound(problem: problem, threads: options.threads)
    let sample = PeopleSample(of: problem, most: options.effort.sampledPeople)
    // Four mixtures of people by productivity, in all half-hours, take about the time of a month.
    let stepWork = monthWork * Double(max(1, sample.rows.count)) + 0.25 * Double(bound.kinds?.mixtures ?? 0)
    let steps = Double(options.effort.pricedMonths) / stepWork
    let ascent = PriceAscent(
      bound: bound, evaluations: min(options.effort.priceSteps, Int(steps)), sample: sample,
      people: problem.people.count)
    slots = ascent.run(from: slots, people) { done in
      report(.bound, done, run)
      return shouldStop(run)
    }
    return bound.improve(slots, people, climbs: climbs).bound
  }

  /// Work of pricing one person's month, in months among sixteen shifts: it grows with pairs of shifts.
  private var monthWork: Double {
    let shifts = Double(problem.shifts.count) / 16
    return max(1, shifts * shifts)
  }

  /// Steps in which each person's own prices are improved; fewer where pricing takes the time a search makes more of.
  private var climbs: Int {
    options.effort == .quick || monthWork * Double(problem.people.count) > 4_000 ? 2 : 8
  }

  private func search(_ tables: SearchTables, _ run: inout EngineRun) throws {
    var schedule = AnnealingSchedule(problem, options.effort)
    let start = RosterAssignment(locked: problem)
    try phase("search", &run) { run throws(RosterError) in
      var attempt: UInt64 = 0
      var last = start
      while run.best == nil && attempt < 3 && !shouldStop(run) {
        let annealing = Annealing(
          tables: tables, schedule: schedule, seed: options.seed &+ attempt << 32, threads: options.threads)
        let outcome = annealing.run(from: start) { done, best in
          report(.search, done, run, objective: best?.1)
          return shouldStop(run) || reachesGap(best?.1, run)
        }
        // Nobody at work may keep every rule; it is what a search that finds nothing leaves, not what one found.
        if let best = outcome.best, best.assignment.choices != start.choices { run.best = best }
        last = outcome.last
        attempt += 1
        // A start this cool cannot always leave the broken rules it met; a hotter one can.
        schedule.firstTemperature = 60
      }
      if run.best == nil { accept(start, &run) }
      if run.best == nil && attempt == 3 { throw .noneFound(ConflictAnalysis(problem: problem).broken(by: last)) }
    }
  }

  /// `fairness` in the bound, priced as the best roster has it.
  private func tightenBound(_ run: inout EngineRun) throws {
    guard let best = run.best, let tangents = FairnessTangents(problem, at: best.assignment) else { return }
    report(.bound, 0, run)
    try phase("bound", &run) { run throws(SolverError) in
      guard !shouldStop(run),
        let prices = try Relaxation(tangents.problem).solve(
          tolerance: RosterEngine.relaxationTolerance, isCancelled: stop(run)),
        !shouldStop(run)
      else { return }
      var slots = prices.slotPrices
      let bound = ascend(tangents.problem, from: &slots, prices.personPrices, run)
      run.lowerBound = max(run.lowerBound, bound + tangents.constant)
    }
  }

  /// All meals of each day, exactly: two days side by side that no half-hour joins.
  private func improveMeals(_ run: inout EngineRun) throws {
    let program = MealProgram(problem: problem, nodeLimit: options.effort.dayNodes, isCancelled: stop(run))
    try phase("meals", &run) { run throws(SolverError) in
      for first in (0..<problem.dayCount).filter({ $0 % 4 < 2 }) where !shouldStop(run) {
        guard let best = run.best, !reachesGap(best.objective, run) else { return }
        let days = [first, first + 2].filter { $0 < problem.dayCount }
        let improved = ParallelTasks.map(count: days.count, threads: options.threads) { index in
          Result { () throws(SolverError) in try program.improve(best.assignment, day: days[index]) }
        }
        for (day, result) in zip(days, improved) {
          guard let meals = try result.get(), var assignment = run.best?.assignment else { continue }
          assignment.takeMeals(of: meals, day: day, days: problem.dayCount)
          accept(assignment, &run)
        }
        report(.meals, Double(first + 1) / Double(problem.dayCount), run)
      }
    }
  }

  /// Each day for everybody, exactly among the choices near the present ones.
  private func improveDays(_ tables: SearchTables, _ run: inout EngineRun) throws {
    try phase("days", &run) { run throws(SolverError) in
      for step in 0..<(options.effort.dayRounds * problem.dayCount) where !shouldStop(run) {
        guard let best = run.best, !reachesGap(best.objective, run) else { return }
        let program = DayProgram(
          tables: tables, nodeLimit: options.effort.dayNodes, reach: 20, isCancelled: stop(run))
        accept(try program.improve(best.assignment, day: step % problem.dayCount), &run)
        report(.days, Double(step + 1) / Double(options.effort.dayRounds * problem.dayCount), run)
      }
    }
  }

  // MARK: - Whole

  private func solveWhole(_ run: inout EngineRun) throws {
    report(.exact, 0, run)
    try phase("exact", &run) { run throws(SolverError) in
      let whole = WholeProgram(problem)
      var solverOptions = SolverOptions()
      solverOptions.timeLimitSeconds = options.timeLimitSeconds
      solverOptions.relativeGap = options.gap ?? 0
      solverOptions.isCancelled = isCancelled
      let outcome = try GLPKSolver.solve(whole.program, options: solverOptions)
      if outcome.status == .infeasible { throw .failed("infeasible") }
      // GLPK works to a tolerance; the bound keeps that distance.
      run.lowerBound = outcome.bound.map { $0 - 1e-7 * max(1, abs($0)) } ?? 0
      guard !outcome.values.isEmpty else { return }
      let assignment = whole.assignment(outcome.values)
      let evaluation = RosterEvaluation(problem: problem, assignment: assignment)
      guard evaluation.violations == 0 else { throw .failed("the point breaks a rule by rounding") }
      run.best = (assignment, evaluation.objective)
      if outcome.status == .optimal { run.lowerBound = min(evaluation.objective, run.lowerBound) }
    }
  }

  // MARK: - Steps

  /// Takes a roster over where it keeps the rules and costs less.
  private func accept(_ assignment: RosterAssignment?, _ run: inout EngineRun) {
    guard let assignment else { return }
    let evaluation = RosterEvaluation(problem: problem, assignment: assignment)
    if evaluation.violations == 0 && evaluation.objective < (run.best?.objective ?? .infinity) - 1e-6 {
      run.best = (assignment, evaluation.objective)
    }
  }

  private func phase<Failure: Error>(
    _ name: String, _ run: inout EngineRun, _ body: (inout EngineRun) throws(Failure) -> Void
  ) throws(Failure) {
    let before = run.best?.objective
    let began = clock.now
    try body(&run)
    run.phases.append(
      Solution.Phase(
        name: name, objectiveBefore: before, objectiveAfter: run.best?.objective,
        lowerBound: run.lowerBound.isFinite && run.lowerBound > 0 ? run.lowerBound : nil,
        seconds: (clock.now - began).inSeconds))
  }

  private func shouldStop(_ run: EngineRun) -> Bool {
    isCancelled() || (run.deadline.map { clock.now >= $0 } ?? false)
  }

  private func stop(_ run: EngineRun) -> @Sendable () -> Bool {
    let isCancelled = isCancelled
    let deadline = run.deadline
    return { isCancelled() || (deadline.map { ContinuousClock().now >= $0 } ?? false) }
  }

  private func reachesGap(_ objective: Double?, _ run: EngineRun) -> Bool {
    guard let objective, let gap = options.gap, objective > 0 else { return false }
    return (objective - run.lowerBound) / objective <= gap
  }

  private func report(_ stage: RosterProgress.Stage, _ done: Double, _ run: EngineRun, objective: Double? = nil) {
    onProgress(
      RosterProgress(
        stage: stage, done: done, objective: objective ?? run.best?.objective,
        lowerBound: run.lowerBound > 0 ? run.lowerBound : nil))
  }

  private func outcome(_ best: (assignment: RosterAssignment, objective: Double), _ run: EngineRun) -> RosterOutcome {
    let evaluation = RosterEvaluation(problem: problem, assignment: best.assignment)
    let objective = evaluation.objective
    let bound = min(objective, max(0, run.lowerBound))
    let solution = Solution(
      objective: objective, lowerBound: bound, basePay: problem.basePay, terms: evaluation.terms, phases: run.phases,
      seconds: (clock.now - run.started).inSeconds, seed: options.seed,
      status: objective - bound <= max(0.005, 2e-7 * objective) ? .optimal : .feasible)
    return RosterOutcome(roster: problem.roster(best.assignment), solution: solution, isInterrupted: isCancelled())
  }
}

/// What a run of the engine has reached.
struct EngineRun {
  var started: ContinuousClock.Instant
  var deadline: ContinuousClock.Instant?
  var best: (assignment: RosterAssignment, objective: Double)?
  /// No roster costs less: paying nobody is where every proof begins.
  var lowerBound = 0.0
  var phases: [Solution.Phase] = []

  init(started: ContinuousClock.Instant, deadline: ContinuousClock.Instant?) {
    self.started = started
    self.deadline = deadline
  }
}

extension RosterProblem {
  /// Yuan of everybody's minimum hours at the regular price of their grade.
  var basePay: Double {
    people.reduce(0) { sum, person in
      let agent = centre.agents[person.agentIndex]
      let employed = period.days.filter(agent.isEmployed(on:))
      let rates = employed.map { centre.contract.ratePerMinute(SeatKind(agent.grade(on: $0))) }
      return sum + person.minMinutes * rates.reduce(0, +) / Double(max(1, rates.count))
    }
  }
}
