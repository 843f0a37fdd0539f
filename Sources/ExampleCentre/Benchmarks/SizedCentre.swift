package import Vocabulary

/// A centre of a given size with the requirement of a tight month, for benchmarks.
package struct SizedCentre: Sendable {
  package var centre: Centre
  package var month: Month
  package var requirement: Requirement
}

extension ExampleCentre {
  /// A centre of a number of people, team leads included, open around the clock, whose month asks for a little more
  /// than its people give.
  ///
  /// - Parameters:
  ///   - people: 50 and more make sense around the clock.
  ///   - shifts: 16, or more with further starts, meals, splits and overnight shifts; at most `ShiftCatalogue.largest`.
  ///   - asked: agent-hours required, as a share of those that the people give.
  package static func sized(
    people: Int, shifts: Int = 16, asked: Double = 1.035, seed: UInt64, month: Month = guangzhouMonth
  ) -> SizedCentre {
    let catalogue = ShiftCatalogue.ofSize(shifts)
    let agents: [Agent]
    let requirement: Requirement
    (agents, requirement) = tightMonth(people: people, asked: asked, month: month, seed: seed)
    let peak = requirement.rows.map(\.required).max() ?? 0
    // Trainees, leads and those eating take seats too: this binds in the busiest half-hours only.
    let seats = Int((peak * 1.08).rounded(.up)) + 2
    var settings = GuangzhouSettings.settings
    settings.centre = "sized-\(people)-\(catalogue.count)"
    settings.name = "\(people) 人 × \(catalogue.count) 班次"
    settings.seats = [SeatsEntry(seats: seats)]
    let centre = centreOf(agents, catalogue, settings, requirement, month: month, seed: seed)
    return SizedCentre(centre: centre, month: month, requirement: requirement)
  }

  /// A benchmark's centre with leave, wishes and the tail of a rotation.
  static func centreOf(
    _ agents: [Agent], _ shifts: [Shift], _ settings: CentreSettings, _ requirement: Requirement, month: Month,
    seed: UInt64, calls: CallHistory = CallHistory(records: []), holidays: HolidayCalendar = HolidayCalendar()
  ) -> Centre {
    let nightly = requirement.rows.filter { (4..<10).contains($0.start.slot) }.map(\.required)
    let overnight = max(2, Int((nightly.reduce(0, +) / Double(max(1, nightly.count)) + 1).rounded(.up)))
    return Centre(
      settings: settings, calls: calls, agents: agents,
      leave: LeaveGenerator(agents: agents, shifts: shifts, period: month.period, seed: seed).entries(),
      previous: RotatingRoster(agents: agents, shifts: shifts, overnight: overnight)
        .tail(before: month.period.firstDay),
      shifts: shifts, rules: GuangzhouSettings.rules, contract: GuangzhouSettings.contract, holidays: holidays)
  }

  /// People and a requirement that fit one another: leads for the hours to be led, calls for the hours to be worked.
  private static func tightMonth(
    people: Int, asked: Double, month: Month, seed: UInt64
  ) -> ([Agent], Requirement) {
    var leads = max(6, people / 16)
    var agents: [Agent] = []
    var requirement = Requirement(rows: [])
    // The two depend on one another; three rounds settle them.
    for _ in 0..<3 {
      agents = BenchmarkStaff.agents(people: people, leads: leads, seed: seed)
      requirement = tightRequirement(
        hours: asked * BenchmarkStaff.hoursOnPhone(agents, month: month), month: month, seed: seed)
      leads = min(people / 3, BenchmarkStaff.leads(for: requirement, month: month))
    }
    return (agents, requirement)
  }

  /// The requirement, in the shape of the shipped example's day and week, of so many agent-hours.
  private static func tightRequirement(hours: Double, month: Month, seed: UInt64) -> Requirement {
    var random = SeededRandom(seed: seed, stream: .requirement)
    let level = CallLevel(callsPerDay: 1, reference: month.period.firstDay, trendPerYear: 0)
    let traffic = CallTraffic(level: level, events: [], holidays: HolidayCalendar())
    let means = month.period.days.flatMap { date in
      let busyness = random.gammaWithMeanOne(shape: 600)
      return traffic.means(on: date).map { $0 * busyness }
    }
    func requirement(callsPerDay: Double) -> Requirement {
      let offered = zip(month.period.halfHours, means).map { (start: $0, calls: $1 * callsPerDay) }
      return SquareRootStaffing.requirement(offered, averageHandlingTime: 150, shrinkage: 0.08)
    }
    var low = 0.0
    var high = hours * 30
    // Hours rise with the calls: 40 halvings leave less than a thousandth of a call.
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let needed = requirement(callsPerDay: middle).rows.reduce(0) { $0 + $1.required } / 2
      if needed < hours { low = middle } else { high = middle }
    }
    return requirement(callsPerDay: low)
  }
}
