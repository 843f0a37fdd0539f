import ArgumentParser
import CentreFiles
import Checking
import ExampleCentre
import Foundation
import Rostering
import Vocabulary

/// `banbiao bench sized`: the roster engine on a made centre of any size, its roster checked.
struct SizedBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sized", abstract: "按指定人数造一个中心并排班 — a roster for a made centre of any size: cost, bound, gap, seconds."
  )

  @Option(help: "人数，含班长 — people, team leads included.") var people = 200
  @Option(help: "班次数 — shifts of the catalogue.") var shifts = 16
  @Option(help: "所需工时与可供工时之比 — hours asked for, as a share of those the people give.") var asked = 0.96
  @Option(help: "中心的随机种子 — the seed of the made centre.") var centreSeed: UInt64 = 1
  @Option(help: "只写出整数规划 .mps 或 .lp，不排班 — write the integer program to a file, and no roster.") var exportModel: String?
  @Option(
    help: "复算其他求解器的解：每行 列名 值 — recompute another solver's point of that program, a line `column value` each.")
  var point: String?
  @OptionGroup var engine: EngineOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if people < 10 || people > 20_000 { throw ValidationError("--people \(people): 10–20000") }
    if !(asked > 0 && asked < 3) { throw ValidationError("--asked \(asked): 0–3") }
  }

  func run() throws {
    try Session(output).run { session in
      let sized = ExampleCentre.sized(people: people, shifts: shifts, asked: asked, seed: centreSeed)
      let problem = RosterProblem(centre: sized.centre, period: sized.month.period, requirement: sized.requirement)
      if let exportModel { return try ModelFile.write(problem, to: exportModel) }
      if let point { return try recompute(point, sized, problem) }
      let interruption = session.interruption
      let solver = RosterEngine(
        problem: problem, options: engine.rosterOptions, onProgress: { session.progress.show($0) },
        isCancelled: { interruption.isRequested })
      let outcome = try solver.solve()
      session.progress.finish()
      let check = recomputation(of: outcome.roster, sized)
      var solution = outcome.solution
      solution.objective = check.objective.doubleValue
      solution.basePay = check.basePay.doubleValue
      solution.terms = check.terms.map { ($0.name, $0.yuan.doubleValue) }
      output.printJSON(SolutionFile.json(solution, version: Banbiao.version, digests: []))
      if !output.json { show(solution, violations: check.violations.count) }
      if !check.violations.isEmpty { throw ExitCode(Failure.Code.internalError.rawValue) }
    }
  }

  private func recomputation(of roster: Roster, _ sized: SizedCentre) -> RosterCheck {
    RosterChecker(centre: sized.centre, period: sized.month.period, requirement: sized.requirement).check(roster)
  }

  /// What a roster of another solver costs and how many hard rules it breaks, by module Checking.
  private func recompute(_ path: String, _ sized: SizedCentre, _ problem: RosterProblem) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw MissingInput(path: path) }
    var values: [String: Double] = [:]
    for (number, line) in String(decoding: data, as: UTF8.self).split(separator: "\n").enumerated() {
      let words = line.split(separator: " ")
      guard words.count == 2, let value = Double(words[1]) else {
        throw Failure(.badInput, ["\(path):\(number + 1): \(line) — `column value`"])
      }
      values[String(words[0])] = value
    }
    let check = recomputation(of: WholeProgram(problem, keepsNames: true).roster(values), sized)
    print("cost\tbroken rules")
    print("\(check.objective.doubleValue.text(2))\t\(check.violations.count)")
  }

  private func show(_ solution: Solution, violations: Int) {
    let figures = [
      "\(people)", "\(shifts)", solution.objective.text(0), solution.lowerBound.text(0),
      (solution.gap * 100).text(3) + " %", (solution.gapControllable * 100).text(1) + " %", "\(violations)",
      solution.seconds.text(1),
    ]
    print("people\tshifts\tcost\tbound\tgap\tof controllable\tbroken rules\tseconds")
    print(figures.joined(separator: "\t"))
    for phase in solution.phases {
      print("\(phase.name)\t\(phase.objectiveAfter?.text(0) ?? "")\t\(phase.seconds.text(1))")
    }
    print(solution.terms.map { "\($0.name) \($0.yuan.text(0))" }.joined(separator: "  "))
  }
}
