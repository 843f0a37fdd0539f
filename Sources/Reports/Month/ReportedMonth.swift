internal import Vocabulary

/// A plan with what page and workbook read off it: people with their cells, teams, days.
struct ReportedMonth {
  struct Team {
    let name: String
    let people: [PersonMonth]

    var title: Wording { name.isEmpty ? Wording("未分班组", "No team") : Wording(same: name) }
  }

  let plan: MonthPlan
  let days: [PlannedDay]
  /// Everybody employed on a day of the month, in the order of `agents.csv`.
  let people: [PersonMonth]
  /// In the order in which they first appear.
  let teams: [Team]
  /// By class, then by start, as a legend lists them.
  let shifts: [Shift]
  /// Of the whole month.
  let totals: CoverageTotals

  init(_ plan: MonthPlan) {
    self.plan = plan
    days = (0..<plan.month.period.dayCount).map { PlannedDay($0, of: plan) }
    people = ReportedMonth.people(plan)
    teams = ReportedMonth.teams(people)
    shifts = plan.centre.shifts.sorted { left, right in
      (left.shiftClass.order, left.start, left.lastEnd, left.code)
        < (right.shiftClass.order, right.start, right.lastEnd, right.code)
    }
    totals = CoverageTotals(plan.coverage, forecast: plan.forecast.rows)
  }

  var dates: [CivilDate] { days.map(\.date) }

  /// Half-hours of the day in which anything happens on some day of the month, in whole hours: what charts show.
  var shownSlots: Range<Int> {
    let busy = days.flatMap { day in
      day.coverage.enumerated().compactMap { $1.required > 0 || $1.onDuty > 0 ? $0 : nil }
    }
    guard let first = busy.min(), let last = busy.max() else { return 0..<HalfHour.perDay }
    return (first / 2 * 2)..<((last / 2 + 1) * 2)
  }

  /// Expected service level of the month: the settlement's own figure where it assesses one.
  var serviceLevel: Double? {
    plan.settlement.indicators.first { $0.name == "serviceLevel" }?.actual.doubleValue ?? totals.serviceLevel
  }

  private static func people(_ plan: MonthPlan) -> [PersonMonth] {
    let period = plan.month.period
    let shifts = Dictionary(plan.centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = Dictionary(grouping: plan.roster.entries, by: \.agent)
    let leave = Dictionary(grouping: plan.centre.leave.filter { $0.kind == .leave }, by: \.agent)
    return plan.centre.agents.compactMap { agent in
      var cells = period.days.map { agent.isEmployed(on: $0) ? DayCell.off : .notEmployed }
      guard cells.contains(.off) else { return nil }
      for entry in leave[agent.id] ?? [] where period.contains(entry.date) && agent.isEmployed(on: entry.date) {
        cells[entry.date - period.firstDay] = .leave
      }
      for entry in entries[agent.id] ?? [] where period.contains(entry.date) {
        if let shift = shifts[entry.shift] {
          cells[entry.date - period.firstDay] = .shift(shift, meal: entry.mealStart)
        }
      }
      return PersonMonth(agent: agent, cells: cells, days: period.days, holidays: plan.centre.holidays)
    }
  }

  private static func teams(_ people: [PersonMonth]) -> [Team] {
    var order: [String] = []
    var members: [String: [PersonMonth]] = [:]
    for person in people {
      if members[person.agent.team] == nil { order.append(person.agent.team) }
      members[person.agent.team, default: []].append(person)
    }
    return order.map { Team(name: $0, people: members[$0] ?? []) }
  }
}

extension ShiftClass {
  /// From morning to night.
  var order: Int { ShiftClass.allCases.firstIndex(of: self) ?? 0 }
}
