internal import Vocabulary

/// A month of the shipped example that has passed: the roster that was published, and what came of it.
struct PastMonth {
  let month: Month
  let seed: UInt64
  /// With the leave of the month, and the week before it.
  let centre: Centre
  /// What the roster was made for, the night after the month included.
  let requirement: Requirement
  let published: Roster

  /// - Parameter centre: the example's, with the leave and previous shifts of another month.
  init(centre: Centre, month: Month, seed: UInt64, rotation: RotatingRoster) {
    var centre = centre
    let period = month.period
    centre.previous = rotation.tail(before: period.firstDay)
    // Other people are away than in the month that is planned.
    centre.leave = LeaveGenerator(agents: centre.agents, shifts: centre.shifts, period: period, seed: seed &+ 1)
      .entries()
    requirement = ExampleCentre.guangzhouRequirement(
      period: Period(firstDay: period.firstDay, dayCount: period.dayCount + 1), holidays: centre.holidays)
    published = DailyRoster(centre: centre, period: period, requirement: requirement).roster
    self.centre = centre
    self.month = month
    self.seed = seed
  }

  func actuals() -> MonthActuals {
    let calls = CallHistory(records: centre.calls.records.filter { month.period.contains($0.start.date) })
    let attended = AttendanceGenerator(past: self, calls: calls).attended()
    return ActualsGenerator(past: self, calls: calls, attended: attended).actuals()
  }
}
