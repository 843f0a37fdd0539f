import Checking
import Foundation
import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// `service.inRoster`: every part of the engine against going through all rosters, the whole integer program and the checker, with random
/// curves in the half-hours.
@Suite struct WeighedServiceTests {
  private static let quick: RosterOptions = {
    var options = RosterOptions()
    options.effort = .quick
    options.threads = 1
    return options
  }()

  private func weighed(_ seed: UInt64, size: TinyCentre.Size = .usual) -> (planned: PlannedCase, problem: RosterProblem)
  {
    let planned = TinyCentre.random(seed: seed, size: size).weighingService(seed: seed)
    return (
      planned, RosterProblem(centre: planned.centre, period: planned.period, requirement: planned.requirement)
    )
  }

  @Test(arguments: seeds(25)) func enumerationWholeProgramAndEngineAgree(seed: UInt64) throws {
    let (planned, problem) = weighed(seed, size: .enumerable)
    guard let outcome = Enumeration.optimum(planned, limit: 30_000) else { return }
    let exact = try GLPKSolver.solve(WholeProgram(problem).program, options: SolverOptions())
    guard case .optimum(let roster, let yuan) = outcome else {
      #expect(exact.status == .infeasible)
      return
    }
    #expect(abs(try #require(exact.objective) - yuan.doubleValue) < 0.001)
    let check = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
      .check(roster)
    #expect(abs((check.objective - yuan).doubleValue) < 0.001)
    let solution = try RosterEngine(problem: problem, options: Self.quick).solve().solution
    #expect(solution.lowerBound <= yuan.doubleValue + 1e-4)
    #expect(solution.objective >= yuan.doubleValue - 1e-3)
  }

  @Test(arguments: seeds(30)) func boundOptimumAndRosterAreInOrder(seed: UInt64) throws {
    let (planned, problem) = weighed(seed)
    var options = SolverOptions()
    options.nodeLimit = 1_000
    let exact = try GLPKSolver.solve(WholeProgram(problem).program, options: options)
    guard exact.status == .optimal, let optimum = exact.objective else { return }
    let outcome = try RosterEngine(problem: problem, options: Self.quick).solve()
    let check = RosterChecker(centre: planned.centre, period: planned.period, requirement: planned.requirement)
      .check(outcome.roster)
    #expect(check.violations.isEmpty)
    #expect(check.terms.map(\.name) == outcome.solution.terms.map(\.name))
    for (checked, stated) in zip(check.terms, outcome.solution.terms) {
      #expect(abs(checked.yuan.doubleValue - stated.yuan) < 0.001, "\(checked.name)")
    }
    #expect(outcome.solution.lowerBound <= optimum + 1e-4)
    #expect(optimum <= outcome.solution.objective + 1e-4)
  }

  @Test(arguments: seeds(25)) func noPricesLiftTheBoundAboveTheOptimum(seed: UInt64) throws {
    let (_, problem) = weighed(seed)
    var options = SolverOptions()
    options.nodeLimit = 300
    guard let optimum = try GLPKSolver.solve(WholeProgram(problem).program, options: options).objective else { return }
    let bound = LowerBound(problem: problem, threads: 1)
    var random = SeededRandom(seed: seed)
    let people = problem.people.map { _ in PersonPrices() }
    for scale in [0.0, 5, 40, 300] {
      var slots = SlotPrices(slots: problem.slotCount)
      for slot in 0..<problem.slotCount where problem.isCounted[slot] {
        slots.coverage[slot] = scale * (random.uniform() - 0.2)
      }
      for isTelling in [false, true] {
        slots.extra =
          isTelling
          ? (bound.kinds?.units.dropFirst() ?? []).map { _ in
            (0..<problem.slotCount).map { problem.isCounted[$0] ? scale * (random.uniform() - 0.5) / 10 : 0 }
          } : []
        #expect(bound.evaluate(slots, people) <= optimum + 1e-4)
        let answer = bound.respond(slots, people, of: PeopleSample(everybodyIn: problem))
        #expect(answer.bound == bound.evaluate(slots, people))
      }
    }
    guard let relaxed = try Relaxation(problem).solve(isCancelled: { false }) else { return }
    #expect(bound.evaluate(relaxed.slotPrices, relaxed.personPrices) <= optimum + 1e-4)
  }

  @Test(arguments: seeds(20)) func everyMoveKeepsTheBooks(seed: UInt64) {
    let (_, problem) = weighed(seed)
    let tables = SearchTables(problem)
    let state = SearchState(tables, from: RosterAssignment(empty: problem))
    let bath = HeatBath(state, seed: seed, stream: 1)
    let people = (0..<Int32(problem.people.count)).map { $0 }
    for step in 0..<30 {
      bath.run(people: people, days: 0..<problem.dayCount, moves: 1 + step, temperature: 60 / Double(1 + step))
      let total = state.total()
      let scratch = RosterEvaluation(problem: problem, assignment: state.assignment)
      #expect(abs(total.objective - total.broken - scratch.objective) < 1e-6)
    }
  }

  /// Hinges of the search, pieces of the programs and the curve itself say the same of any staffing.
  @Test(arguments: seeds(40)) func allFormsOfACostAgree(seed: UInt64) {
    let (planned, problem) = weighed(seed)
    let slots = SlotCosts(problem)
    for slot in 0..<(problem.dayCount * HalfHour.perDay) where problem.isCounted[slot] {
      let cost = problem.staffingCosts[slot]
      for units in stride(from: 0.0, through: 70_000, by: 7_777) {
        let yuan = cost.yuan(units)
        #expect(abs(slots.cost(slot, units) - yuan) < 1e-6)
        var rest = (cost.top - units) / CoverageUnits.perAgent
        var byPieces = max(0, -rest) * cost.over
        for piece in cost.pieces {
          byPieces += min(max(0, rest), piece.width) * piece.price
          rest -= piece.width
        }
        #expect(abs(byPieces - yuan) < 1e-6)
        #expect(zip(cost.pieces, cost.pieces.dropFirst()).allSatisfy { $0.price <= $1.price + 1e-9 })
      }
      #expect((planned.requirement.rows[slot].service != nil) == cost.weighsService)
    }
  }

  /// The target as a row and the calls at its multiplier are two ways to write one program.
  @Test(arguments: seeds(25)) func thePriceIsTheMultiplierOfTheTarget(seed: UInt64) throws {
    let (planned, _) = weighed(seed, size: .busy)
    let unit = planned.requirement.priced(1)
    let most = Double(seed % 5 + 1) * 20
    let target = Relaxation.Target(mostMissed: most, mostPrice: 50)
    let problem = RosterProblem(centre: planned.centre, period: planned.period, requirement: unit)
    guard let sought = try Relaxation(problem, target: target).solve(isCancelled: { false }) else { return }
    let price = try #require(sought.pricePerCall)
    let priced = RosterProblem(centre: planned.centre, period: planned.period, requirement: unit.priced(price))
    let relaxed = try #require(try Relaxation(priced).solve(isCancelled: { false }))
    #expect(abs(relaxed.objective - price * most - sought.objective) < 1e-5 * max(1, abs(sought.objective)))
  }
}
