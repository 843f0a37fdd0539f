internal import Foundation
internal import Vocabulary

/// The roster grid, team by team, coloured by class of shift.
struct RosterSection {
  let plan: MonthPlan
  let facts: PlanFacts

  /// Above so many people the grid is left to the workbook.
  static let mostPeople = 600

  func html() -> String {
    var body = legend()
    if facts.people.count > RosterSection.mostPeople {
      body +=
        "<p class=\"note\">"
        + HTML.text(
          "共 \(facts.people.count) 人，班表网格见 roster.xlsx。", "\(facts.people.count) people: the grid is in roster.xlsx.")
        + "</p>\n"
    } else {
      for team in facts.teams { body += grid(team) }
    }
    return HTML.section("roster", Wording("班表", "Roster"), body)
  }

  private func legend() -> String {
    let shifts = plan.centre.shifts.map { shift -> String in
      let parts =
        shift.secondStart.map { "\(shift.start)–\(shift.end)、\($0)–\(shift.lastEnd)" } ?? "\(shift.start)–\(shift.end)"
      return
        "<span class=\"k-\(shift.shiftClass.rawValue)\" style=\"padding:1px 6px;margin:2px;display:inline-block\">\(HTML.escaped(shift.code)) \(parts)</span>"
    }
    return "<p class=\"key\">" + shifts.joined()
      + "<span class=\"k-leave\" style=\"padding:1px 6px;margin:2px;display:inline-block\">"
      + HTML.text("假：批准的休假", "L: approved leave") + "</span></p>\n"
  }

  private func grid(_ team: String) -> String {
    let people = facts.people.filter { $0.agent.team == team }
    var result =
      "<details open><summary>\(team.isEmpty ? HTML.text("未分班组", "no team") : HTML.escaped(team))（\(people.count)）</summary><div class=\"scroll\"><table class=\"roster\"><thead><tr><th>\(HTML.text("姓名", "Name"))</th>"
    for date in facts.days {
      let isRest = plan.centre.holidays.kind(of: date) != .workday
      result += "<th\(isRest ? " class=\"w\"" : "")>\(date.day)<br>\(HTML.text(PlanFacts.weekdayName(date)))</th>"
    }
    result += "<th>\(HTML.text("天", "days"))</th><th>\(HTML.text("工时", "hours"))</th></tr></thead><tbody>\n"
    for person in people {
      result += "<tr><td>\(HTML.escaped(person.agent.id)) \(HTML.escaped(person.agent.name))</td>"
      for (day, entry) in person.entries.enumerated() { result += cell(person, day, entry) }
      result += "<td>\(person.workDays)</td><td>\(Figures.grouped(person.hours, decimals: 1))</td></tr>\n"
    }
    return result + "</tbody></table></div></details>\n"
  }

  private func cell(_ person: PlanFacts.Person, _ day: Int, _ entry: Roster.Entry?) -> String {
    if let entry, let shift = facts.shifts[entry.shift] {
      let meal = entry.mealStart.map { " title=\"\($0)\"" } ?? ""
      return "<td class=\"k-\(shift.shiftClass.rawValue)\"\(meal)>\(HTML.escaped(entry.shift))</td>"
    }
    if person.isOnLeave[day] { return "<td class=\"k-leave\">\(HTML.text("假", "L"))</td>" }
    let isRest = plan.centre.holidays.kind(of: facts.days[day]) != .workday
    return isRest ? "<td class=\"w\"></td>" : "<td></td>"
  }
}
