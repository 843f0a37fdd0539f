import ArgumentParser
import CentreFiles
import ExampleCentre
import Foundation
import Parallel
import Settlement
import Vocabulary

/// `banbiao bench settlement`: months of attendance of many people, settled.
struct SettlementBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settlement", abstract: "多人多月的结算耗时 — the time to settle months of attendance of many people.")

  @Option(help: "人数 — people.") var people = 5000
  @Option(help: "月数 — months.") var months = 36
  @Flag(help: "另计从文件读取的时间 — time the reading from files too.") var files = false
  @OptionGroup var parallel: ThreadOptions
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if people < 1 || people > 100_000 { throw ValidationError("--people \(people): 1–100000") }
    if months < 1 || months > 120 { throw ValidationError("--months \(months): 1–120") }
  }

  func run() throws {
    try Session(output).run { session in
      let centre = crowd()
      var random = SeededRandom(seed: seed)
      var (settling, reading) = (0.0, 0.0)
      var rows = 0
      var fees: Decimal = 0
      guard let first = Month(year: 2024, month: 1) else { return }
      // As many months at once as there are threads, so that memory does not grow with their number.
      for start in stride(from: 0, to: months, by: parallel.threads) {
        var batch = (start..<min(start + parallel.threads, months)).map { index in
          actuals(centre, first.adding(months: index), &random)
        }
        rows += batch.reduce(0) { $0 + $1.attendance.count }
        if files {
          let (read, seconds) = try throughFiles(batch, centre)
          batch = read
          reading += seconds
        }
        let started = ContinuousClock().now
        let statements = try settled(batch, centre)
        settling += seconds(since: started)
        for statement in statements {
          fees += statement.fee
          let paid = statement.bonus.split.reduce(Decimal(0)) { $0 + $1.amount }
          guard paid == statement.bonus.staff else { throw Failure(.internalError, ["bonus ≠ Σ"]) }
        }
      }
      output.printJSON(
        .object([
          ("people", .int(people)), ("months", .int(months)), ("threads", .int(parallel.threads)),
          ("personDays", .int(rows)),
          ("fees", .text(fees.text(decimals: 2))), ("secondsSettling", .number((settling * 1000).rounded() / 1000)),
          ("secondsReading", files ? .number((reading * 1000).rounded() / 1000) : .null),
        ]))
      let read = files ? ", \(reading.text(2)) s reading" : ""
      session.progress.say(
        Wording(same: "\(people) × \(months): \(rows) person-days, \(settling.text(2)) s settling\(read), ¥\(fees)"))
    }
  }

  /// Month by month on threads, in order.
  private func settled(_ months: [MonthActuals], _ centre: Centre) throws -> [SettlementStatement] {
    try ParallelTasks.map(count: months.count, threads: parallel.threads) { index in
      Result { try SettlementCalculator(centre: centre, month: months[index].month).actual(months[index]) }
    }.map { try $0.get() }
  }

  /// The example's contract and shifts with as many people as asked.
  private func crowd() -> Centre {
    var centre = ExampleCentre.guangzhou(seed: ExampleCentre.guangzhouSeed, holidays: HolidayFile.shipped()).centre
    centre.contract.bonus?.targetHandled = 1000
    centre.agents = (0..<people).map { index in
      Agent(id: "P\(100_000 + index)", grade: index % 20 == 0 ? .lead : index % 7 == 0 ? .trainee : .agent)
    }
    return centre
  }

  private func actuals(_ centre: Centre, _ month: Month, _ random: inout SeededRandom) -> MonthActuals {
    // Shifts of the daytime, so that no two days overlap.
    let shifts = centre.shifts.filter { $0.lastEnd.minutes <= 24 * 60 && $0.start.minutes >= 8 * 60 }
    var actuals = MonthActuals(month: month)
    actuals.attendance.reserveCapacity(people * 22)
    for agent in centre.agents {
      for date in month.period.days where random.below(100) < 69 {
        let shift = shifts[random.below(shifts.count)]
        let overtime = random.below(8) == 0 ? 60 : 0
        actuals.attendance.append(
          MonthActuals.Attendance(
            agent: agent.id, date: date, shift: shift.code, workedMinutes: shift.paidMinutes + overtime,
            overtimeMinutes: overtime))
      }
    }
    actuals.scores = centre.contract.indicators.map { MonthActuals.Score(indicator: $0.name, actual: $0.target) }
    actuals.handled = centre.agents.map { MonthActuals.Handled(agent: $0.id, handled: 1 + random.below(3000)) }
    return actuals
  }

  /// - Returns: the months as read back, and the seconds that took.
  private func throughFiles(_ months: [MonthActuals], _ centre: Centre) throws -> ([MonthActuals], Double) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for actuals in months { try write(actuals, to: "\(folder)/actuals/\(actuals.month)") }
    let started = ContinuousClock().now
    let read = try ParallelTasks.map(count: months.count, threads: parallel.threads) { index in
      Result { try ActualsReader.read(folder: folder, month: months[index].month, centre: centre).actuals }
    }.map { try $0.get() }
    return (read, seconds(since: started))
  }

  private func write(_ actuals: MonthActuals, to place: String) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    var attendance = "agent,date,shift,workedMinutes,overtimeMinutes\n"
    for row in actuals.attendance {
      attendance += "\(row.agent),\(row.date),\(row.shift),\(row.workedMinutes),\(row.overtimeMinutes)\n"
    }
    let scores = actuals.scores.reduce("indicator,actual\n") { $0 + "\($1.indicator),\($1.actual)\n" }
    let handled = actuals.handled.reduce("agent,handled\n") { $0 + "\($1.agent),\($1.handled)\n" }
    for (name, text) in [("attendance.csv", attendance), ("scores.csv", scores), ("handled.csv", handled)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: place + "/" + name))
    }
  }

  private func seconds(since started: ContinuousClock.Instant) -> Double {
    (ContinuousClock().now - started).inSeconds
  }
}
