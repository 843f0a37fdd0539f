internal import Foundation
internal import Vocabulary

/// Coverage with a chart, settlement, rules, shifts, and the roster as plain rows.
struct PlainSheets {
  let plan: MonthPlan
  let language: Language

  func writeAll(_ writer: WorkbookWriter) {
    coverage(writer)
    settlement(writer)
    rules(writer)
    shifts(writer)
    roster(writer)
  }

  private func header(_ sheet: WorkbookWriter.Sheet, _ row: Int, _ names: [Wording]) {
    for (column, name) in names.enumerated() { sheet.write(row, column, name.text(language), RosterWorkbook.header) }
  }

  private func coverage(_ writer: WorkbookWriter) {
    let sheet = writer.sheet(.coverage)
    let names = [
      Wording("时段", "start"), Wording("需求", "required"), Wording("在岗", "onDuty"), Wording("用餐", "onMeal"),
      Wording("有效", "effective"), Wording("在座", "seated"), Wording("座席", "seats"), Wording("班长", "leads"),
      Wording("缺口", "under"), Wording("超出", "over"), Wording("预计服务水平", "serviceLevel"),
    ]
    header(sheet, 0, names)
    for (index, row) in plan.coverage.enumerated() {
      let line = index + 1
      sheet.write(line, 0, "\(row.start)", RosterWorkbook.text)
      let values = [
        row.required, Double(row.onDuty), Double(row.onMeal), row.effective, Double(row.seated), Double(row.seats),
        Double(row.leads), row.under, row.over,
      ]
      for (column, value) in values.enumerated() { sheet.write(line, column + 1, value, RosterWorkbook.decimal) }
      sheet.write(line, 10, row.serviceLevel, WorkbookWriter.Look(number: "0.0%"))
    }
    sheet.width(0...0, 17)
    sheet.freeze(rows: 1, columns: 1)
    let week = min(plan.coverage.count, 7 * HalfHour.perDay)
    writer.lineChart(
      sheet, columns: [(1, names[1].text(language)), (4, names[4].text(language)), (6, names[6].text(language))],
      rows: 1...max(1, week), title: Wording("第一周的需求与覆盖", "Requirement and coverage, first week").text(language),
      at: (1, 12))
  }

  private func settlement(_ writer: WorkbookWriter) {
    let statement = plan.settlement
    let sheet = writer.sheet(.settlement)
    sheet.write(
      0, 0, Wording("预计结算 \(plan.month)", "Projected settlement \(plan.month)").text(language), RosterWorkbook.bold)
    header(
      sheet, 2,
      [
        Wording("座席", "seats"), Wording("工时", "hours"), Wording("结算座席", "quantity"), Wording("单价", "price"),
        Wording("金额", "amount"),
      ])
    var row = 3
    for line in statement.lines {
      sheet.write(row, 0, SettlementSection.kindName(line.kind).text(language), RosterWorkbook.text)
      for (column, value) in [line.hours, line.quantity, line.price, line.amount].enumerated() {
        sheet.write(
          row, column + 1, value.doubleValue, WorkbookWriter.Look(number: column == 1 ? "#,##0.0000" : "#,##0.00"))
      }
      row += 1
    }
    row += 1
    let amounts: [(Wording, Decimal)] = [
      (Wording("座席合计", "seats in total"), statement.seatsAmount), (Wording("系数", "coefficient"), statement.coefficient),
      (Wording("座席金额 × 系数", "seats × coefficient"), statement.assessed),
      (Wording("超量酬金", "over-target bonus"), statement.bonus.amount),
      (Wording("扣罚", "deductions"), statement.deductions), (Wording("结算费用", "fee"), statement.fee),
      (Wording("移动方总成本", "Mobile's total"), statement.mobile.total),
      (Wording("外包方成本", "the partner's cost"), statement.partner.cost),
      (Wording("外包方毛利", "the partner's margin"), statement.partner.margin),
    ]
    for (name, amount) in amounts {
      sheet.write(row, 0, name.text(language), RosterWorkbook.text)
      sheet.write(row, 4, amount.doubleValue, RosterWorkbook.decimal)
      row += 1
    }
    row += 1
    header(
      sheet, row,
      [
        Wording("指标", "indicator"), Wording("值", "value"), Wording("得分", "score"), Wording("权重", "weight"),
        Wording("达标", "met"),
      ])
    for indicator in statement.indicators {
      row += 1
      sheet.write(row, 0, indicator.name, RosterWorkbook.text)
      for (column, value) in [indicator.actual, indicator.score, indicator.weight].enumerated() {
        sheet.write(row, column + 1, value.doubleValue, WorkbookWriter.Look(number: "#,##0.0###"))
      }
      sheet.write(row, 4, indicator.met ? "✓" : "✗", RosterWorkbook.text)
    }
    sheet.width(0...0, 24)
    sheet.width(1...4, 15)
  }

