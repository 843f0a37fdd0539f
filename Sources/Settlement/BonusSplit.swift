internal import Foundation
internal import Vocabulary

/// The over-target bonus and its split between the partner and its people (达标超量酬金).
struct BonusSplit {
  let bonus: Bonus?

  /// - Parameters:
  ///   - assessed: the fee before the bonus, on which the cap is reckoned.
  ///   - shares: each person's part in the calls handled, else in the hours.
  func result(
    handled: Decimal, gate: Bool, assessed: Decimal, shares: [(agent: String, share: Decimal)]
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
  /// the order given (Hamilton's method).
  static func distribute(
    _ amount: Decimal, _ shares: [(agent: String, share: Decimal)]
  ) -> [SettlementStatement.BonusResult.Part] {
    let total = shares.reduce(Decimal(0)) { $0 + max(0, $1.share) }
    guard amount > 0, total > 0 else { return [] }
    var parts = shares.filter { $0.share > 0 }.map { share -> (agent: String, fen: Decimal, rest: Decimal) in
      let exact = amount * 100 * share.share / total
      var source = exact
      var whole = Decimal()
      NSDecimalRound(&whole, &source, 0, .down)
      return (share.agent, whole, exact - whole)
    }
    var left = Int((amount * 100 - parts.reduce(Decimal(0)) { $0 + $1.fen }).doubleValue.rounded())
    for index in parts.indices.sorted(by: { (parts[$0].rest, $1) > (parts[$1].rest, $0) }) where left > 0 {
      parts[index].fen += 1
      left -= 1
    }
    return parts.map { SettlementStatement.BonusResult.Part(agent: $0.agent, amount: $0.fen / 100) }
  }
}
