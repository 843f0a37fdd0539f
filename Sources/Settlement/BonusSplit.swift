internal import Foundation
internal import Vocabulary

/// The over-target bonus and its split between the partner and its people (达标超量酬金).
struct BonusSplit {
  let bonus: Bonus?

  /// - Parameters:
  ///   - assessed: the fee before the bonus, on which the cap is reckoned.
  ///   - shares: each person's part in the calls handled, else in the minutes worked.
  func result(
    handled: Decimal, gate: Bool, assessed: Decimal, shares: [(agent: String, share: Int)]
  ) -> SettlementStatement.BonusResult {
    guard let bonus else {
      return SettlementStatement.BonusResult(
        handled: handled, target: 0, gate: gate, cap: 0, amount: 0, partner: 0, staff: 0, split: [])
    }
    let cap = (assessed * bonus.cap).roundedToFen
    let excess = max(0, handled - bonus.targetHandled)
    let amount = gate ? min(cap, (excess * bonus.perCall).roundedToFen) : 0
    let partner = (amount * bonus.partnerShare).roundedToFen
    let staff = amount - partner
    return SettlementStatement.BonusResult(
      handled: handled, target: bonus.targetHandled, gate: gate, cap: cap, amount: amount, partner: partner,
      staff: staff, split: BonusSplit.distribute(staff, shares))
  }

  /// Parts an amount to the fen so that the parts add up: whole fen first, then one more to the largest remainders, ties in
  /// the order given (Hamilton's method). Whole numbers throughout: the remainders are compared exactly.
  static func distribute(
    _ amount: Decimal, _ shares: [(agent: String, share: Int)]
  ) -> [SettlementStatement.BonusResult.Part] {
    let fen = Int128(NSDecimalNumber(decimal: (amount * 100).rounded(decimals: 0)).int64Value)
    let sharing = shares.filter { $0.share > 0 }
    let total = sharing.reduce(Int128(0)) { $0 + Int128($1.share) }
    guard fen > 0, total > 0 else { return [] }
    var parts = sharing.map { share -> (agent: String, fen: Int128, rest: Int128) in
      let (whole, rest) = (fen * Int128(share.share)).quotientAndRemainder(dividingBy: total)
      return (share.agent, whole, rest)
    }
    let left = Int(fen - parts.reduce(Int128(0)) { $0 + $1.fen })
    for index in parts.indices.sorted(by: { (parts[$0].rest, $1) > (parts[$1].rest, $0) }).prefix(left) {
      parts[index].fen += 1
    }
    return parts.map { SettlementStatement.BonusResult.Part(agent: $0.agent, amount: Decimal(fen: Int64($0.fen))) }
  }
}
