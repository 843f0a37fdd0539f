internal import Vocabulary

/// The half-hours in which most calls are served too late, and what would mend them.
struct WorstHalfHours {
  let month: ReportedMonth
  let worst: [MonthSimulation.WorstHalfHour]

  var markup: Markup {
    guard !worst.isEmpty else { return "" }
    return Table(
      caption: Wording("超时来电最多的半小时，与补救办法", "Half-hours with most late calls, and what would fix them"),
      columns: [
        .short(Wording("半小时", "Half-hour")), .number(Wording("话务量", "Calls")),
        .number(Wording("有效坐席", "Effective agents")), .number(Wording("计划", "Planned")),
        .number(Wording("模拟", "Simulated")), .text(Wording("补救", "Remedy")),
      ],
      rows: worst.map { half in
        let level = half.span.serviceLevel
        let margin = level?.halfWidth.map { " ± \(NumberText.percent($0))" } ?? ""
        return Table.Row(cells: [
          "\(label(half.start))",
          "\(NumberText.grouped(half.span.offered))", "\(NumberText.grouped(half.effective, decimals: 1))",
          "\(half.span.planned.map { NumberText.percent($0) } ?? "–")",
          "\((level.map { NumberText.percent($0.value) } ?? "–") + margin)", "\(remedy(half))",
        ])
      }
    ).markup
  }

  /// The shifts that work in a half-hour, by code.
  private func covering(_ start: HalfHour) -> Wording {
    let slots = [start.slot, start.slot + HalfHour.perDay]
    let codes = month.plan.centre.shifts
      .filter { shift in shift.dutyHalfHours.contains { part in slots.contains { part.contains($0) } } }.map(\.code)
    let list = codes.prefix(4).joined(separator: "、") + (codes.count > 4 ? "…" : "")
    guard !list.isEmpty else { return Wording("能覆盖此时段的班次（尚无）", "a shift that covers it, which there is none of") }
    return Wording("覆盖此时段的班次（\(list)）", "shifts that cover it (\(list))")
  }

  private func label(_ start: HalfHour) -> Wording {
    let (date, time) = (start.date, TimeOfDay(minutes: start.slot * 30))
    let weekday = date.weekday.shortName
    return Wording("\(date) \(weekday.chinese) \(time)", "\(date) \(weekday.english) \(time)")
  }

  /// In the order of what it costs: nothing for a meal at another time, a shift that covers the half-hour, seats.
  private func remedy(_ half: MonthSimulation.WorstHalfHour) -> Wording {
    guard half.toAdd > 0 else {
      return Wording(
        "人数足够：排队是前面的半小时留下的，应在其前补人", "enough here: the queue comes from the half-hours before, which need people")
    }
    let agents = NumberText.grouped(half.toAdd)
    let missing = Wording("缺 \(agents) 人：", "\(agents) short: ")
    guard let row = month.plan.coverage.first(where: { $0.start == half.start }) else { return missing }
    let covering = covering(half.start)
    let free = max(0, row.seats - row.seated)
    let way =
      if Double(row.onMeal) >= half.toAdd {
        Wording("用餐 \(row.onMeal) 人，错开其中 \(agents) 人", "of \(row.onMeal) who eat, move \(agents)")
      } else if row.onMeal > 0 {
        Wording(
          "用餐 \(row.onMeal) 人，先错开；再排\(covering.chinese)", "move the \(row.onMeal) who eat; then \(covering.english)")
      } else if Double(free) >= half.toAdd {
        Wording("排\(covering.chinese)", covering.english)
      } else {
        Wording("座席只余 \(free)，需增加座席", "only \(free) seats are free: more seats")
      }
    return Wording(missing.chinese + way.chinese, missing.english + way.english)
  }
}
