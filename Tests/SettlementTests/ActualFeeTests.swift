import Foundation
import Testing
import Vocabulary

@testable import Settlement

/// Coefficient, bonus, deductions and both parties' totals of a past month, each line worked by hand.
@Suite struct ActualFeeTests {
  /// One agent of 166.64 h: 20 × 500 min = 10,000 min is 1.6 min above 9,998.4. Seats 1.0000 = 7,400.00 and overtime
  /// 1.6 ÷ 9,998.4 = 0.00016… → 0.0002 × 9,800 = 1.96: in all 7,401.96.
  private func settled(_ build: (inout SettledCase) -> Void) throws -> SettlementStatement {
    var settled = SettledCase()
    settled.person("a")
    settled.works("a", Array(1...20), 500)
    build(&settled)
    return try settled.statement
  }

  /// No indicators: every score 100, tier 95: 7,401.96 × 1.03 = 7,624.0188 → 7,624.02.
  @Test func withoutIndicatorsTheBestTier() throws {
    let statement = try settled { _ in }
    #expect(statement.scores.lowest == 100 && statement.assessed == exact("7624.02"))
  }

  /// (0.82 − 0.70) ÷ 0.15 × 100 = 80 → tier 0: 7,401.96 × 0.90 = 6,661.764 → 6,661.76.
  @Test func aScoreIsLinear() throws {
    let statement = try settled { $0.scored("serviceLevel", target: "0.85", floor: "0.70", actual: "0.82") }
    #expect(statement.indicators[0].score == 80 && statement.assessed == exact("6661.76"))
  }

  /// Lower is better: AHT 162 of target 155, floor 190: (162 − 190) ÷ (155 − 190) × 100 = 80.
  @Test func lowerMayBeBetter() throws {
    let result = try settled { $0.scored("aht", target: "155", floor: "190", actual: "162") }.indicators[0]
    #expect(result.score == 80 && !result.met)
  }

  /// Above the target the score stays at the cap of 100; below the floor it is 0.
  @Test func scoresStayWithinTheCap() throws {
    let statement = try settled {
      $0.scored("high", target: "0.85", floor: "0.70", actual: "0.99")
      $0.scored("low", target: "0.85", floor: "0.70", actual: "0.10")
    }
    #expect(statement.indicators.map(\.score) == [100, 0] && statement.indicators.map(\.met) == [true, false])
  }

  /// scoreCap 120: (0.88 − 0.70) ÷ 0.15 × 100 = 120.
  @Test func theCapMayBeHigher() throws {
    let statement = try settled {
      $0.contract.scoreCap = 120
      $0.scored("serviceLevel", target: "0.85", floor: "0.70", actual: "0.88")
    }
    #expect(statement.scores.lowest == 120)
  }

