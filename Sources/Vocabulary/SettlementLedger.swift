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

    /// Texts are kept as one line each, so that what is read back is what was added.
    package init(
      at: String, action: Action, who: String, amount: Decimal? = nil, item: String = "", note: String = "",
      statement: String
    ) {
      func line(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      self.at = line(at)
      self.action = action
      self.who = line(who)
      self.amount = amount
      self.item = line(item)
      self.note = line(note)
      self.statement = statement
    }

    /// A day and a time of it, as entries are ordered by.
    package static func isMoment(_ text: String) -> Bool {
      let parts = text.split(separator: "T", omittingEmptySubsequences: false)
      guard parts.count == 2, text.count == 16, CivilDate(parts[0]) != nil, let time = TimeOfDay(parts[1]) else {
        return false
      }
      return time.minutes < TimeOfDay.minutesPerDay
    }
  }

  /// Yuan an adjustment may have at most, either way.
  package static let largestAdjustment: Decimal = 1_000_000_000

  package private(set) var entries: [Entry] = []
  package private(set) var state = State.draft

  package init() {}

  /// Yuan of all adjustments.
  package var adjustments: Decimal { entries.reduce(0) { $0 + ($1.amount ?? 0) } }

  /// - Returns: why the entry may not be added; nil where it was.
  package mutating func add(_ entry: Entry) -> Wording? {
    if let refusal = refusal(of: entry) { return refusal }
    let next: State
    switch (entry.action, state) {
    case (.confirmPartner, .draft): next = .confirmedByPartner
    case (.confirmMobile, .confirmedByPartner): next = .confirmedByMobile
    case (.close, .confirmedByMobile): next = .closed
    case (.withdraw, .confirmedByPartner), (.withdraw, .confirmedByMobile): next = .draft
    case (.adjust, .closed):
      next = .closed
    default:
      return Wording(
        "结算单处于「\(state.name.chinese)」，不能\(entry.action.name.chinese)；下一步：\(state.next.chinese)",
        "the statement is \(state.name.english): it cannot be \(entry.action.name.english); next: \(state.next.english)"
      )
    }
    entries.append(entry)
    state = next
    return nil
  }

  /// What is wrong with an entry by itself or after those before it, whatever the state.
  private func refusal(of entry: Entry) -> Wording? {
    guard !entry.who.isEmpty else { return Wording("应写明经手人", "expected who did it") }
    guard Entry.isMoment(entry.at) else {
      return Wording(
        "时间 \(entry.at) 应如 2026-11-05T10:30", "the time \(entry.at) is none; expected one as 2026-11-05T10:30")
    }
    if let last = entries.last, entry.at < last.at {
      return Wording(
        "时间 \(entry.at) 早于上一条的 \(last.at)", "\(entry.at) lies before the entry of \(last.at); expected them in order")
    }
    if entry.action == .confirmMobile, let partner = entries.last(where: { $0.action == .confirmPartner }),
      partner.who == entry.who
    {
      return Wording(
        "\(entry.who) 已代表外包方确认，移动方应由另一人确认",
        "\(entry.who) confirmed for the partner; expected another person to confirm for Mobile")
    }
    guard entry.action == .adjust else { return nil }
    guard let amount = entry.amount, amount != 0, abs(amount) <= SettlementLedger.largestAdjustment else {
      let most = SettlementLedger.largestAdjustment
      return Wording(
        "调整金额不应为 0，最多正负 \(most) 元", "expected an amount other than 0, at most \(most) yuan either way")
    }
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

extension SettlementLedger.State {
  /// What may be done now, as commands.
  package var next: Wording {
    switch self {
    case .draft: Wording(same: "settle confirm --party partner")
    case .confirmedByPartner:
      Wording("settle confirm --party mobile，或 withdraw", "settle confirm --party mobile, or withdraw")
    case .confirmedByMobile: Wording("settle close，或 withdraw", "settle close, or withdraw")
    case .closed: Wording("只能 settle adjust", "only settle adjust")
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
