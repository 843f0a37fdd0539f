import ArgumentParser
import CentreFiles
import Forecasting
import Foundation
import Planning
import Vocabulary

/// `banbiao bench staffing`: past months staffed as planned, replayed as they came.
struct StaffingCalibrationBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staffing",
    abstract: "以过去各月检验人力需求 — past months staffed a week before, replayed on the days as they came.")

  @Argument(help: "calls.csv") var calls: String
  @Option(help: "第一个月 — first month.") var from: Month?
  @Option(help: "最后一个月 — last month.") var to: Month?
  @Option(help: "date,name 的节假日文件 — a file of holidays.") var holidays: String?
  @Option(help: "平均处理时长，秒 — average handling time, seconds.") var aht = 180.0
  @Option(help: "目标服务水平 — the service level to reach over the month.") var target = 0.8
  @Option(help: "秒 — seconds.") var within = 20.0
  @Option(help: "平均耐心，秒 — mean patience, seconds.") var patience = 120.0
  @Option(help: "每个半小时至少 — every half-hour reaches at least this.") var floor = 0.6
  @Option(help: "每月的走势数 — paths of each month.") var paths = 50
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var parallel: ThreadOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (from == nil) != (to == nil) { throw ValidationError("--from / --to") }
    if !(target > 0 && target < 1 && floor >= 0 && floor <= target) { throw ValidationError("--target / --floor") }
    if !(aht > 0 && patience > 0 && within >= 0) { throw ValidationError("--aht / --patience / --within") }
    if paths < 2 { throw ValidationError("--paths \(paths): ≥ 2") }
  }

  func run() throws {
    try Session(output).run { session in
      let history = try CallsFile.read(path: calls, language: session.language)
      let calendar = try holidays.map(HolidayFile.read(path:)) ?? HolidayFile.shipped()
      let past: Backtest
      do {
        past = try Backtest(
          history: history, holidays: calendar, months: months, defaultAverageHandlingTime: aht,
          threads: parallel.threads)
      } catch let error as ForecastingError {
        throw Failure(.badInput, ["\(calls):1:1: " + error.wording.text(session.language)])
      }
      var backtest = StaffingBacktest(settings: settings)
      backtest.paths = paths
      backtest.seed = seed
      backtest.threads = parallel.threads
      let results = past.months.map { month in
        let result = backtest.result(of: month, history: history)
        if !output.json { print(line(result)) }
        return result
      }
      output.printJSON(.object([("months", .array(results.map(json)))]))
    }
  }

  private var settings: CentreSettings {
    var settings = CentreSettings(centre: "past", seats: [SeatsEntry(seats: 100_000)])
    settings.patience = patience
    settings.averageHandlingTime = aht
    settings.service.target = target
    settings.service.within = within
    settings.service.floor = floor
    return settings
  }

  private var months: [Month]? {
    guard let from, let to else { return nil }
    var result = [from]
    while let last = result.last, last < to { result.append(last.adding(months: 1)) }
    return result
  }

  private func line(_ result: StaffingBacktest.MonthResult) -> String {
    func percent(_ value: Double) -> String { (value * 100).text(1) + " %" }
    let mean = result.stated.reduce(0, +) / Double(result.stated.count)
    let chance = Double(result.stated.count { $0 >= target }) / Double(result.stated.count)
    return
      "\(result.month): \(result.hours.text(0)) h, stated \(percent(mean)), target reached with \(percent(chance)), came \(percent(result.actual)); "
      + "Erlang C \(result.erlangHours.text(0)) h for \(percent(result.erlangService)), same with \(result.equalHours.text(0)) h, by an oracle with \(result.oracleHours.text(0)) h, without floors \(result.oracleHoursWithoutFloor.text(0)) h"
  }

  private func json(_ result: StaffingBacktest.MonthResult) -> JSONValue {
    func rounded(_ value: Double) -> JSONValue { .number((value * 1e6).rounded() / 1e6) }
    return .object([
      ("month", .text("\(result.month)")), ("calls", .number(result.calls)), ("hours", .number(result.hours)),
      ("stated", .array(result.stated.map(rounded))), ("actual", rounded(result.actual)),
      ("erlangHours", .number(result.erlangHours)), ("erlangService", rounded(result.erlangService)),
      ("equalHours", .number(result.equalHours)),
      ("oracleHours", .number(result.oracleHours)),
      ("oracleHoursWithoutFloor", .number(result.oracleHoursWithoutFloor)),
    ])
  }
}