  private func rules(_ writer: WorkbookWriter) {
    let sheet = writer.sheet(.rules)
    header(
      sheet, 0,
      [
        Wording("编号", "rule"), Wording("名称", "name"), Wording("性质", "kind"), Wording("限制", "limit"),
        Wording("实际", "found"), Wording("次数", "count"),
      ])
    for (index, rule) in plan.compliance.enumerated() {
      sheet.write(index + 1, 0, rule.rule, RosterWorkbook.text)
      sheet.write(index + 1, 1, rule.name.text(language), RosterWorkbook.text)
      sheet.write(
        index + 1, 2, (rule.isHard ? Wording("硬", "hard") : Wording("软", "soft")).text(language), RosterWorkbook.text)
      sheet.write(index + 1, 3, rule.limit.text(language), RosterWorkbook.text)
      sheet.write(index + 1, 4, rule.found.text(language), RosterWorkbook.text)
      sheet.write(index + 1, 5, Double(rule.count), RosterWorkbook.count)
    }
    sheet.width(1...1, 22)
    sheet.width(3...4, 42)
  }

  private func shifts(_ writer: WorkbookWriter) {
    let sheet = writer.sheet(.shifts)
    header(
      sheet, 0,
      [
        Wording("班次", "shift"), Wording("类别", "class"), Wording("开始", "start"), Wording("结束", "end"),
        Wording("计薪分钟", "paid minutes"), Wording("用餐分钟", "meal minutes"), Wording("用餐时段", "meal window"),
      ])
    for (index, shift) in plan.centre.shifts.enumerated() {
      let row = index + 1
      sheet.write(row, 0, shift.code, RosterWorkbook.look(shift, isOnLeave: false, isRest: false))
      sheet.write(row, 1, Palette.name(shift.shiftClass).text(language), RosterWorkbook.text)
      let second = shift.secondStart.map { " / \($0)" } ?? ""
      sheet.write(row, 2, "\(shift.start)\(second)", RosterWorkbook.text)
      let secondEnd = shift.secondEnd.map { " / \($0)" } ?? ""
      sheet.write(row, 3, "\(shift.end)\(secondEnd)", RosterWorkbook.text)
      sheet.write(row, 4, Double(shift.paidMinutes), RosterWorkbook.count)
      sheet.write(row, 5, Double(shift.mealMinutes), RosterWorkbook.count)
      let window = shift.mealFrom.flatMap { from in shift.mealTo.map { "\(from)–\($0)" } } ?? ""
      sheet.write(row, 6, window, RosterWorkbook.text)
    }
    sheet.width(2...6, 14)
  }

  private func roster(_ writer: WorkbookWriter) {
    let sheet = writer.sheet(.roster)
    for (column, name) in ["agent", "date", "shift", "mealStart"].enumerated() { sheet.write(0, column, name) }
    for (index, entry) in plan.roster.entries.enumerated() {
      sheet.write(index + 1, 0, entry.agent)
      sheet.write(index + 1, 1, "\(entry.date)")
      sheet.write(index + 1, 2, entry.shift)
      if let meal = entry.mealStart { sheet.write(index + 1, 3, "\(meal)") }
    }
    sheet.width(0...3, 12)
  }
}
