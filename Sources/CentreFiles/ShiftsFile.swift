internal import Foundation
internal import Vocabulary

/// `shifts.csv`.
enum ShiftsFile {
  static func read(_ table: Table, problems: ProblemList) -> [Shift] {
    guard
      let rows = TableRows(
        table, required: ["code", "class", "start", "end", "paidMinutes", "mealMinutes"],
        optional: ["mealFrom", "mealTo", "start2", "end2"], problems: problems)
    else { return [] }
    var seen: [String: Int32] = [:]
    let shifts = rows.rows.compactMap { row -> Shift? in
      guard let shift = shift(row) else { return nil }
      if let line = seen[shift.code] {
        return row.fail(
          "code",
          Wording("班次 \(shift.code) 重复（第 \(line) 行已有）", "the shift \(shift.code) is there twice (line \(line) too)"),
          Wording("每个班次一行", "expected one row a shift"))
      }
      seen[shift.code] = row.cells[0].line
      return shift
    }
    if table.rows.isEmpty || table.rows.count > 250 {
      problems.add(
        InputProblem(
          file: table.file, line: 1, column: 1,
          found: Wording("班次数为 \(table.rows.count)", "there are \(table.rows.count) shifts"),
          expected: Wording("应有 1 到 250 个班次", "expected 1 to 250 shifts")))
    }
    return shifts
  }

  private static func shift(_ row: TableRow) -> Shift? {
    let before = row.rows.problems.problems.count
    let code = row.requiredText("code")
    let shiftClass = row.choice("class", ShiftClass.self)
    _ = row.requiredText("start")
    _ = row.requiredText("end")
    let start = row.time("start")
    let end = row.time("end")
    let paid = row.requiredText("paidMinutes") == nil ? nil : row.whole("paidMinutes", 1...1440)
    let meal = row.requiredText("mealMinutes") == nil ? nil : row.whole("mealMinutes", 0...60)
    guard let code, let shiftClass, let start, let end, let paid, let meal,
      row.rows.problems.problems.count == before
    else { return nil }
    var shift = Shift(
      code: code, shiftClass: shiftClass, start: start, end: end, paidMinutes: paid, mealMinutes: meal,
      mealFrom: row.time("mealFrom"), mealTo: row.time("mealTo"), secondStart: row.time("start2"),
      secondEnd: row.time("end2"))
    checkSpan(shift, row)
    guard row.rows.problems.problems.count == before else { return nil }
    warnOfLongPay(shift, row)
    checkMeal(&shift, row)
    return row.rows.problems.problems.count == before ? shift : nil
  }

  private static func checkSpan(_ shift: Shift, _ row: TableRow) {
    if shift.code == "休" || shift.code == "假" || ["off", "leave"].contains(shift.code.lowercased()) {
      row.fail(
        "code", Wording("班次代码 \(shift.code) 与休息标记相同", "the code \(shift.code) means a day off"),
        Wording("应使用别的代码", "expected another code")) as Void?
    }
    if shift.start.minutes >= TimeOfDay.minutesPerDay {
      row.fail(
        "start", Wording("班次从次日 \(shift.start) 开始", "the shift starts on the next day, \(shift.start)"),
        Wording("班次属于开始的那一天，应早于 24:00", "expected a start before 24:00: a shift belongs to the day it starts")) as Void?
    }
    if shift.end <= shift.start {
      let next = TimeOfDay(minutes: shift.end.minutes + TimeOfDay.minutesPerDay)
      row.fail(
        "end",
        Wording("结束 \(shift.end) 不晚于开始 \(shift.start)", "the end \(shift.end) is not after the start \(shift.start)"),
        Wording("跨夜请写 \(next)", "for the next day write \(next)")) as Void?
    }
    switch (shift.secondStart, shift.secondEnd) {
    case (nil, nil): break
    case (let second?, let end?):
      if second < shift.end || end <= second {
        row.fail(
          "start2",
          Wording("第二段 \(second)–\(end) 不在第一段之后", "the second part \(second)–\(end) does not follow the first"),
          Wording("应晚于 \(shift.end)，且结束晚于开始", "expected it after \(shift.end), its end after its start")) as Void?
      }
    default:
      row.fail(
        "start2", Wording("两头班只写了一半", "only half of the second part is given"),
        Wording("start2 与 end2 应同时填写", "expected both start2 and end2")) as Void?
    }
  }

  private static func warnOfLongPay(_ shift: Shift, _ row: TableRow) {
    let onDuty = shift.dutyHalfHours.reduce(0) { $0 + $1.count } * HalfHour.minutes
    if shift.paidMinutes > onDuty {
      row.warn(
        "paidMinutes",
        Wording(
          "计薪 \(shift.paidMinutes) 分钟多于在岗 \(onDuty) 分钟", "\(shift.paidMinutes) paid minutes exceed \(onDuty) on duty"),
        Wording("通常不超过在岗时间", "usually at most the time on duty")) as Void
    }
  }

  private static func checkMeal(_ shift: inout Shift, _ row: TableRow) {
    if shift.mealMinutes == 45 {
      row.warn(
        "mealMinutes", Wording("用餐 45 分钟按半小时格取 60", "a meal of 45 minutes is taken as 60 on the half-hour grid"),
        Wording("应为 0、30 或 60", "expected 0, 30 or 60"))
      shift.mealMinutes = 60
    }
    guard [0, 30, 60].contains(shift.mealMinutes) else {
      row.fail(
        "mealMinutes", Wording("用餐 \(shift.mealMinutes) 分钟", "a meal of \(shift.mealMinutes) minutes"),
        Wording("应为 0、30 或 60", "expected 0, 30 or 60")) as Void?
      return
    }
    guard shift.mealMinutes > 0 else {
      shift.mealFrom = nil
      shift.mealTo = nil
      return
    }
    guard let from = shift.mealFrom, let to = shift.mealTo, from <= to else {
      row.fail(
        "mealFrom", Wording("没有可用的用餐时段", "there is no meal window"),
        Wording("有用餐的班次应填写 mealFrom ≤ mealTo", "expected mealFrom ≤ mealTo for a shift with a meal")) as Void?
      return
    }
    let length = shift.mealHalfHours
    let isInside = shift.mealStarts.allSatisfy { start in
      shift.dutyHalfHours.contains { $0.lowerBound <= start && start + length <= $0.upperBound }
    }
    if !isInside {
      row.fail(
        "mealTo", Wording("用餐时段 \(from)–\(to) 超出班次", "the meal window \(from)–\(to) reaches out of the shift"),
        Wording("用餐应在同一段班内开始并结束", "expected every meal to begin and end within one part of the shift")) as Void?
    }
  }
}
