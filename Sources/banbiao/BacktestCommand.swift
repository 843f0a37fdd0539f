import ArgumentParser
import CentreFiles
import Forecasting
import Foundation
import Vocabulary

/// `banbiao backtest`: how good the forecast would have been.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "滚动检验预测准确度 — rolling-origin accuracy of the forecast.")

  @Argument(help: "calls.csv") var calls: String
  @Option(help: "第一个月 — first month.") var from: Month?
  @Option(help: "最后一个月 — last month.") var to: Month?
  @Option(help: "最后几个月 — so many last months.") var months: Int?
  @Option(help: "date,name 的节假日文件 — a file of holidays.") var holidays: String?
  @Option(help: "活动文件，默认为话务文件旁的 events.csv — events known in advance; events.csv beside the calls unless named.")
  var events: String?
  @Option(help: "线程数，不影响结果 — threads; the result is the same for any number.") var threads: Int?
  @Option(help: "写出各月预测的文件夹 — a folder for the forecasts.") var out: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let months, months < 1 { throw ValidationError("--months \(months): ≥ 1") }
    if let threads, threads < 1 { throw ValidationError("--threads \(threads): ≥ 1") }
    if (from == nil) != (to == nil) { throw ValidationError("--from / --to") }
    if let from, let to, from > to { throw ValidationError("--from \(from) > --to \(to)") }
  }

  func run() throws {
    try Session(output).run { session in
      let history = try CallsFile.read(path: calls, language: session.language)
      let calendar = try holidays.map(HolidayFile.read(path:)) ?? HolidayFile.shipped()
      let clock = ContinuousClock()
      let started = clock.now
      let backtest: Backtest
      do {
        backtest = try Backtest(
          history: history, holidays: calendar, events: try knownEvents(), months: selection(history),
          threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
          clock: { (clock.now - started).inSeconds })
      } catch let error as ForecastingError {
        throw Failure(.badInput, ["\(calls):1:1: " + error.wording.text(session.language)])
      }
      if let out { try write(backtest, history, to: out) }
      output.printJSON(json(backtest))
      if !output.json { table(backtest, session) }
    }
  }

  private func knownEvents() throws -> [CentreEvent] {
    if let events { return try EventsFile.read(path: events) }
    let beside = URL(fileURLWithPath: calls).deletingLastPathComponent().appendingPathComponent("events.csv").path
    return FileManager.default.fileExists(atPath: beside) ? try EventsFile.read(path: beside) : []
  }

  private func selection(_ history: CallHistory) -> [Month]? {
    if let from, let to {
      var result = [from]
      while let last = result.last, last < to { result.append(last.adding(months: 1)) }
      return result
    }
    guard let months, let last = Backtest.lastMonths(of: history).last else { return nil }
    return (0..<months).reversed().map { last.adding(months: -$0) }
  }

  /// Every half-hour of a month that has a row in the calls.
  private func write(_ backtest: Backtest, _ history: CallHistory, to out: String) throws {
    let open = Set(history.records.map(\.start))
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      for result in backtest.months {
        let rows = result.forecast.forecast.rows.filter { open.contains($0.start) }
        let text = ResultTables.forecast(Forecast(rows: rows))
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(out)/\(result.month).csv"), options: .atomic)
      }
    } catch {
      throw CannotWrite(path: out, reason: "\(error)")
    }
  }

  private func json(_ backtest: Backtest) -> JSONValue {
    .object([
      (
        "months",
        .array(
          backtest.months.map { result in
            .object(
              [("month", .text("\(result.month)")), ("origin", .text("\(result.origin)"))]
                + metrics(result.accuracy) + [("seconds", .number((result.seconds * 1000).rounded() / 1000))])
          })
      ),
      (
        "overall",
        .object(
          metrics(backtest.overall) + [
            ("seconds", .number((backtest.months.reduce(0) { $0 + $1.seconds } * 1000).rounded() / 1000))
          ])
      ),
    ])
  }

  private func metrics(_ accuracy: Accuracy) -> [(String, JSONValue)] {
    func value(_ number: Double?) -> JSONValue { number.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null }
    return [
      ("halfHours", .int(accuracy.halfHours)), ("wapeHalfHour", value(accuracy.wapeHalfHour)),
      ("wapeDay", value(accuracy.wapeDay)), ("bias", value(accuracy.bias)), ("mase", value(accuracy.mase)),
      ("pinball", value(accuracy.pinball)), ("coverage80", value(accuracy.coverage80)),
      ("coverage80Day", value(accuracy.coverage80Day)), ("poissonFloor", value(accuracy.poissonFloor)),
    ]
  }

  private func table(_ backtest: Backtest, _ session: Session) {
    func percent(_ value: Double?) -> String { value.map { "\(($0 * 1000).rounded() / 10) %" } ?? "–" }
    let isChinese = session.language == .chinese
    print(isChinese ? "月份\t半小时误差\t日误差\t偏差\t80% 区间覆盖" : "month\thalf-hour WAPE\tdaily WAPE\tbias\tcoverage of 80 %")
    for (name, accuracy) in backtest.months.map({ ("\($0.month)", $0.accuracy) }) + [
      (isChinese ? "合计" : "all", backtest.overall)
    ] {
      print(
        [
          name, percent(accuracy.wapeHalfHour), percent(accuracy.wapeDay), percent(accuracy.bias),
          percent(accuracy.coverage80),
        ]
        .joined(separator: "\t"))
    }
  }
}
