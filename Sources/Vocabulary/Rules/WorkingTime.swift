package import Foundation

/// `workingTime`: the legal working-time system (工时制) the hours are held to, beside R5. Unit of violation: an hour of
/// overtime above `overtimeHours`, as far as this month's hours and not those before them exceed it.
package struct WorkingTime: Sendable, Equatable {
  /// What overtime is counted against.
  package enum System: Sendable, Equatable {
    /// 标准工时制: calendar weeks, Monday to Sunday, each with as many regular hours. A week counts in the month its
    /// Sunday lies in, with its days of the month before.
    case standard(weeklyHours: Decimal)
    /// 综合计算工时制 averaged over the month: its paid hours against R5's `standardHours`.
    case comprehensiveMonth
    /// 综合计算工时制 averaged over the calendar quarter: `hoursQuarter` of agents.csv and the month's paid hours
    /// against three times `standardHours`.
    case comprehensiveQuarter
  }

  package var system: System
  /// Overtime allowed in the month, or in the quarter where hours are averaged over it.
  package var overtimeHours: Decimal
  /// Yuan per unit; nil = hard.
  package var weight: Decimal?

  package init(system: System, overtimeHours: Decimal, weight: Decimal? = nil) {
    self.system = system
    self.overtimeHours = overtimeHours
    self.weight = weight
  }
}
