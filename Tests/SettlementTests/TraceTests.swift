import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// What a statement was worked out from, worked out again from what the trace says.
@Suite struct TraceTests {
  /// The terms of the partner's costs, evaluated as they stand, are the amounts.
  @Test(arguments: seeds(50)) func thePartnersCostsAreTheirTerms(seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: 8)
    let drawn = DrawnMonth(&random)
    let calculator = SettlementCalculator(centre: drawn.centre, month: SettledCase.month)
    let statement = try calculator.actual(drawn.actuals)
    let trace = calculator.trace(of: statement, actuals: drawn.actuals)
    for key in ["wages", "overtime", "shifts", "nights", "cost"] {
      let item = try #require(trace.items.first { $0.key == "partner.\(key)" })
      let sides = item.working.components(separatedBy: " = ")
      try #require(sides.count == 2 && sides[1] == item.amount.text(decimals: 2), "\(item.working)")
      // Hours are shown to six decimals, which moves no sum of a few by a fen.
      let difference = (evaluated(sides[0]) - item.amount).roundedToFen
      #expect(abs(difference) <= Decimal(exactly: "0.01")!, "\(item.working)")
    }
  }

  /// The days' hours add up to the lines, but for netted overtime, where shortfalls count.
  @Test(arguments: seeds(50)) func daysAddUpToTheLines(seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: 9)
    let drawn = DrawnMonth(&random)
    let calculator = SettlementCalculator(centre: drawn.centre, month: SettledCase.month)
    let statement = try calculator.actual(drawn.actuals)
    let days = calculator.trace(of: statement, actuals: drawn.actuals).days
    for line in statement.lines {
      let sum = days.reduce(Decimal(0)) { sum, day in
        line.kind == .overtime
          ? sum + day.overtimeHours : SeatKind(day.grade) == line.kind ? sum + day.regularHours : sum
      }
      if line.kind == .overtime && drawn.centre.contract.overtimeHours == .netted { continue }
      #expect((sum - line.hours).rounded(decimals: 9) == 0, "\(line.kind)")
    }
  }

  /// 0.0861 against 0.85 from 0.70 is (0.0861 − 0.7) ÷ 0.15 × 100 = −409.27, which counts as 0; 0.94 is 160, capped at 100.
  @Test func aScoreBeyondItsLimitsShowsBoth() throws {
    var settled = SettledCase()
    settled.person("a")
    settled.works("a", [1])
    settled.contract.indicators = [
      Indicator(name: "low", dimension: .business, target: exact("0.85"), floor: exact("0.70"), weight: 1),
      Indicator(name: "high", dimension: .quality, target: exact("0.85"), floor: exact("0.70"), weight: 1),
      Indicator(name: "between", dimension: .quality, target: exact("0.85"), floor: exact("0.70"), weight: 1),
    ]
    settled.actuals.scores = [("low", "0.0861"), ("high", "0.94"), ("between", "0.82")].map {
      MonthActuals.Score(indicator: $0.0, actual: exact($0.1))
    }
    let calculator = SettlementCalculator(centre: settled.centre, month: SettledCase.month)
    let statement = try calculator.actual(settled.actuals)
    let trace = calculator.trace(of: statement, actuals: settled.actuals)
    let ends = trace.items.filter { $0.key.hasPrefix("indicators.") }.compactMap {
      $0.working.components(separatedBy: " × 100 = ").last
    }
    #expect(ends == ["-409.266667 → 0", "160 → 100", "80"])
  }

  /// `1.5 h × 20 + 3 × 15`
  private func evaluated(_ terms: String) -> Decimal {
    terms.components(separatedBy: " + ").reduce(Decimal(0)) { sum, term in
      sum
        + term.components(separatedBy: " × ").reduce(Decimal(1)) { product, factor in
          product * (Decimal(exactly: factor.prefix { $0 != " " }) ?? 0)
        }
    }
  }
}
