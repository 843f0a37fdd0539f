package import Vocabulary

/// What a roster is made for: the input of the optimizer and of the recomputation.
package struct PlannedCase: Sendable {
  package var centre: Centre
  package var period: Period
  package var requirement: Requirement

  package init(centre: Centre, period: Period, requirement: Requirement) {
    self.centre = centre
    self.period = period
    self.requirement = requirement
  }

  /// Employed people of the period with the shifts they may work on each day, by class, employment and leave.
  package func allowedShifts(of agent: Agent, on date: CivilDate) -> [Shift] {
    guard agent.isEmployed(on: date),
      !centre.leave.contains(where: { $0.agent == agent.id && $0.date == date && $0.kind == .leave })
    else { return [] }
    return centre.shifts.filter { agent.mayWork($0.shiftClass) }
  }
}

extension Requirement {
  /// A requirement from what each half-hour of a period needs.
  package init(_ period: Period, required: (HalfHour) -> Double) {
    self.init(
      rows: period.halfHours.map {
        let needed = required($0)
        return Row(start: $0, offered: needed * 10, averageHandlingTime: 150, required: needed)
      })
  }
}
