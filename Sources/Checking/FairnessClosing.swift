internal import Foundation
internal import Vocabulary

/// The ledger of a month: what everybody carried, had and carries on.
///
/// The rate of a kind is the month's sum over the days of those whom it concerns; a person's share is the rate times the
/// own days, and the new balance is carried + worked − share. Shares are rounded, so the balances of a month's people
/// add up to those carried within half a unit of the last decimal a person.
struct FairnessClosing {
  let ledger: FairnessLedger

  init(month: RosteredMonth) {
    let carried = month.centre.ledger?.byKey ?? [:]
    var entries: [FairnessLedger.Entry] = []
    var rates: [FairnessKind: (worked: Int, exposure: Int)] = [:]
    for kind in FairnessKind.allCases {
      for person in month.people where kind.concerns(person.agent) {
        rates[kind, default: (0, 0)].worked += month.burden(kind, of: person)
        rates[kind, default: (0, 0)].exposure += month.exposure(kind, of: person)
      }
    }
    for person in month.people {
      for kind in FairnessKind.allCases where kind.concerns(person.agent) {
        let before = carried[FairnessLedger.Key(person.agent.id, kind)]
        let (worked, exposure) = (month.burden(kind, of: person), month.exposure(kind, of: person))
        let rate = rates[kind] ?? (0, 0)
        let share =
          rate.exposure > 0
          ? (Decimal(rate.worked) * Decimal(exposure) / Decimal(rate.exposure)).rounded(
            decimals: FairnessLedger.decimals) : 0
        let balance = before?.balance ?? 0
        entries.append(
          FairnessLedger.Entry(
            agent: person.agent.id, kind: kind, carried: balance, exposure: exposure, worked: worked, share: share,
            balance: balance + Decimal(worked) - share, totalExposure: (before?.totalExposure ?? 0) + exposure,
            totalWorked: (before?.totalWorked ?? 0) + worked))
      }
    }
    ledger = FairnessLedger(month: Month(containing: month.period.firstDay), entries: entries)
  }
}
