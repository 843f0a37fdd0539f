/// A half-hour of recorded traffic.
package struct CallRecord: Sendable, Equatable {
  package var start: HalfHour
  /// Nil = the line was open but nothing was recorded.
  package var offered: Double?
  package var answered: Double?
  package var abandoned: Double?
  /// Average handling time in seconds.
  package var averageHandlingTime: Double?

  package init(
    start: HalfHour, offered: Double?, answered: Double? = nil, abandoned: Double? = nil,
    averageHandlingTime: Double? = nil
  ) {
    self.start = start
    self.offered = offered
    self.answered = answered
    self.abandoned = abandoned
    self.averageHandlingTime = averageHandlingTime
  }
}

/// Recorded traffic in order of time, at most one record for each half-hour; no record = closed.
package struct CallHistory: Sendable, Equatable {
  package var records: [CallRecord]

  /// - Parameter records: in any order, without doubles.
  package init(records: [CallRecord]) {
    self.records = records.sorted { $0.start < $1.start }
  }

  /// What was recorded before an instant: all that a forecast made then may see.
  package func before(_ instant: HalfHour) -> CallHistory {
    CallHistory(records: records.filter { $0.start < instant })
  }
}

/// A row of `events.csv`.
package struct CentreEvent: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case campaign, billing, outage, other
  }

  package var from: CivilDate
  /// Last day, included.
  package var to: CivilDate
  package var kind: Kind
  package var name: String
  /// The planner's own multiplier; nil = to be learnt.
  package var factor: Double?

  package init(from: CivilDate, to: CivilDate, kind: Kind, name: String, factor: Double? = nil) {
    self.from = from
    self.to = to
    self.kind = kind
    self.name = name
    self.factor = factor
  }
}
