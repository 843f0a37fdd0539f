import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Rostering

/// Centres without a roster by construction: the set is the one expected, and the repair lets a roster be made.
@Suite struct ConflictExplainerTests {
  private static let week = PlainCentre.week

  private static func day(_ index: Int) -> CivilDate { week.firstDay.adding(days: index) }

  /// Open from 08:00 to 16:00 with so many agents a, b, c …
  private static func centre(_ people: Int, _ change: (inout Centre) -> Void = { _ in }) -> Centre {
    var centre = PlainCentre.centre("abcdef".prefix(people).map { Agent(id: String($0), minHours: 0) })
    centre.settings.open = [OpeningEntry(days: .all, from: PlainCentre.time(8), to: PlainCentre.time(16))]
    change(&centre)
    return centre
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var centre: Centre
    /// Rules of the set, as often as they come.
    var expected: [String]
  }

  static let cases = [
    Case(
      testDescription: "leave against hard minimum hours",
      centre: centre(1) {
        $0.rules.minHoursHard = true
        $0.agents[0].minHours = 40
        $0.leave = (0..<4).map { LeaveEntry(agent: "a", date: day($0), kind: .leave) }
      }, expected: ["R10", "R10", "R10", "minHoursHard"]),
    Case(
      testDescription: "locks against rest",
      centre: centre(1) {
        $0.rules.restHours = 11
        $0.locks = [
          LockedDay(agent: "a", date: day(0), shift: PlainCentre.lateNight.code),
          LockedDay(agent: "a", date: day(1), shift: PlainCentre.early.code),
        ]
      }, expected: ["R2", "locks", "locks"]),
    Case(
      testDescription: "locks against days in a row",
      centre: centre(2) {
        $0.rules.maxConsecutiveDays = 2
        $0.locks = (2..<5).map { LockedDay(agent: "b", date: day($0), shift: PlainCentre.early.code) }
      }, expected: ["R3", "locks", "locks", "locks"]),
    Case(
      testDescription: "locks against days off",
      centre: centre(1) {
        $0.rules.minDaysOff = 6
        $0.locks = [0, 3].map { LockedDay(agent: "a", date: day($0), shift: PlainCentre.early.code) }
      }, expected: ["R4", "locks", "locks"]),
    Case(
      testDescription: "more on the phone than there are people", centre: centre(2) { $0.rules.minOnPhone = 3 },
      expected: ["minOnPhone"]),
    Case(
      testDescription: "more on the phone than there are seats",
      centre: centre(3) {
        $0.rules.minOnPhone = 2
        $0.settings.seats = [SeatsEntry(seats: 1)]
      }, expected: ["R9", "minOnPhone"]),
    Case(
      testDescription: "somebody on the phone and days off for all",
      centre: centre(1) {
        $0.rules.minOnPhone = 1
        $0.rules.maxConsecutiveDays = 6
      }, expected: ["R3"] + [String](repeating: "minOnPhone", count: 7)),
    Case(
      testDescription: "people who must work together",
      centre: centre(2) {
        $0.pairs = [StaffPair(agent: "a", other: "b", kind: .together)]
        $0.locks = [LockedDay(agent: "a", date: day(1), shift: PlainCentre.early.code)]
        $0.leave = [LeaveEntry(agent: "b", date: day(1), kind: .leave)]
      }, expected: ["R10", "locks", "pairs"]),
  ]

  private func requirement() -> Requirement { Requirement(Self.week) { _ in 0 } }

  @Test(arguments: cases) func theSetIsTheExpectedOneAndTheRepairWorks(_ made: Case) throws {
    let report = ConflictExplainer(centre: made.centre, period: Self.week, requirement: requirement()).report()
    #expect(report.verdict == .impossible)
    let finding = try #require(report.findings.first)
    let told = finding.conflict.map { $0.text(.english) } + finding.repair.map { $0.repairText(.chinese) }
    #expect(finding.conflict.map(\.group.rule).sorted() == made.expected, "\(told)")
    #expect(finding.isIrreducible && finding.isCheapest && finding.isVerified, "\(told)")
    #expect(!finding.repair.isEmpty)
    // The engine and the recomputation agree.
    let repaired = try repaired(made.centre, finding.repair)
    let problem = RosterProblem(centre: repaired, period: Self.week, requirement: requirement())
    var options = RosterOptions()
    options.engine = .exact
    let roster = try RosterEngine(problem: problem, options: options).solve().roster
    let check = RosterChecker(centre: repaired, period: Self.week, requirement: requirement()).check(roster)
    #expect(check.violations.isEmpty, "\(told)")
  }

  /// The centre with a repair made in its inputs.
  private func repaired(_ centre: Centre, _ repair: [ConflictItem]) throws -> Centre {
    var centre = centre
    for item in repair {
      let group = item.group
      let relaxed = item.relaxed ?? .nan
      switch group.rule {
      case "R2": centre.rules.restHours = 0
      case "R3": centre.rules.maxConsecutiveDays = Int(relaxed)
      case "R4": centre.rules.minDaysOff = Int(relaxed)
      case "R9": centre.settings.seats = [SeatsEntry(seats: Int(relaxed))]
      case "R10": centre.leave.removeAll { $0.agent == group.agent && $0.date == group.date }
      case "locks": centre.locks.removeAll { $0.agent == group.agent && $0.date == group.date }
      case "pairs": centre.pairs = []
      case "minHoursHard": centre.agents[0].minHours = Decimal(relaxed)
      case "minOnPhone": centre.rules.minOnPhone = min(centre.rules.minOnPhone, Int(relaxed))
      default: Issue.record("no way to repair \(group)")
      }
    }
    return centre
  }

  /// A roster is met where the repair is made, and none without. Rest and days in a row are one limit for everybody.
  @Test(arguments: cases) func aRosterIsMetWhereTheEngineCanMakeTheRepair(_ made: Case) throws {
    let report = ConflictExplainer(centre: made.centre, period: Self.week, requirement: requirement()).report()
    let repair = try #require(report.findings.first).repairOfAll
    let problem = RosterProblem(centre: made.centre, period: Self.week, requirement: requirement())
    #expect(FirstRoster(problem: problem, threads: 1).find() == nil)
    let repaired = problem.repaired(repair)
    #expect((repaired == nil) == repair.contains { ["R2", "R3"].contains($0.group.rule) })
    if let repaired { #expect(FirstRoster(problem: repaired, threads: 1).find() != nil) }
  }

  @Test func whatCanHoldIsNoConflict() {
    let centre = Self.centre(2) {
      $0.rules.minOnPhone = 1
      $0.rules.maxConsecutiveDays = 4
    }
    let report = ConflictExplainer(centre: centre, period: Self.week, requirement: requirement()).report()
    #expect(report.verdict == .possible && report.findings.isEmpty)
  }

  /// With hardly any work allowed nothing is claimed.
  @Test func whatWasNotWorkedOutIsNotClaimed() {
    let made = Self.cases[6].centre
    let report = ConflictExplainer(centre: made, period: Self.week, requirement: requirement()).report(work: 5)
    #expect(report.verdict == .unknown && report.isPartial && report.findings.isEmpty)
  }
}
