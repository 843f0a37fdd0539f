internal import Vocabulary

/// How evenly nights, weekends, holidays and hours are spread.
struct FairnessSection: ReportSection {
  let month: ReportedMonth

  let id = "fairness"
  let title = Wording("公平性", "Fairness")

  var body: Markup {
    let compared = month.people.filter { $0.isEmployedAllMonth && $0.grade != .lead }
    let measures = burdens.map { BurdenHistogram(burden: $0, people: compared).markup }
    return """
      \(Piece.note(
        Wording(
          "分布图比较整月在职、非班长的 \(NumberText.grouped(compared.count)) 人：横轴为次数或工时，柱高为人数。",
          "The distributions compare the \(NumberText.grouped(compared.count)) people employed all month who are not team leads: count or hours across, people upwards."
        )))<div class="histograms">\(measures)</div>
      \(memory)\(teams)\(people)
      """
  }

  private var memory: Markup { month.plan.fairness.map { FairnessMemory(month: month, review: $0).markup } ?? "" }

  /// Those that somebody carries this month.
  private var burdens: [Burden] {
    Burden.allCases.filter { burden in month.people.contains { burden.value($0.totals) > 0 } }
  }

  private var teams: Markup {
    Table(
      caption: Wording("各班组人均", "Averages by team"),
      columns: [.text(Wording("班组", "Team")), .number(Wording("人数", "People"))]
        + burdens.map { .number($0.name) },
      rows: month.teams.map { team in
        Table.Row(
          cells: ["\(team.title)", "\(team.people.count)"]
            + burdens.map { burden -> Markup in
              let total = team.people.reduce(0) { $0 + burden.value($1.totals) }
              return "\(NumberText.grouped(total / Double(team.people.count), decimals: 1))"
            })
      }
    ).markup
  }

  private var people: Markup {
    guard month.people.count <= RosterSection.mostPeople else {
      return Piece.note(Wording("个人合计见 roster.xlsx。", "Everybody's totals are in roster.xlsx."))
    }
    let classes = ShiftClass.allCases.filter { shiftClass in month.shifts.contains { $0.shiftClass == shiftClass } }
    let columns: [Table.Column] =
      [
        .text(Wording("工号", "Agent")), .text(Wording("姓名", "Name")), .text(Wording("班组", "Team")),
        .text(Wording("级别", "Grade")), .number(Wording("天数", "Days")), .number(Wording("工时", "Hours")),
      ] + classes.map { .number($0.name) } + [
        .number(Wording("周末", "Weekends")), .number(Wording("节假日", "Public holidays")),
        .number(Wording("休息", "Days off")), .number(Wording("其中休假", "of them leave")),
        .number(Wording("年初以来夜班", "Nights this year")), .number(Wording("年初以来周末", "Weekends this year")),
        .number(Wording("年初以来节假日", "Holidays this year")),
      ]
    let table = Table(
      caption: Wording("每人合计", "Totals by person"), columns: columns, rows: month.people.map { row($0, classes) })
    return Piece.details(
      Wording("每人合计（\(month.people.count) 人）", "Totals by person (\(month.people.count))"), table.markup)
  }

  private func row(_ person: PersonMonth, _ classes: [ShiftClass]) -> Table.Row {
    let totals = person.totals
    let agent = person.agent
    let words: [Markup] = ["\(agent.id)", "\(agent.name)", "\(agent.team)", "\(person.grade.name)"]
    let month: [Markup] =
      ["\(totals.daysWorked)", "\(NumberText.grouped(totals.hours, decimals: 1))"]
      + classes.map { "\(totals.days($0))" }
      + ["\(totals.weekends)", "\(totals.publicHolidays)", "\(totals.daysOff)", "\(totals.leaveDays)"]
    let year: [Markup] = [
      "\(agent.nightsYearToDate + totals.nights)", "\(agent.weekendsYearToDate + totals.weekends)",
      "\(agent.holidaysYearToDate + totals.publicHolidays)",
    ]
    return Table.Row(cells: words + month + year)
  }
}

/// What is to be spread evenly.
enum Burden: CaseIterable {
  case nights, lateNights, weekends, publicHolidays, hours

  var name: Wording {
    switch self {
    case .nights: Wording("夜间班天数", "Night days")
    case .lateNights: Wording("夜7 天数", "Late-night days")
    case .weekends: Wording("上班的周末", "Weekends worked")
    case .publicHolidays: Wording("节假日上班", "Public holidays worked")
    case .hours: Wording("工时", "Hours")
    }
  }

  func value(_ totals: PersonTotals) -> Double {
    switch self {
    case .nights: Double(totals.nights)
    case .lateNights: Double(totals.days(.lateNight))
    case .weekends: Double(totals.weekends)
    case .publicHolidays: Double(totals.publicHolidays)
    case .hours: totals.hours
    }
  }
}
