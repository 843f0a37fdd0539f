/// A planner's change to the forecast, kept apart from the model's own numbers.
package struct ForecastAdjustment: Sendable, Equatable {
  package enum Change: Sendable, Equatable {
    /// Times the calls forecast.
    case factor(Double)
    /// Calls of each half-hour, in place of those forecast.
    case absolute(Double)
  }

  package var from: CivilDate
  package var to: CivilDate
  /// Half-hours of the day, 0..<48.
  package var halfHours: Range<Int>
  package var change: Change
  package var reason: String
  package var who: String
  package var isOn: Bool

  package init(
    from: CivilDate, to: CivilDate, halfHours: Range<Int> = 0..<HalfHour.perDay, change: Change, reason: String = "",
    who: String = "", isOn: Bool = true
  ) {
    self.from = from
    self.to = to
    self.halfHours = halfHours
    self.change = change
    self.reason = reason
    self.who = who
    self.isOn = isOn
  }

  /// Whether it is switched on and speaks of this half-hour.
  package func applies(to start: HalfHour) -> Bool {
    isOn && from <= start.date && start.date <= to && halfHours.contains(start.slot)
  }
}
