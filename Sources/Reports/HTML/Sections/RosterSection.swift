internal import Vocabulary

/// The roster as planners know it: people × days, a colour for each class of shift, team by team.
struct RosterSection: ReportSection {
  let month: ReportedMonth

  let id = "roster"
  let title = Wording("班表", "Roster")

  /// With more people the page would grow beyond what a browser likes to show; the workbook has the grid.
  static let mostPeople = 600

  var body: Markup {
    let legend = ShiftLegend(shifts: month.shifts).markup
    guard month.people.count <= RosterSection.mostPeople else {
      return """
        \(Piece.note(
          Wording(
            "共 \(NumberText.grouped(month.people.count)) 人，超过 \(RosterSection.mostPeople) 人时本页不列班表：请看 roster.xlsx（总表与各班组表），个人日历在 calendars 文件夹。",
            "\(NumberText.grouped(month.people.count)) people: above \(RosterSection.mostPeople) this page leaves the grid to roster.xlsx, which has it whole and by team; everybody's calendar is in the folder calendars."
          )))\(legend)\(headcount)
        """
    }
    return """
      \(legend)<input type="checkbox" class="switch" id="meals" autocomplete="off"/>\
      <label class="toggle" for="meals">\(Wording("显示用餐开始时间", "Show when meals start"))</label>
      <div class="teams">\(month.teams.enumerated().map { team($0, $1) })</div>
      \(headcount)
      """
  }

  private func team(_ index: Int, _ team: ReportedMonth.Team) -> Markup {
    // All open on a small page; the first one of many shows what is inside the others.
    let open: Markup = index == 0 || month.people.count <= 60 ? " open=\"open\"" : ""
    let count = team.people.count
    return """
      <details\(open)><summary>\(team.title) <small>\(Wording("\(count) 人", "\(count) people"))</small></summary>
      <div class="scroll"><table class="roster"><caption>\(team.title)</caption>
      <thead><tr><th scope="col">\(Wording("工号 姓名", "Agent, name"))</th>\(month.days.map(dayHeader))\
      <th scope="col">\(Wording("天数", "Days"))</th><th scope="col">\(Wording("工时", "Hours"))</th></tr></thead>
      <tbody>
      \(team.people.map(row))</tbody></table></div></details>

      """
  }

  private func dayHeader(_ day: PlannedDay) -> Markup {
    let className: Markup = day.isRestDay ? " class=\"rest\"" : ""
    let mark: Markup =
      day.isMakeUpWorkday ? "<i>\(Wording("班", "work"))</i>" : day.holidayName.map { "<i>\($0)</i>" } ?? ""
    return "<th scope=\"col\"\(className)>\(day.date.day)<br/>\(day.date.weekday.shortName)\(mark)</th>"
  }

  private func row(_ person: PersonMonth) -> Markup {
    """
    <tr><th scope="row"><b>\(person.agent.id)</b> \(person.agent.name)\(gradeMark(person.grade))</th>\
    \(zip(person.cells, month.days).map(cell))<td class="n">\(person.totals.daysWorked)</td>\
    <td class="n">\(NumberText.grouped(person.totals.hours, decimals: 1))</td></tr>

    """
  }

  private func gradeMark(_ grade: Grade) -> Markup {
    grade == .agent ? "" : " <small>\(grade.name)</small>"
  }

  private func cell(_ cell: DayCell, _ day: PlannedDay) -> Markup {
    let name = StyleSheet.cellClass(Palette.Cell(cell, isRestDay: day.isRestDay))
    switch cell {
    case .shift(let shift, let meal):
      let time: Markup = meal.map { "<small>\("\($0)")</small>" } ?? ""
      return "<td class=\"\(name)\">\(shift.code)\(time)</td>"
    case .off: return "<td class=\"\(name)\">\(Wording("休", "–"))</td>"
    case .leave: return "<td class=\"\(name)\">\(Wording("假", "lv"))</td>"
    case .notEmployed: return "<td class=\"\(name)\">/</td>"
    }
  }

  /// How many work each shift on each day.
  private var headcount: Markup {
    let rows = month.shifts.map { shift -> Markup in
      let counts = month.days.indices.map { day in
        month.people.filter { $0.cells[day].shift?.code == shift.code }.count
      }
      let name = StyleSheet.cellClass(Palette.Cell(shift.shiftClass))
      return """
        <tr><th scope="row" class="\(name)">\(shift.code) <small>\(shift.hoursText)</small></th>\
        \(counts.map { "<td>\($0 == 0 ? "" : "\($0)")</td>" as Markup })\
        <td class="n">\(NumberText.grouped(counts.reduce(0, +)))</td></tr>

        """
    }
    let table: Markup = """
      <div class="scroll"><table class="roster counts"><caption>\(Wording("每日各班次人数", "People on each shift by day"))</caption>
      <thead><tr><th scope="col">\(Wording("班次", "Shift"))</th>\(month.days.map(dayHeader))\
      <th scope="col">\(Wording("合计", "Total"))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
    return Piece.details(Wording("每日各班次人数", "People on each shift by day"), table)
  }
}

/// What the codes and colours of the roster mean.
struct ShiftLegend {
  let shifts: [Shift]

  var markup: Markup {
    let entries = shifts.map { shift -> Markup in
      entry(StyleSheet.cellClass(Palette.Cell(shift.shiftClass)), "\(shift.code)", Wording(same: shift.hoursText))
    }
    let others = [
      entry(StyleSheet.cellClass(.off), "\(Wording("休", "–"))", Wording("休息", "day off")),
      entry(StyleSheet.cellClass(.leave), "\(Wording("假", "lv"))", Wording("批准的休假", "approved leave")),
      entry(StyleSheet.cellClass(.notEmployed), "/", Wording("不在职", "not employed")),
    ]
    return "<ul class=\"legend\">\(entries)\(others)</ul>\n"
  }

  private func entry(_ className: String, _ code: Markup, _ meaning: Wording) -> Markup {
    "<li><b class=\"\(className)\">\(code)</b>\(meaning)</li>\n"
  }
}
