import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// Weak duality: at any prices at all the bound stays below the exact optimum.
@Suite struct LowerBoundTests {
  @Test(arguments: seeds(80)) func anyPricesGiveABound(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var options = SolverOptions()
    options.nodeLimit = 500
    // The tree's own bound is below the optimum too, so an unfinished tree's point is the safe side to compare with.
    guard let optimum = try GLPKSolver.solve(WholeProgram(problem).program, options: options).objective else { return }
    let bound = LowerBound(problem: problem, threads: 1)
    var random = SeededRandom(seed: seed)
    for scale in [0.0, 1, 20, 300] {
      var slots = SlotPrices(slots: problem.slotCount)
      for slot in 0..<problem.slotCount {
        slots.coverage[slot] = problem.isCounted[slot] ? scale * (random.uniform() - 0.2) : 0
        slots.seat[slot] = scale * random.uniform() / 10
        slots.lead[slot] = problem.limits.leadSpan > 0 ? scale * random.uniform() / 10 : 0
      }
      slots.extra = extra(bound, problem, scale: scale / 10, &random)
      let people = problem.people.map { _ in
        PersonPrices(
          minute: scale * (random.uniform() - 0.5) / 100, workDay: scale * random.uniform(),
          balance: scale * (random.uniform() - 0.5))
      }
      #expect(bound.evaluate(slots, people) <= optimum + 1e-4)
      #expect(bound.improve(slots, people, climbs: 3).bound <= optimum + 1e-4)
      // The volume algorithm, and steps of each price's own.
      for evaluations in [5, 100] {
        let ascent = PriceAscent(
          bound: bound, evaluations: evaluations, sample: PeopleSample(of: problem, most: 2),
          people: problem.people.count)
        #expect(bound.evaluate(ascent.run(from: slots, people), people) <= optimum + 1e-4)
      }
    }
  }

  /// The answer at some prices tells how the bound changes at most: the bound is concave in the prices.
  @Test(arguments: seeds(60)) func imbalanceIsASupergradient(seed: UInt64) {
    let planned = TinyCentre.random(seed: seed, size: seed % 4 == 0 ? .long : .usual)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let bound = LowerBound(problem: problem, threads: 1)
    let people = problem.people.map { _ in PersonPrices() }
    var random = SeededRandom(seed: seed)
    let points = (0..<6).map { step in
      var slots = SlotPrices(slots: problem.slotCount)
      let scale = [1.0, 10, 60][step % 3]
      for slot in 0..<problem.slotCount {
        slots.coverage[slot] = problem.isCounted[slot] ? scale * random.uniform() : 0
        slots.seat[slot] = scale * random.uniform() / 10
        slots.lead[slot] = problem.limits.leadSpan > 0 ? scale * random.uniform() / 10 : 0
      }
      // Told apart in half of the cases.
      if seed % 2 == 0 { slots.extra = extra(bound, problem, scale: scale / 5, &random) }
      return slots
    }
    for point in points {
      let answer = bound.respond(point, people, of: PeopleSample(everybodyIn: problem))
      #expect(answer.bound == bound.evaluate(point, people))
      guard answer.bound.isFinite else { continue }
      for other in points {
        var most: Double = answer.bound
        let rows = zip(point.rows, other.rows)
        for (number, row) in rows.enumerated() {
          for slot in 0..<problem.slotCount {
            let move: Double = row.1[slot] - row.0[slot]
            most += answer.imbalance[number * problem.slotCount + slot] * move
          }
        }
        #expect(bound.evaluate(other, people) <= most + 0.01)
      }
    }
  }

  /// Prices of people by productivity, where the bound can tell them apart.
  private func extra(
    _ bound: LowerBound, _ problem: RosterProblem, scale: Double, _ random: inout SeededRandom
  ) -> [[Double]] {
    (bound.kinds?.units.dropFirst() ?? []).map { _ in
      (0..<problem.slotCount).map { problem.isCounted[$0] ? scale * (random.uniform() - 0.5) : 0 }
    }
  }

  @Test(arguments: seeds(40)) func sampleStandsForEverybody(seed: UInt64) {
    let planned = TinyCentre.random(
      seed: seed, size: TinyCentre.Size(people: 4...30, days: 3...5, shifts: 2...3, mealStarts: 1))
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let classes = AlikePeople(problem).classes
    for most in [1, 5, 12, 100] {
      let sample = PeopleSample(of: problem, most: most)
      #expect(sample.rows == sample.rows.sorted() && Set(sample.rows).count == sample.rows.count)
      for number in Set(classes) {
        let standing = zip(sample.rows, sample.weights).filter { classes[$0.0] == number }.reduce(0) { $0 + $1.1 }
        #expect(abs(standing - Double(classes.count { $0 == number })) < 1e-9)
      }
      #expect(sample.rows.count <= max(2 * most, most + Set(classes).count))
    }
  }

  @Test(arguments: seeds(60)) func exactNeighbourhoodsNeverMakeARosterWorse(seed: UInt64) throws {
    let planned = TinyCentre.random(seed: seed)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    let tables = SearchTables(problem)
    let schedule = AnnealingSchedule(
      firstTemperature: 60, lastTemperature: 20, epochs: 5, sweeps: 20, firstViolation: 1_000)
    let run = Annealing(tables: tables, schedule: schedule, seed: seed, threads: 1)
      .run(from: RosterAssignment(empty: problem)) { _, _ in false }
    guard var best = run.best else { return }
    for day in 0..<problem.dayCount {
      let meals = MealProgram(problem: problem, nodeLimit: 100, isCancelled: { false })
      try best = improved(best, by: meals.improve(best.assignment, day: day), problem)
      let whole = DayProgram(tables: tables, nodeLimit: 100, reach: 100, isCancelled: { false })
      try best = improved(best, by: whole.improve(best.assignment, day: day), problem)
    }
  }

  private func improved(
    _ best: (assignment: RosterAssignment, objective: Double), by trial: RosterAssignment?, _ problem: RosterProblem
  ) -> (assignment: RosterAssignment, objective: Double) {
    guard let trial else { return best }
    let evaluation = RosterEvaluation(problem: problem, assignment: trial)
    #expect(evaluation.violations == 0)
    #expect(evaluation.objective <= best.objective + 1e-6)
    return (trial, evaluation.objective)
  }
}

extension SlotPrices {
  /// In the order of `PriceAnswer.imbalance`.
  fileprivate var rows: [[Double]] { [coverage, seat, lead] + extra }
}
