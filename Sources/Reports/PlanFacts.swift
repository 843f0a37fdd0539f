internal import Foundation
internal import Vocabulary

/// What a roster adds up to, person by person: read off once for the page and the workbook.
struct PlanFacts {
  struct Person {
    var agent: Agent
    /// By day of the month; nil = off.
    var entries: [Roster.Entry?]
    var isOnLeave: [Bool]
    var minutes = 0
    var nights = 0
    var earlies = 0
    var lateNights = 0
    var weekendDays = 0
    var holidays = 0

    var workDays: Int { entries.filter { $0 != nil }.count }
    var hours: Double { Double(minutes) / 60 }
  }

  let people: [Person]
  let shifts: [String: Shift]
  let days: [CivilDate]
  /// In the order in which teams first appear.
  let teams: [String]

  init(_ plan: MonthPlan) {
    let period = plan.month.period
    let shifts = Dictionary(plan.centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = Dictionary(grouping: plan.roster.entries, by: \.agent)
    let leave = Dictionary(grouping: plan.centre.leave.filter { $0.kind == .leave }, by: \.agent)
    days = period.days
    self.shifts = shifts
    people = plan.centre.agents.filter { agent in period.days.contains(where: agent.isEmployed(on:)) }.map { agent in
      var person = Person(
        agent: agent, entries: [Roster.Entry?](repeating: nil, count: period.dayCount),
        isOnLeave: [Bool](repeating: false, count: period.dayCount))
      for entry in leave[agent.id] ?? [] where period.contains(entry.date) {
        person.isOnLeave[entry.date - period.firstDay] = true
      }
      for entry in entries[agent.id] ?? [] where period.contains(entry.date) {
        person.entries[entry.date - period.firstDay] = entry
        guard let shift = shifts[entry.shift] else { continue }
        person.minutes += shift.paidMinutes
        if [.night, .lateNight, .overnight].contains(shift.shiftClass) { person.nights += 1 }
        if shift.shiftClass == .early { person.earlies += 1 }
        if shift.shiftClass == .lateNight { person.lateNights += 1 }
        if entry.date.weekday >= .saturday { person.weekendDays += 1 }
        if plan.centre.holidays.kind(of: entry.date) == .statutoryHoliday { person.holidays += 1 }
      }
      return person
    }
    var teams: [String] = []
    for person in people where !teams.contains(person.agent.team) { teams.append(person.agent.team) }
    self.teams = teams
  }

  static func gradeName(_ grade: Grade) -> Wording {
    switch grade {
    case .trainee: Wording("实习话务员", "trainee")
    case .agent: Wording("客服代表", "agent")
    case .lead: Wording("班长", "team lead")
    }
  }

  static func weekdayName(_ date: CivilDate) -> Wording {
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    let english = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    return Wording(chinese[date.weekday.rawValue], english[date.weekday.rawValue])
  }
}
