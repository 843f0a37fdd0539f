package import Foundation

/// What each person has carried of each burden at the end of a month: `ledger.csv` of a plan.
package struct FairnessLedger: Sendable, Equatable {
  /// One person and kind.
  package struct Entry: Sendable, Equatable {
    package var agent: String
    package var kind: FairnessKind
    /// The balance the month began with: what the person had carried above (below, where negative) the own fair share.
    package var carried: Decimal
    /// Days employed and not on approved leave; of refused wishes, the wishes made.
    package var exposure: Int
    package var worked: Int
    /// What the person would have had, had the month been shared evenly by exposure.
    package var share: Decimal
    /// carried + worked − share.
    package var balance: Decimal
    /// Since the ledger began, this month included.
    package var totalExposure: Int
    package var totalWorked: Int

    package init(
      agent: String, kind: FairnessKind, carried: Decimal = 0, exposure: Int = 0, worked: Int = 0, share: Decimal = 0,
      balance: Decimal, totalExposure: Int = 0, totalWorked: Int = 0
    ) {
      self.agent = agent
      self.kind = kind
      self.carried = carried
      self.exposure = exposure
      self.worked = worked
      self.share = share
      self.balance = balance
      self.totalExposure = totalExposure
      self.totalWorked = totalWorked
    }
  }

  package struct Key: Hashable, Sendable {
    package var agent: String
    package var kind: FairnessKind

    package init(_ agent: String, _ kind: FairnessKind) {
      self.agent = agent
      self.kind = kind
    }
  }

  /// The month it closes.
  package var month: Month
  /// In the order of people, then of kinds; one for a person and kind.
  package var entries: [Entry]

  /// Decimals of shares and balances.
  package static let decimals = 4

  package init(month: Month, entries: [Entry]) {
    self.month = month
    self.entries = entries
  }

  package var byKey: [Key: Entry] {
    Dictionary(entries.map { (Key($0.agent, $0.kind), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Agent {
  /// The counts of the year before the month planned; nil where `agents.csv` has no such column.
  package func yearToDate(_ kind: FairnessKind) -> Int? {
    switch kind {
    case .nights: nightsYearToDate
    case .weekends: weekendsYearToDate
    case .publicHolidays: holidaysYearToDate
    case .lateNights, .refusedWishes: nil
    }
  }
}

extension FairnessLedger {
  /// The first ledger, from the counts of the year in `agents.csv`: each person's count less the even share of those days of
  /// the year they were employed on. Zero in January, and of kinds that have no count.
  package static func opening(_ agents: [Agent], before month: Month) -> FairnessLedger {
    let first = CivilDate(year: month.year, month: 1, day: 1)!
    let days = max(0, month.period.firstDay - first)
    let employed = agents.map { agent in
      (0..<days).count { agent.isEmployed(on: first.adding(days: $0)) }
    }
    var entries: [Entry] = []
    var rates: [FairnessKind: (count: Int, days: Int)] = [:]
    for kind in FairnessKind.allCases {
      for (agent, days) in zip(agents, employed) where kind.concerns(agent) && days > 0 {
        guard let count = agent.yearToDate(kind) else { continue }
        rates[kind, default: (0, 0)].count += count
        rates[kind, default: (0, 0)].days += days
      }
    }
    for (agent, days) in zip(agents, employed) {
      for kind in FairnessKind.allCases where kind.concerns(agent) {
        guard let count = agent.yearToDate(kind), days > 0, let rate = rates[kind], rate.days > 0 else {
          entries.append(Entry(agent: agent.id, kind: kind, balance: 0))
          continue
        }
        let share = (Decimal(rate.count) * Decimal(days) / Decimal(rate.days)).rounded(decimals: decimals)
        entries.append(
          Entry(
            agent: agent.id, kind: kind, exposure: days, worked: count, share: share, balance: Decimal(count) - share,
            totalExposure: days, totalWorked: count))
      }
    }
    return FairnessLedger(month: month.adding(months: -1), entries: entries)
  }
}
