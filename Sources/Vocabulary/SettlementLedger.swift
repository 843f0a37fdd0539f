package import Foundation

/// What happened to a statement after it was made: who confirmed it when, and what was adjusted after closing. Entries are only
/// ever added.
package struct SettlementLedger: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case draft, confirmedByPartner, confirmedByMobile, closed
  }

  package enum Action: String, Sendable, CaseIterable {
    case confirmPartner, confirmMobile, close
    /// Back to the draft, before closing.
    case withdraw
    /// After closing: an amount beside the statement, never a change to it.
    case adjust
  }

  package struct Entry: Sendable, Equatable {
    /// As written, `2026-11-05T10:30`.
    package var at: String
    package var action: Action
    package var who: String
    /// Of an adjustment: yuan added to the fee.
    package var amount: Decimal?
    /// Of an adjustment: the item of the statement it concerns.
    package var item: String
    package var note: String
    /// SHA-256 of the `settlement.json` that was looked at.
    package var statement: String

    package init(
      at: String, action: Action, who: String, amount: Decimal? = nil, item: String = "", note: String = "",
      statement: String
    ) {
      self.at = at
      self.action = action
      self.who = who
      self.amount = amount
      self.item = item
      self.note = note
      self.statement = statement
    }
  }

  package private(set) var entries: [Entry] = []
  package private(set) var state = State.draft

  package init() {}

  /// Yuan of all adjustments.
  package var adjustments: Decimal { entries.reduce(0) { $0 + ($1.amount ?? 0) } }

  /// - Returns: why the entry may not be added; nil where it was.
  package mutating func add(_ entry: Entry) -> Wording? {
    let next: State
    switch (entry.action, state) {
    case (.confirmPartner, .draft): next = .confirmedByPartner
    case (.confirmMobile, .confirmedByPartner): next = .confirmedByMobile
    case (.close, .confirmedByMobile): next = .closed
    case (.withdraw, .confirmedByPartner), (.withdraw, .confirmedByMobile): next = .draft
    case (.adjust, .closed):
      guard let amount = entry.amount, amount != 0 else {
        return Wording("调整金额不应为 0", "an adjustment has an amount other than 0")
      }
      next = .closed
    default:
      return Wording(
        "结算单处于「\(state.name.chinese)」，不能\(entry.action.name.chinese)",
        "the statement is \(state.name.english): it cannot be \(entry.action.name.english)")
    }
    entries.append(entry)
    state = next
    return nil
  }
}

extension SettlementLedger.State {
  package var name: Wording {
    switch self {
    case .draft: Wording("草稿", "a draft")
    case .confirmedByPartner: Wording("外包方已确认", "confirmed by the partner")
    case .confirmedByMobile: Wording("移动方已确认", "confirmed by Mobile")
    case .closed: Wording("已关账", "closed")
    }
  }
}

extension SettlementLedger.Action {
  package var name: Wording {
    switch self {
    case .confirmPartner: Wording("由外包方确认", "confirmed by the partner")
    case .confirmMobile: Wording("由移动方确认", "confirmed by Mobile")
    case .close: Wording("关账", "closed")
    case .withdraw: Wording("退回草稿", "withdrawn to the draft")
    case .adjust: Wording("调整", "adjusted")
    }
  }
}
