internal import Foundation
package import Vocabulary

/// Reads back the files of a result folder, for `check` and for stages that run alone.
package enum ResultReader {
  /// With the curves of `service.csv` beside it, where there are any.
  package static func requirement(path: String, period: Period) throws -> Requirement {
    var requirement = try requirementAlone(path: path, period: period)
    let beside = URL(fileURLWithPath: path).deletingLastPathComponent().path + "/" + ServiceFile.name
    guard FileManager.default.fileExists(atPath: beside) else { return requirement }
    let curves = try ServiceFile.read(path: beside, period: period)
    for index in requirement.rows.indices { requirement.rows[index].service = curves[requirement.rows[index].start] }
    return requirement
  }

  private static func requirementAlone(path: String, period: Period) throws -> Requirement {
    try InputFile.table(path) { table, problems in
      guard
        let rows = TableRows(
          table, required: ["start", "required"],
          optional: ["offered", "aht", "load", "agents", "shrinkage", "serviceLevel", "occupancy", "binding"],
          problems: problems)
      else { return Requirement(rows: []) }
      let found = halfHours(rows, period) { row, start in
        Requirement.Row(
          start: start, offered: row.number("offered") ?? 0, averageHandlingTime: row.number("aht") ?? 0,
          required: row.number("required") ?? 0, working: working(row))
      }
      return Requirement(
        rows: period.halfHours.map {
          found[$0] ?? Requirement.Row(start: $0, offered: 0, averageHandlingTime: 0, required: 0)
        })
    }
  }

  /// Nil where a column is empty or not there.
  private static func working(_ row: TableRow) -> Requirement.Working? {
    guard let load = row.number("load"), let agents = row.number("agents"), let shrinkage = row.number("shrinkage"),
      let level = row.number("serviceLevel"), let occupancy = row.number("occupancy"),
      let binding = row.text("binding").flatMap(Requirement.Binding.init(rawValue:))
    else { return nil }
    return Requirement.Working(
      load: load, agents: Int(agents), shrinkage: shrinkage, serviceLevel: level, occupancy: occupancy, binding: binding
    )
  }

  package static func forecast(path: String, period: Period) throws -> Forecast {
    let columns = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"]
    return try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: ["start", "mean", "aht"], optional: columns, problems: problems)
      else {
        return Forecast(rows: [])
      }
      let found = halfHours(rows, period) { row, start in
        let mean = row.number("mean") ?? 0
        return Forecast.Row(
          start: start, mean: mean, quantiles: columns.map { row.number($0) ?? mean },
          averageHandlingTime: row.number("aht") ?? 0)
      }
      return Forecast(
        rows: period.halfHours.map {
          found[$0]
            ?? Forecast.Row(
              start: $0, mean: 0, quantiles: [Double](repeating: 0, count: columns.count), averageHandlingTime: 0)
        })
    }
  }

  /// `explain.csv`.
  package static func explanation(path: String, period: Period) throws -> ForecastExplanation {
    let columns = [
      "level", "trend", "weekday", "season", "holiday", "monthDay", "event", "profile", "adjustment", "mean",
    ]
    return try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: ["start"] + columns, problems: problems) else {
        return ForecastExplanation(rows: [])
      }
      let found = halfHours(rows, period) { row, start in
        let values = columns.map { row.number($0) ?? 0 }
        return ForecastExplanation.Row(
          start: start, level: values[0], trend: values[1], weekday: values[2], season: values[3], holiday: values[4],
          monthDay: values[5], event: values[6], profile: values[7], adjustment: values[8], mean: values[9])
      }
      return ForecastExplanation(rows: period.halfHours.compactMap { found[$0] })
    }
  }

  /// The model's own calls of `explain.csv`, without the planner's adjustments.
  package static func modelCalls(path: String, period: Period) throws -> [HalfHour: Double] {
    let factors = ["level", "trend", "weekday", "season", "holiday", "monthDay", "event", "profile"]
    return try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: ["start"] + factors, problems: problems) else { return [:] }
      return halfHours(rows, period) { row, _ in factors.reduce(1) { $0 * (row.number($1) ?? 0) } }
    }
  }

  /// Stated coverage, row by row as written.
  package static func coverage(path: String, period: Period) throws -> [CoverageRow] {
    let whole = ["onDuty", "onMeal", "seated", "seats", "leads"]
    let decimal = ["required", "effective", "under", "over", "serviceLevel"]
    return try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: ["start"] + whole + decimal, problems: problems) else { return [] }
      let found = halfHours(rows, period) { row, start in
        func count(_ column: String) -> Int { Int(row.number(column) ?? 0) }
        func value(_ column: String) -> Double { row.number(column) ?? 0 }
        return CoverageRow(
          start: start, required: value("required"), onDuty: count("onDuty"), onMeal: count("onMeal"),
          effective: value("effective"), seated: count("seated"), seats: count("seats"), leads: count("leads"),
          under: value("under"), over: value("over"), serviceLevel: value("serviceLevel"))
      }
      return period.halfHours.compactMap { found[$0] }
    }
  }

  /// `solution.json`, nil where it does not state its figures.
  package static func solution(path: String) throws -> Solution? {
    try json(path).flatMap(SolutionFile.read)
  }

  package static func json(_ path: String) throws -> JSONValue? {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = try InputFile.bytes(path, name: name, problems: problems) else {
      throw InputProblems(problems.problems)
    }
    guard let value = JSONValue.decode(bytes) else {
      throw InputProblems([
        InputProblem(
          file: name, found: Wording("不是合法的 JSON", "it is no well-formed JSON"),
          expected: Wording("应为本软件写出的文件", "expected the file as it was written"))
      ])
    }
    return value
  }

  /// The half-hour of a row; nil, with a problem noted, where it is none of the period.
  static func halfHour(_ row: TableRow, _ period: Period) -> HalfHour? {
    guard let text = row.requiredText("start") else { return nil }
    if let start = HalfHour(text), period.contains(start.date) { return start }
    return row.fail(
      "start", Wording("不是本月的半小时：\(text)", "no half-hour of the month: \(text)"),
      Wording(
        "应在 \(period.firstDay) 到 \(period.lastDay) 之间，如 2026-12-01T09:30",
        "expected between \(period.firstDay) and \(period.lastDay), as 2026-12-01T09:30"))
  }

  /// Rows by half-hour; rows outside the period and doubled ones are problems.
  private static func halfHours<Value>(
    _ rows: TableRows, _ period: Period, _ value: (TableRow, HalfHour) -> Value
  ) -> [HalfHour: Value] {
    var result: [HalfHour: Value] = [:]
    for row in rows.rows {
      guard let start = halfHour(row, period) else { continue }
      if result[start] != nil {
        row.fail(
          "start", Wording("\(start) 出现两次", "\(start) is there twice"),
          Wording("每个半小时一行", "expected one row for each half-hour")) as Void?
      }
      result[start] = value(row, start)
    }
    return result
  }
}
