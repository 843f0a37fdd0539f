import Checking
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// Random months against the slow implementation: equal to the fen, and parts that add up.
@Suite struct RandomSettlementTests {
  /// 20 × 500 cases.
  @Test(arguments: seeds(20)) func equalToTheFen(seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: 6)
    for _ in 0..<500 {
      let drawn = DrawnMonth(&random)
      let statement = try SettlementCalculator(centre: drawn.centre, month: SettledCase.month).actual(drawn.actuals)
      let slow = drawn.slow
      for (item, amount) in figures(statement) {
        try #require(amount == slow.figures[item], "\(item) seed \(seed)")
      }
      let split = Dictionary(
        uniqueKeysWithValues: statement.bonus.split.map { (Int($0.agent)!, whole($0.amount, 100)) })
      try #require(split == slow.split.filter { drawn.handled[$0.key] > 0 })
      try partsAddUp(statement)
    }
  }

  /// What `check` recomputes is a third hand.
  @Test(arguments: seeds(40)) func theRecheckAgrees(seed: UInt64) throws {
    var random = SeededRandom(seed: seed, stream: 7)
    let drawn = DrawnMonth(&random)
    let statement = try SettlementCalculator(centre: drawn.centre, month: SettledCase.month).actual(drawn.actuals)
    let check = SettlementCheck(centre: drawn.centre, month: SettledCase.month, actuals: drawn.actuals)
    let amounts = check.amounts(
      indicators: statement.indicators.map { ($0.name, $0.actual) }, handled: statement.bonus.handled)
    let recomputed = Dictionary(uniqueKeysWithValues: amounts.map { ($0.item, $0.value) })
    for (item, amount) in figures(statement) {
      guard let value = recomputed[item] else { continue }
      #expect(whole(value, item.hasSuffix("quantity") ? 10_000 : 100) == amount, "\(item)")
    }
    #expect(recomputed["fee"] != nil && recomputed["carried"] == statement.carried)
  }

  private func partsAddUp(_ statement: SettlementStatement) throws {
    let (bonus, partner) = (statement.bonus, statement.partner)
    try #require(statement.lines.reduce(Decimal(0)) { $0 + $1.amount } == statement.seatsAmount)
    try #require(bonus.partner + bonus.staff == bonus.amount)
    try #require(bonus.split.reduce(Decimal(0)) { $0 + $1.amount } == bonus.staff)
    try #require(statement.incidents.reduce(Decimal(0)) { $0 + $1.amount } == statement.deductions)
    try #require(
      statement.fee - statement.carried == statement.assessed + bonus.amount - statement.deductions)
    try #require(statement.mobile.total == statement.mobile.fee + statement.mobile.site)
    let costs = partner.wages + partner.overtime + partner.shifts + partner.nights + partner.staffBonus
    try #require(partner.cost == costs && partner.margin == partner.fee - costs)
  }

  private func whole(_ value: Decimal, _ scale: Int) -> Int {
    NSDecimalNumber(decimal: value * Decimal(scale)).intValue
  }

  private func figures(_ statement: SettlementStatement) -> [(String, Int)] {
    let (bonus, mobile, partner) = (statement.bonus, statement.mobile, statement.partner)
    let fen: [(String, Decimal)] = [
      ("seatsAmount", statement.seatsAmount), ("coefficient", statement.coefficient), ("assessed", statement.assessed),
      ("bonus.amount", bonus.amount), ("bonus.partner", bonus.partner), ("bonus.staff", bonus.staff),
      ("deductions", statement.deductions), ("fee", statement.fee), ("carried", statement.carried),
      ("mobile.site", mobile.site), ("mobile.total", mobile.total), ("partner.wages", partner.wages),
      ("partner.overtime", partner.overtime), ("partner.shifts", partner.shifts), ("partner.nights", partner.nights),
      ("partner.cost", partner.cost), ("partner.margin", partner.margin),
    ]
    let lines = statement.lines.flatMap { line in
      [
        ("lines.\(line.kind.rawValue).quantity", whole(line.quantity, 10_000)),
        ("lines.\(line.kind.rawValue).amount", whole(line.amount, 100)),
      ]
    }
    return lines + fen.map { ($0.0, whole($0.1, 100)) } + [("mobile.siteSeats", whole(mobile.siteSeats, 10_000))]
  }
}
