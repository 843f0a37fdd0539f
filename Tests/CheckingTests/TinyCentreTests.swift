import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

/// The generator must visit the corners it promises, else the properties that rest on it say little.
@Suite struct TinyCentreTests {
  private static let cases =
    seeds(120).map { TinyCentre.random(seed: $0) } + seeds(30).map { TinyCentre.random(seed: $0, size: .long) }

  @Test func theSameSeedGivesTheSameCentre() {
    #expect(TinyCentre.random(seed: 7).centre == TinyCentre.random(seed: 7).centre)
    #expect(TinyCentre.random(seed: 7).requirement == TinyCentre.random(seed: 7).requirement)
    #expect(TinyCentre.random(seed: 7).centre != TinyCentre.random(seed: 8).centre)
  }

  @Test func everyRuleIsBrokenAndEveryTermCostsSomewhere() {
    var broken: Set<String> = []
    var costly: Set<String> = []
    for (seed, planned) in Self.cases.enumerated() {
      let check = planned.check(RandomRoster.arbitrary(planned, seed: UInt64(seed), workPercent: 15 + seed % 3 * 30))
      broken.formUnion(check.violations.map(\.rule))
      costly.formUnion(check.terms.filter { $0.yuan > 0 }.map(\.name))
    }
    // R1 and R10 are kept by construction of the roster.
    #expect(broken == ["R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R11"])
    #expect(costly.count == 11)
  }

  @Test func monthEndsArePartOfTheCases() {
    let carriedIn = Self.cases.filter { planned in
      planned.check(Roster(entries: [])).coverage.first!.onDuty > 0
    }
    #expect(carriedIn.count >= 5)
    #expect(Self.cases.contains { $0.centre.rules.leadSpan > 0 && $0.check(Roster(entries: [])).violations.isEmpty })
    #expect(Set(Self.cases.map { $0.period.firstDay.weekday }).count == 7)
  }

  @Test func mostCasesHaveARosterThatKeepsTheRules() {
    let kept = seeds(20).filter { RandomRoster.feasible(TinyCentre.random(seed: $0), seed: $0) != nil }
    #expect(kept.count >= 12)
  }
}
