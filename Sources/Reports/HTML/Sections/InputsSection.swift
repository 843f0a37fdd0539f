internal import Foundation
internal import Vocabulary

/// What the plan was made from, and how to read the page.
struct InputsSection: ReportSection {
  let month: ReportedMonth

  let id = "inputs"
  let title = Wording("输入与读法", "Inputs and reading")

  private var centre: Centre { month.plan.centre }

  var body: Markup {
    """
    \(reading)\(settings)\(Piece.details(Wording("班次目录", "Shifts"), shifts))\
    \(centre.events.isEmpty ? "" : Piece.details(Wording("事件", "Events"), events))
    """
  }

  private var reading: Markup {
    let notes = [
      Wording(
        "需求：该半小时为达到服务目标须在线接听的人数，已含耗损（÷(1−耗损率)）。",
        "Required: people on the phone for the service target in a half-hour, shrinkage included (÷ (1 − shrinkage))."),
      Wording(
        "有效：在岗且未在用餐者的产能之和；实习话务员按产能折算，班长除另有设定外计 0。",
        "Effective: productivity of those on duty and not eating; trainees count their productivity, leads 0 unless set."
      ),
      Wording(
        "缺口、富余：有效与需求之差；人时 = 人 × 半小时 ÷ 2。", "Short, over: effective against required; agent-hours are half-hours ÷ 2."),
      Wording(
        "区间：50% 区间表示实际话务有一半的可能落在其中；区间针对单个半小时。",
        "Intervals: the calls of a half-hour fall into its 50% interval half of the time."),
      Wording(
        "下界：可证明没有任何守规班表的成本低于它；目标与下界之差是还可能节省的上限。",
        "Bound: proved that no roster that keeps the rules costs less; objective less bound is the most that could still be saved."
      ),
      Wording(
        "班次归属于开始的那一天；24:00 以后的时刻属于次日凌晨。",
        "A shift belongs to the day it starts; times from 24:00 on are of the night after."
      ),
    ]
    return "<ul class=\"notes\">\(notes.map { "<li>\($0)</li>\n" as Markup })</ul>\n"
  }

  private var settings: Markup {
    let rows = InputsSummary(centre: centre, month: month.plan.month).rows.map {
      Table.Row(cells: ["\($0.name)", "\($0.value)"])
    }
    return Table(
      caption: Wording("主要设定", "Settings"),
      columns: [.text(Wording("设定", "Setting")), .text(Wording("值", "Value"))], rows: rows, className: "prose"
    ).markup
  }

  private var shifts: Markup {
    Table(
      caption: Wording("班次目录", "Shifts"),
      columns: [
        .text(Wording("代码", "Code")), .text(Wording("类别", "Class")), .text(Wording("时间", "Hours")),
        .number(Wording("计薪小时", "Paid hours")), .text(Wording("用餐", "Meal")),
      ],
      rows: month.shifts.map { shift in
        Table.Row(cells: [
          "<span class=\"code \(StyleSheet.cellClass(Palette.Cell(shift.shiftClass)))\">\(shift.code)</span>",
          "\(shift.shiftClass.name)", "\(shift.hoursText)",
          "\(NumberText.grouped(Double(shift.paidMinutes) / 60, decimals: 2))", "\(shift.mealText)",
        ])
      }
    ).markup
  }

  private var events: Markup {
    let period = month.plan.month.period
    let shown = centre.events.filter { $0.to >= period.firstDay && $0.from <= period.lastDay }
    return Table(
      caption: Wording("本月事件", "Events of the month"),
      columns: [
        .text(Wording("名称", "Name")), .text(Wording("类型", "Kind")), .text(Wording("从", "From")),
        .text(Wording("到", "To")), .number(Wording("给定倍数", "Given factor")),
      ],
      rows: shown.map { event in
        Table.Row(cells: [
          "\(event.name)", "\(event.kind.name)", "\("\(event.from)")", "\("\(event.to)")",
          "\(event.factor.map { NumberText.grouped($0, decimals: 2) } ?? "–")",
        ])
      }
    ).markup
  }
}
