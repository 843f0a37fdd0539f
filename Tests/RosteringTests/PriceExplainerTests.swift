import Foundation
import Solving
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// Prices of rules, seats and people against the whole program solved anew with the unit changed.
@Suite struct PriceExplainerTests {
  private static let week = PlainCentre.week

  /// Yuan of the cheapest roster; infinite where there is none, nil where the tree does not end.
  private func cheapest(_ centre: Centre, _ period: Period, _ requirement: Requirement) throws -> Double? {
    let problem = RosterProblem(centre: centre, period: period, requirement: requirement)
    var options = SolverOptions()
    options.nodeLimit = 400
    let outcome = try GLPKSolver.solve(WholeProgram(problem).program, options: options)
    switch outcome.status {
    case .optimal: return outcome.objective
    case .infeasible: return .infinity
    default: return nil
    }
  }

  /// Every unit that is given frees rosters and takes none away; no bound, at whichever prices, is above the changed optimum.
  @Test func everyPriceIsOnTheSafeSide() throws {
    let judged = try seeds(40).reduce(0) { try $0 + judge(seed: $1) }
    #expect(judged > 200)
  }

  /// - Returns: the prices held against the whole program; 0 where the centre has no roster.
  private func judge(seed: UInt64) throws -> Int {
    let planned = TinyCentre.random(seed: seed, size: .enumerable).withSwitchedRules(seed: seed)
    guard let optimum = try cheapest(planned.centre, planned.period, planned.requirement), optimum.isFinite else {
      return 0
    }
    let explainer = try PriceExplainer(
      centre: planned.centre, period: planned.period, requirement: planned.requirement)
    var judged = 0
    for priced in try explainer.prices(of: explainer.changes) where priced.change.kind != .definition {
      let name: Comment = "seed \(seed): \(priced.change.rule) \(priced.change.unit.english)"
      #expect((priced.estimate != nil) == priced.change.isInRelaxation, name)
      guard let changed = try cheapest(priced.change.centre, planned.period, planned.requirement) else { continue }
      if priced.change.onlyRelaxes { #expect(changed <= optimum + 1e-4, name) }
      if let estimate = priced.estimate { #expect(explainer.bound + estimate <= changed + 1e-4, name) }
      if let boundChange = priced.boundChange {
        if priced.change.onlyRelaxes { #expect(boundChange <= 1e-6, name) }
        if boundChange == .infinity { #expect(changed == .infinity, name) }
      }
      judged += 1
    }
    return judged
  }

  /// Open from 08:00 to 16:00, one early shift without a meal, three agents wanted; half an hour short costs 60 yuan.
  private static func centre(_ people: Int, _ change: (inout Centre) -> Void = { _ in }) -> Centre {
    var centre = PlainCentre.centre("abcdef".prefix(people).map { Agent(id: String($0), minHours: 0) })
    centre.shifts = [PlainCentre.early]
    centre.settings.open = [OpeningEntry(days: .all, from: PlainCentre.time(8), to: PlainCentre.time(16))]
    centre.rules.weights.under = [Rules.UnderPiece(upTo: nil, perHalfHour: 60)]
    centre.rules.weights.noWeekendOff = 0
    centre.rules.weights.imbalance = 0
    centre.contract.seats = [
      .agent: SeatPrice(price: 7400, personsPerSeat: 1), .overtime: SeatPrice(price: 9800, personsPerSeat: 1),
    ]
    change(&centre)
    return centre
  }

  /// What a day of an agent saves: 16 half-hours at 60 yuan, less 8 hours' pay.
  private static let agentDay: Double = 960 - 59_200 / 166.64

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var centre: Centre
    /// Of `UnitChange`.
    var rule: String
    var kind: UnitChange.Kind
    /// Days on which one agent more, or fewer, is at work.
    var days: Double
  }

  static let cases = [
    Case(
      testDescription: "a seat", centre: centre(3) { $0.settings.seats = [SeatsEntry(seats: 2)] }, rule: "R9",
      kind: .rule, days: 7),
    Case(testDescription: "an agent more", centre: centre(2), rule: "staff", kind: .personMore(.agent), days: 7),
    Case(testDescription: "an agent fewer", centre: centre(2), rule: "staff", kind: .personFewer(.agent), days: -7),
    Case(
      testDescription: "a day off fewer for two people", centre: centre(2) { $0.rules.minDaysOff = 2 }, rule: "R4",
      kind: .rule, days: 2),
    Case(
      testDescription: "a day in a row more, in a week that has one day of it more",
      centre: centre(2) { $0.rules.maxConsecutiveDays = 6 }, rule: "R3", kind: .rule, days: 2),
    Case(
      testDescription: "leave",
      centre: centre(2) { centre in
        centre.leave = [1, 4].map { LeaveEntry(agent: "a", date: week.firstDay.adding(days: $0), kind: .leave) }
      }, rule: "R10", kind: .rule, days: 2),
    Case(
      testDescription: "people for each lead",
      centre: centre(3) { centre in
        centre.rules.leadSpan = 2
        centre.agents[2].grade = .lead
        centre.agents[2].productivity = 0
        centre.agents.append(Agent(id: "g", minHours: 0))
      }, rule: "R11", kind: .rule, days: 7),
    Case(
      testDescription: "a rule that costs nothing", centre: centre(2) { $0.rules.minDaysOff = 0 }, rule: "R5",
      kind: .rule, days: 0),
    Case(
      testDescription: "locked days off",
      centre: centre(2) { centre in
        centre.locks = [LockedDay(agent: "b", date: week.firstDay, shift: nil)]
      }, rule: "locks", kind: .rule, days: 1),
  ]

  /// On these centres the relaxation has whole people: price, relaxation and whole program agree.
  @Test(arguments: cases) func theDualPriceIsTheDifferenceOfTheOptima(_ made: Case) throws {
    let requirement = Requirement(Self.week) { _ in 3 }
    let explainer = try PriceExplainer(centre: made.centre, period: Self.week, requirement: requirement)
    let changes = explainer.changes.filter { $0.rule == made.rule && $0.kind == made.kind }
    let priced = try #require(try explainer.prices(of: changes).first)
    let before = try #require(try cheapest(made.centre, Self.week, requirement))
    let after = try #require(try cheapest(priced.change.centre, Self.week, requirement))
    let saved = made.days * Self.agentDay
    #expect(abs(after - before + saved) < 0.01)
    let (estimate, boundChange) = (try #require(priced.estimate), try #require(priced.boundChange))
    #expect(abs(estimate + saved) < 0.01)
    #expect(abs(boundChange + saved) < 0.01)
  }

  /// R1 has the price of the day on which one more would be at work.
  @Test func aPersonMoreOnTheDearestDayIsThePriceOfR1() throws {
    let requirement = Requirement(Self.week) { $0.date == Self.week.firstDay.adding(days: 3) ? 3 : 0 }
    let explainer = try PriceExplainer(centre: Self.centre(2), period: Self.week, requirement: requirement)
    let priced = try #require(try explainer.prices(of: explainer.changes.filter { $0.kind == .definition }).first)
    let estimate = try #require(priced.estimate)
    #expect(abs(estimate + Self.agentDay) < 0.01)
    #expect(priced.date == Self.week.firstDay.adding(days: 3) && priced.boundChange == nil)
  }

  /// Without the only lead nobody may work while somebody must: proved, and said so.
  @Test func aMonthLeftWithoutARosterIsTold() throws {
    let centre = Self.centre(2) { centre in
      centre.rules.leadSpan = 5
      centre.rules.minOnPhone = 1
      centre.agents[1].grade = .lead
    }
    let requirement = Requirement(Self.week) { _ in 1 }
    #expect(throws: RosterError.self) {
      var none = centre
      none.agents.removeLast()
      _ = try PriceExplainer(centre: none, period: Self.week, requirement: requirement)
    }
    let explainer = try PriceExplainer(centre: centre, period: Self.week, requirement: requirement)
    let fewer = explainer.changes.filter { $0.kind == .personFewer(.lead) }
    #expect(try explainer.prices(of: fewer).first?.boundChange == .infinity)
  }
}
