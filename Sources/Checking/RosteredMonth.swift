import Vocabulary

/// A centre's month with its roster, sorted out by person and by half-hour: what every rule and term looks at.
struct RosteredMonth {
  let centre: Centre
  let period: Period
  /// Everybody employed on at least one day of the period, in the order of `agents.csv`.
  let people: [PersonMonth]
  let floor: Floor
  /// The people with each skill the rules ask for, counted by half-hour.
  let skilled: [String: FloorCount]
  /// Entries of the roster that mean nothing here; they break R1 and take no further part.
  let setAside: [SetAsideEntry]

  var rules: Rules { centre.rules }

  init(centre: Centre, period: Period, requirement: Requirement, roster: Roster) {
    self.centre = centre
    self.period = period
    let shifts = Dictionary(centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let positions = Dictionary(
      centre.agents.indices.map { (centre.agents[$0].id, $0) }, uniquingKeysWith: { first, _ in first })

    var worked = [[WorkedShift]](repeating: [], count: centre.agents.count)
    var setAside: [SetAsideEntry] = []
    for entry in roster.entries {
      guard let position = positions[entry.agent] else {
        setAside.append(SetAsideEntry(entry: entry, name: "", reason: .unknownAgent))
        continue
      }
      let agent = centre.agents[position]
      if !period.contains(entry.date) {
        setAside.append(SetAsideEntry(entry: entry, name: agent.name, reason: .outsidePeriod))
      } else if !agent.isEmployed(on: entry.date) {
        setAside.append(SetAsideEntry(entry: entry, name: agent.name, reason: .notEmployed))
      } else if let shift = shifts[entry.shift] {
        worked[position].append(WorkedShift(date: entry.date, shift: shift, mealStart: entry.mealStart))
      } else {
        setAside.append(SetAsideEntry(entry: entry, name: agent.name, reason: .unknownShift))
      }
    }

    var tails = [[WorkedShift]](repeating: [], count: centre.agents.count)
    var tailDays = [Set<CivilDate>](repeating: [], count: centre.agents.count)
    for row in centre.previous where row.date < period.firstDay {
      guard let position = positions[row.agent] else { continue }
      tailDays[position].insert(row.date)
      guard let shift = shifts[row.shift] else { continue }
      tails[position].append(WorkedShift(date: row.date, shift: shift, mealStart: nil))
    }

    var leave = [[LeaveEntry]](repeating: [], count: centre.agents.count)
    for row in centre.leave where period.contains(row.date) {
      guard let position = positions[row.agent] else { continue }
      leave[position].append(row)
    }

    var floor = FloorCount(period: period)
    var skilled = Dictionary(
      centre.rules.skillNeeds.map { ($0.skill, floor) }, uniquingKeysWith: { first, _ in first })
    for (position, agent) in centre.agents.enumerated() {
      floor.add(tails[position] + worked[position], of: agent)
      for skill in agent.skills { skilled[skill]?.add(tails[position] + worked[position], of: agent) }
    }
    self.skilled = skilled
    self.floor = Floor(count: floor, settings: centre.settings, holidays: centre.holidays, requirement: requirement)
    people = centre.agents.indices
      .map {
        PersonMonth(
          agent: centre.agents[$0], period: period, shifts: worked[$0], tail: tails[$0], tailDays: tailDays[$0],
          leave: leave[$0])
      }
      .filter { !$0.employedDays.isEmpty }
    self.setAside = setAside
  }
}

/// A shift on the day a person works it.
struct WorkedShift {
  let date: CivilDate
  let shift: Shift
  let mealStart: TimeOfDay?

  /// Minutes since 1970-01-01T00:00.
  var startMinute: Int { date.dayNumber * TimeOfDay.minutesPerDay + shift.start.minutes }
  var endMinute: Int { date.dayNumber * TimeOfDay.minutesPerDay + shift.lastEnd.minutes }
}

/// An entry of the roster without a person, a shift or a place in the period.
struct SetAsideEntry {
  enum Reason {
    case unknownAgent, unknownShift, outsidePeriod, notEmployed
  }

  let entry: Roster.Entry
  let name: String
  let reason: Reason
}
