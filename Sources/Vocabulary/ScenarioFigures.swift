package import Foundation

/// What a scenario's plan comes to: money of both parties by component, hours, seats, service, and what is proved of the roster.
package struct ScenarioFigures: Sendable, Equatable {
  /// Yuan, and the coefficient, by the keys of `moneyKeys`.
  package var money: [String: Decimal] = [:]
  /// By the keys of `numberKeys`.
  package var numbers: [String: Double] = [:]
  /// Share of months drawn from the forecast in which each coefficient of the contract is reached, in falling order; empty where none
  /// were drawn.
  package var chances: [(coefficient: Decimal, share: Double)] = []
  /// SHA-256 of the roster, so that plans that are the same are known to be.
  package var roster = ""

  package static let moneyKeys = [
    "seats.trainee", "seats.agent", "seats.lead", "seats.overtime", "seatsAmount", "coefficient", "assessed", "bonus",
    "fee", "site", "mobileTotal", "wages", "overtimePay", "shifts", "nights", "staffBonus", "cost", "margin",
  ]
  /// Hours are a month's; from `serviceLevelMean` on they are of months drawn from the forecast, missing where none were:
  /// `targetChance` that the month's service target is reached, means and 5 % and 95 % points of money.
  package static let numberKeys = [
    "people", "calls", "requiredHours", "paidHours", "overtimeHours", "underHours", "settlementSeats", "seatedHighest",
    "serviceLevel", "answerRate", "objective", "lowerBound", "serviceLevelMean", "targetChance", "feeMean", "feeP05",
    "feeP95", "marginMean", "marginP05", "marginP95",
  ]
  /// Those between 0 and 1.
  package static let shareKeys: Set<String> = ["serviceLevel", "answerRate", "serviceLevelMean", "targetChance"]

  package init() {}

  package subscript(money key: String) -> Decimal { money[key] ?? 0 }
  package subscript(number key: String) -> Double { numbers[key] ?? 0 }

  /// Nil where no months were drawn, or the contract has no such coefficient.
  package func chance(of coefficient: Decimal) -> Double? {
    chances.first { $0.coefficient == coefficient }?.share
  }

  /// Yuan by which the roster may be dearer than the best one.
  package var gapYuan: Double { max(0, self[number: "objective"] - self[number: "lowerBound"]) }
  package var gap: Double { self[number: "objective"] > 0 ? gapYuan / self[number: "objective"] : 0 }

  package static func == (left: ScenarioFigures, right: ScenarioFigures) -> Bool {
    left.money == right.money && left.numbers == right.numbers && left.roster == right.roster
      && left.chances.elementsEqual(right.chances, by: { $0 == $1 })
  }
}

extension ScenarioFigures {
  /// Two centres apart: money, hours and people added up, service weighted by calls.
  package func adding(_ other: ScenarioFigures) -> ScenarioFigures {
    var sum = ScenarioFigures()
    for key in ScenarioFigures.moneyKeys { sum.money[key] = self[money: key] + other[money: key] }
    let calls = self[number: "calls"] + other[number: "calls"]
    for key in ScenarioFigures.numberKeys {
      guard let own = numbers[key], let another = other.numbers[key] else { continue }
      switch key {
      // Of months drawn for each alone: what both are together does not follow from them.
      case "targetChance", "feeP05", "feeP95", "marginP05", "marginP95": break
      case "serviceLevel", "answerRate", "serviceLevelMean":
        if calls > 0 {
          sum.numbers[key] = (own * self[number: "calls"] + another * other[number: "calls"]) / calls
        }
      default: sum.numbers[key] = own + another
      }
    }
    let seats = sum[money: "seatsAmount"]
    sum.money["coefficient"] = seats > 0 ? (sum[money: "assessed"] / seats).rounded(decimals: 6) : 1
    sum.roster = roster + "+" + other.roster
    return sum
  }
}

/// How a figure of a scenario differs from the base's, and whether the plans' proofs are fine enough to tell.
package struct ScenarioDifference: Sendable, Equatable {
  package var yuan: Decimal
  /// The two plans' gaps added up are as large as the difference: it is no finding.
  package var isWithinGaps: Bool

  /// - Parameter key: of `ScenarioFigures.moneyKeys`.
  package init(_ key: String, _ scenario: ScenarioFigures, base: ScenarioFigures) {
    yuan = scenario[money: key] - base[money: key]
    // The same roster: the money is exact, whatever is proved of it.
    let tolerance = scenario.roster == base.roster ? 0 : scenario.gapYuan + base.gapYuan
    isWithinGaps = yuan != 0 && abs(yuan.doubleValue) <= tolerance
  }
}

/// A scenario of a study, and what came of it.
package struct ScenarioResult: Sendable {
  package enum Outcome: Sendable {
    case planned(ScenarioFigures)
    /// No roster keeps the hard rules; why.
    case noRoster(Wording)
  }

  package var name: String
  /// As the study has them.
  package var changes: [String]
  /// Of all inputs and options: what the plan is kept by.
  package var digest: String
  package var outcome: Outcome

  package init(name: String, changes: [String], digest: String, outcome: Outcome) {
    self.name = name
    self.changes = changes
    self.digest = digest
    self.outcome = outcome
  }

  package var figures: ScenarioFigures? {
    if case .planned(let figures) = outcome { return figures }
    return nil
  }
}

/// A study as it came out. The first result is the base.
package struct StudyResults: Sendable {
  package var name: String
  package var question: String
  package var centre: String
  package var month: Month
  package var effort: String
  package var seed: UInt64
  package var draws: MonthDraws
  package var results: [ScenarioResult]
  package var breakEvens: [BreakEven]

  package init(
    name: String, question: String, centre: String, month: Month, effort: String, seed: UInt64,
    draws: MonthDraws, results: [ScenarioResult], breakEvens: [BreakEven]
  ) {
    self.name = name
    self.question = question
    self.centre = centre
    self.month = month
    self.effort = effort
    self.seed = seed
    self.draws = draws
    self.results = results
    self.breakEvens = breakEvens
  }

  package var base: ScenarioFigures? { results.first?.figures }

  /// Every coefficient that months were drawn for in any scenario, in falling order.
  package var coefficients: [Decimal] {
    Array(Set(results.flatMap { $0.figures?.chances.map(\.coefficient) ?? [] })).sorted(by: >)
  }
}