  /// Quality 100 × 30; business (80 × 20 + 100 × 10) ÷ 30 = 86.67; total (3,000 + 1,600 + 1,000) ÷ 60 = 93.33: the lowest is
  /// business, tier 85: 7,401.96 × 0.97 = 7,179.9012 → 7,179.90.
  @Test func theLowestOfThreeDecides() throws {
    let statement = try settled {
      $0.scored("q", .quality, target: "1", floor: "0", weight: 30, actual: "1")
      $0.scored("b1", target: "1", floor: "0", weight: 20, actual: "0.8")
      $0.scored("b2", target: "1", floor: "0", weight: 10, actual: "1")
    }
    #expect(
      statement.scores.business.text(decimals: 2) == "86.67" && statement.scores.total.text(decimals: 2) == "93.33")
    #expect(statement.coefficient == exact("0.97") && statement.assessed == exact("7179.90"))
  }

  /// Quality 90, business 96, weights alike: total 93; the lowest is exactly 90 → 1.00: 7,401.96.
  @Test func aTierBeginsAtItsScore() throws {
    let statement = try settled {
      $0.scored("q", .quality, target: "1", floor: "0", actual: "0.9")
      $0.scored("b", target: "1", floor: "0", actual: "0.96")
    }
    #expect(statement.scores.total == 93 && statement.coefficient == 1 && statement.assessed == exact("7401.96"))
  }

  /// 5 of 6 = 83.33…, 13 of 15 = 86.66… and 100, weights alike: 250 ÷ 3 + 260 ÷ 3 + 100 = 270, the mean exactly 90 → 1.00.
  @Test func aMeanOfThirdsIsNotBelowItsTier() throws {
    let statement = try settled {
      $0.scored("a", target: "6", floor: "0", weight: 1, actual: "5")
      $0.scored("b", target: "15", floor: "0", weight: 1, actual: "13")
      $0.scored("c", target: "1", floor: "0", weight: 1, actual: "1")
    }
    #expect(statement.scores.lowest == 90 && statement.coefficient == 1)
  }

  /// Just under 90 is the tier of 85: 0.8999999 → 89.99999.
  @Test func scoresAreNotRoundedBeforeTheTier() throws {
    let statement = try settled { $0.scored("b", target: "1", floor: "0", actual: "0.8999999") }
    #expect(statement.coefficient == exact("0.97"))
  }

  /// An indicator without weight counts nowhere, though its gate does.
  @Test func anIndicatorWithoutWeightIsOnlyAGate() throws {
    let statement = try settled {
      $0.scored("b", target: "1", floor: "0", actual: "1")
      $0.scored("g", .quality, target: "1", floor: "0", weight: 0, gate: true, actual: "0.5")
      $0.bonus(target: 0, perCall: "1", cap: "1")
      $0.handled([("a", 100)])
    }
    #expect(statement.coefficient == exact("1.03") && statement.bonus.amount == 0)
  }

  /// 1,000 above the target × 0.35 = 350.00, under 8 % of 7,624.02 = 609.92; partner 70.00, staff 280.00: fee 7,974.02.
  @Test func theBonusIsPaidAboveTheTarget() throws {
    let statement = try settled {
      $0.bonus(target: 9000, perCall: "0.35", cap: "0.08")
      $0.handled([("a", 10_000)])
    }
    #expect(statement.bonus.cap == exact("609.92") && statement.bonus.amount == 350)
    #expect(statement.bonus.partner == 70 && statement.bonus.staff == 280 && statement.fee == exact("7974.02"))
  }

  /// 20,000 above × 0.35 = 7,000 > cap 609.92 (7,624.02 × 0.08 = 609.9216): partner 121.98 (121.984), staff 487.94.
  @Test func theBonusStopsAtItsCap() throws {
    let bonus = try settled {
      $0.bonus(target: 9000, perCall: "0.35", cap: "0.08")
      $0.handled([("a", 29_000)])
    }.bonus
    #expect(bonus.amount == exact("609.92") && bonus.partner == exact("121.98") && bonus.staff == exact("487.94"))
  }

  /// Exactly the target pays nothing.
  @Test func theTargetItselfPaysNothing() throws {
    let bonus = try settled {
      $0.bonus(target: 9000, perCall: "0.35", cap: "0.08")
      $0.handled([("a", 9000)])
    }.bonus
    #expect(bonus.amount == 0 && bonus.split.isEmpty)
  }

  /// One gate missed and there is no bonus, however many calls.
  @Test func aMissedGateEndsTheBonus() throws {
    let bonus = try settled {
      $0.scored("serviceLevel", target: "0.85", floor: "0.70", gate: true, actual: "0.8499")
      $0.bonus(target: 9000, perCall: "0.35", cap: "0.08")
      $0.handled([("a", 29_000)])
    }.bonus
    #expect(!bonus.gate && bonus.amount == 0)
  }

  /// A gate where lower is better: complaints 0.0005 of target 0.0005 are met.
  @Test func aGateMayBeLowerIsBetter() throws {
    let bonus = try settled {
      $0.scored("complaintRate", .quality, target: "0.0005", floor: "0.002", gate: true, actual: "0.0005")
      $0.bonus(target: 0, perCall: "0.01", cap: "1")
      $0.handled([("a", 100)])
    }.bonus
    #expect(bonus.gate && bonus.amount == 1)
  }

  /// 150 calls, 100 above the target × 0.01 = 1.00; the staff's 0.80 by calls 1 : 1 : 1 is 26.67 fen each: 26, 26, 26 and two left for
  /// the first two: 0.27, 0.27, 0.26.
  @Test func fenGoToTheLargestRemainders() throws {
    let split = try settled {
      for id in ["b", "c"] { $0.person(id) }
      $0.bonus(target: 50, perCall: "0.01", cap: "1")
      $0.handled([("a", 50), ("b", 50), ("c", 50)])
    }.bonus.split
    #expect(split.map(\.amount) == [exact("0.27"), exact("0.27"), exact("0.26")])
  }

  /// 10.00 to the staff by 1, 2 and 4 calls: 142.857, 285.714, 571.428 fen: whole 142 + 285 + 571 = 998; the remainders .857 and .714
  /// take the two left: 1.43, 2.86, 5.71.
  @Test func remaindersDecideWhoGetsTheFen() throws {
    let split = try settled {
      for id in ["b", "c"] { $0.person(id) }
      $0.bonus(target: 0, perCall: "2", cap: "1", partnerShare: "0.2857142857142857")
      $0.handled([("a", 1), ("b", 2), ("c", 4)])
    }.bonus
    // 7 calls × 2.00 = 14.00; 0.2857142857142857 of it is 4.00 (3.9999999999999998 → 4.00), the staff's 10.00.
    #expect(split.staff == 10)
    #expect(split.split.map(\.amount) == [exact("1.43"), exact("2.86"), exact("5.71")])
  }

  /// Somebody who handled no call has no part.
  @Test func whoHandledNothingGetsNothing() throws {
    let split = try settled {
      $0.person("b")
      $0.bonus(target: 0, perCall: "1", cap: "1")
      $0.handled([("a", 10), ("b", 0)])
    }.bonus.split
    #expect(split.map(\.agent) == ["a"] && split[0].amount == 8)
  }

  /// Without `handled.csv`: the partner's share 0.7 of 1,000 answered = 700 calls; 700 × 1.00; the staff's 560.00 by minutes worked,
  /// 10,000 and 5,000: 373.33 and 186.67.
  @Test func withoutCountsCallsComeFromTheHistoryAndPartsFromHours() throws {
    let bonus = try settled {
      $0.person("b")
      $0.works("b", Array(1...10), 500)
      $0.bonus(target: 0, perCall: "1", cap: "1")
      $0.actuals.calls = CallHistory(records: [
        CallRecord(start: HalfHour(date: SettledCase.day(1), slot: 20), offered: 1100, answered: 1000)
      ])
    }.bonus
    #expect(bonus.handled == 700 && bonus.amount == 700)
    #expect(bonus.split.map(\.amount) == [exact("373.33"), exact("186.67")])
  }

  /// 7,624.02 − 2,000.00 − 500.50 = 5,123.52.
  @Test func incidentsAreTakenOff() throws {
    let statement = try settled {
      $0.incident(9, "2000"); $0.incident(21, "500.50")
    }
    #expect(statement.deductions == exact("2500.50") && statement.fee == exact("5123.52") && statement.carried == 0)
  }

  /// 7,624.02 − 10,000 < 0: fee 0, 2,375.98 carried; the partner still pays its people.
  @Test func theFeeIsNeverBelowZero() throws {
    let statement = try settled { $0.incident(9, "10000") }
    #expect(statement.fee == 0 && statement.carried == exact("2375.98"))
    #expect(statement.partner.margin == -statement.partner.cost)
  }

  /// Deductions of exactly the fee: 0 and nothing carried.
  @Test func deductionsMayTakeAll() throws {
    let statement = try settled { $0.incident(9, "7624.02") }
    #expect(statement.fee == 0 && statement.carried == 0)
  }

  /// 10 seats for 9 days and 14 from the 10th (22 days): (90 + 308) ÷ 31 = 12.8387 × 850 = 10,912.895 → 10,912.90.
  @Test func theSiteFollowsTheSeats() throws {
    let mobile = try settled {
      $0.seats = [SeatsEntry(seats: 10), SeatsEntry(from: SettledCase.day(10), seats: 14)]
    }.mobile
    #expect(mobile.siteSeats == exact("12.8387") && mobile.site == exact("10912.90"))
    #expect(mobile.total == mobile.fee + mobile.site)
  }
}
