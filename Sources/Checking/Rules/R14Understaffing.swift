import Foundation
import Vocabulary

/// R14, soft, steep and convex: staffing against the requirement in the open half-hours of the month.
struct UnderstaffingRule: RosterRule {
  static let id = "R14"
  static let name = Wording("人力缺口", "understaffing")

  let month: RosteredMonth

  /// Yuan of a half-hour's shortage, piece by piece: each piece reaches to a cumulative share of the requirement, the
  /// last one without end.
  func yuanOfShortage(_ row: Floor.Row) -> Decimal {
    let pieces = month.rules.weights.under
    var yuan: Decimal = 0
    var reached: Decimal = 0
    for (position, piece) in pieces.enumerated() {
      var end = row.under
      if let share = piece.upTo, position < pieces.count - 1 { end = min(end, share * row.required) }
      guard end > reached else { continue }
      yuan += (end - reached) * piece.perHalfHour
      reached = end
    }
    return yuan
  }

  func finding() -> RuleFinding {
    let short = month.floor.rows.filter { $0.under > 0 }
    let agentHalfHours = short.reduce(0) { $0 + $1.under }
    let worst = short.map(\.under).max() ?? 0
    return softFinding(
      limit: Wording("有效人力不低于需求", "effective staff not below the requirement"),
      found: Wording(
        "缺口 \(short.count) 个半小时，共 \(agentHalfHours.text(decimals: 2)) 人半小时，最大 \(worst.text(decimals: 2)) 人",
        "\(short.count) half-hours short, \(agentHalfHours.text(decimals: 2)) agent-half-hours in all, largest "
          + "\(worst.text(decimals: 2))"),
      count: short.count)
  }
}
