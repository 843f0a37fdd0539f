package import Foundation

/// A published roster whose days not yet worked are planned anew.
package struct Replanning: Sendable, Equatable {
  /// The roster as published, or as worked so far.
  package var kept: Roster
  /// Everything up to and with this day stays as it is in `kept`; nil = nothing is fixed.
  package var fixedUntil: CivilDate?
  package var absences: [Absence]
  /// Yuan for each person-day after the fixed ones whose shift or meal differs from `kept`, absences aside.
  package var changedDay: Decimal

  package init(kept: Roster, fixedUntil: CivilDate?, absences: [Absence], changedDay: Decimal) {
    self.kept = kept
    self.fixedUntil = fixedUntil
    self.absences = absences
    self.changedDay = changedDay
  }

  package func isFixed(_ date: CivilDate) -> Bool { fixedUntil.map { date <= $0 } ?? false }
}

/// Days on which somebody cannot come: no shift starts on them. Unlike approved leave they change no minimum hours.
package struct Absence: Sendable, Hashable {
  package var agent: String
  package var from: CivilDate
  package var to: CivilDate

  package init(agent: String, from: CivilDate, to: CivilDate) {
    self.agent = agent
    self.from = from
    self.to = to
  }

  package func covers(_ agent: String, _ date: CivilDate) -> Bool {
    agent == self.agent && from <= date && date <= to
  }
}

/// A person-day that differs between two rosters.
package struct RosterChange: Sendable, Equatable {
  package enum Cause: String, Sendable {
    /// The person is absent.
    case absence
    /// The plan was changed.
    case change
  }

  package var agent: String
  package var date: CivilDate
  /// Nil = off.
  package var from: Roster.Entry?
  package var to: Roster.Entry?
  package var cause: Cause

  package init(agent: String, date: CivilDate, from: Roster.Entry?, to: Roster.Entry?, cause: Cause) {
    self.agent = agent
    self.date = date
    self.from = from
    self.to = to
    self.cause = cause
  }
}

/// What a re-planned roster states of its changes, beside the objective, which stays that of any roster.
package struct ReplanningSummary: Sendable, Equatable {
  package var replanning: Replanning
  /// In the order of `agents.csv`, then of days.
  package var changes: [RosterChange]
  /// Yuan: objective and changes of no roster that keeps the fixed days, the absences and the hard rules are below this.
  package var totalLowerBound: Double

  package init(replanning: Replanning, changes: [RosterChange], totalLowerBound: Double) {
    self.replanning = replanning
    self.changes = changes
    self.totalLowerBound = totalLowerBound
  }

  /// Changed person-days, absences aside: what `changedDay` is paid for.
  package var changedPersonDays: Int { changes.count { $0.cause == .change } }
  package var absentPersonDays: Int { changes.count { $0.cause == .absence } }
  package var changesYuan: Decimal { Decimal(changedPersonDays) * replanning.changedDay }
}
