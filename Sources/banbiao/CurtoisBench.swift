import ArgumentParser
import CentreFiles
import Checking
import Foundation
import Rostering
import Vocabulary

/// `banbiao bench curtois`: public shift-scheduling instances, solved, written, and checked by code of its own.
struct CurtoisBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curtois",
    abstract: "求解 Curtois–Qu 公开排班算例并独立复核 — solve and check public shift-scheduling instances.")

  @Argument(help: "算例文件 — instance files.") var files: [String]
  @Option(help: "计算量 quick、normal、thorough — the amount of work.") var effort = Effort.normal
  @Option(help: "每个算例最多秒数，到时给出当前最好结果 — seconds for each instance, then the best so far is taken.")
  var timeLimit: Double?
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var parallel: ThreadOptions
  @Option(help: "结果文件夹，每个算例一个子文件夹 — the folder of results, a folder in it for each instance.") var out: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit \(timeLimit): > 0") }
    if files.isEmpty { throw ValidationError("FILE…") }
    let names = files.map(CurtoisBench.name(of:))
    if out != nil, let doubled = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("--out: \(doubled) × 2")
    }
  }

  static func name(of file: String) -> String { URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent }

  func run() throws {
    try Session(output).run { session in
      // All files are read before any is solved: bad input is refused early.
      let problems = try files.map(CurtoisFile.read(path:))
      if !output.json { print(header(session.language)) }
      var results: [JSONValue] = []
      var violations = 0
      for (file, problem) in zip(files, problems) where !session.interruption.isRequested {
        let result = try solve(file, problem, session)
        results.append(result.json(withSeconds: true))
        violations += result.check.violations.count
        if !output.json { print(result.line) }
      }
      output.printJSON(.array(results))
      if violations > 0 { throw ExitCode(Failure.Code.internalError.rawValue) }
      if session.interruption.isRequested { throw ExitCode(Failure.Code.interrupted.rawValue) }
    }
  }

  private func solve(_ file: String, _ problem: ShiftLevelProblem, _ session: Session) throws -> CurtoisResult {
    let name = CurtoisBench.name(of: file)
    let clock = ContinuousClock()
    let started = clock.now
    let folder = try out.map { try ResultFolder(target: $0 + "/" + name) }
    session.interruption.beforeForcedEnd { folder?.discard() }
    do {
      let interruption = session.interruption
      let engine = ShiftLevelEngine(
        problem: problem, options: options, onProgress: { session.show($0, name) },
        isCancelled: { interruption.isRequested })
      let outcome = try engine.solve()
      let elapsed = clock.now - started
      let roster = ShiftLevelRosterFile.text(outcome.roster, of: problem)
      let check = CurtoisCheck(instance: try CurtoisFile.text(path: file), roster: roster)
      let result = CurtoisResult(
        name: name, outcome: outcome, check: check, effort: effort, seed: seed,
        seconds: elapsed.inSeconds)
      for violation in check.violations.prefix(Failure.mostProblems) {
        session.progress.say(Wording(same: name + ": " + violation.text(session.language)))
      }
      if check.violations.isEmpty, let folder {
        try folder.write("roster.csv", roster)
        try folder.write("solution.json", result.json(withSeconds: true).encoded())
        try folder.publish()
      } else {
        folder?.discard()
      }
      return result
    } catch {
      folder?.discard()
      throw error
    }
  }

  private var options: ShiftLevelOptions {
    var options = ShiftLevelOptions()
    options.effort = effort
    options.timeLimitSeconds = timeLimit
    options.seed = seed
    options.threads = parallel.threads
    return options
  }

  private func header(_ language: Language) -> String {
    (language == .chinese
      ? ["算例", "成本", "下界", "差距", "秒", "违规", "状态"]
      : ["instance", "cost", "bound", "gap", "seconds", "violations", "status"]).joined(separator: "\t")
  }
}

/// One instance's figures: the cost is the checker's.
private struct CurtoisResult {
  var name: String
  var outcome: ShiftLevelOutcome
  var check: CurtoisCheck
  var effort: Effort
  var seed: UInt64
  var seconds: Double

  var gap: Double { check.cost > 0 ? Double(check.cost - outcome.lowerBound) / Double(check.cost) : 0 }

  /// Only what the checker confirms is called optimal.
  var status: Solution.Status { check.violations.isEmpty && check.cost == outcome.lowerBound ? .optimal : .feasible }

  var line: String {
    // Upwards: what is proved is “at most”.
    let percent = (gap * 10_000).rounded(.up) / 100
    return [
      name, "\(check.cost)", "\(outcome.lowerBound)", "\(percent) %", seconds.text(1), "\(check.violations.count)",
      status.rawValue,
    ].joined(separator: "\t")
  }

  /// What depends on the clock stands last.
  func json(withSeconds: Bool) -> JSONValue {
    .object([
      ("instance", .text(name)), ("cost", .int(check.cost)), ("lowerBound", .int(outcome.lowerBound)),
      ("gap", .number(gap)), ("status", .text(status.rawValue)),
      ("onRequests", .int(check.onRequestCost)), ("offRequests", .int(check.offRequestCost)),
      ("under", .int(check.underCost)), ("over", .int(check.overCost)),
      ("violations", .array(check.violations.map { .text($0.text(.english)) })), ("effort", .text(effort.rawValue)),
      ("seed", .int(Int(truncatingIfNeeded: seed))), ("seconds", .number(seconds)),
    ])
  }
}

extension Session {
  /// A line where a stage begins or a better roster is found.
  fileprivate func show(_ progress: ShiftLevelProgress, _ name: String) {
    let stage =
      switch progress.stage {
      case .start: Wording("初始班表", "first roster")
      case .columns: Wording("列生成", "columns")
      case .dive: Wording("取整", "dive")
      case .improvement: Wording("改进", "improvement")
      }
    let cost = progress.cost.map { "\($0)" } ?? "–"
    let bound = progress.lowerBound.map { "\($0)" } ?? "–"
    self.progress.say(
      Wording(
        "\(name)：\(stage.chinese)，成本 \(cost)，下界 \(bound)", "\(name): \(stage.english), cost \(cost), bound \(bound)"))
  }
}
