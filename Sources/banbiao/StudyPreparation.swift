import CentreFiles
import Foundation
import Parallel
import Rostering
import Studies
import Vocabulary

/// A plan that a study needs, known by the digest of everything it depends on.
struct PlanWork: Sendable {
  var digest: String
  var input: CentreInput
}

/// A scenario with its changes applied.
struct PreparedScenario: Sendable {
  var name: String
  var changes: [String]
  /// One, or two where centres stand apart.
  var works: [PlanWork]
}

/// Applies a study's changes and reads every scenario as the centre it would be; what does not fit is said before any work.
struct StudyPreparation: Sendable {
  let study: Study
  let folder: String
  let holidays: HolidayCalendar
  let holidaysDigest: String
  let base: CentreInput
  let effort: Effort

  func prepare(threads: Int) throws -> [PreparedScenario] {
    let found = ParallelTasks.map(count: study.scenarios.count, threads: threads) { index in
      Result { try prepare(study.scenarios[index]) }
    }
    var problems: [InputProblem] = []
    var prepared: [PreparedScenario] = []
    for (scenario, result) in zip(study.scenarios, found) {
      do {
        prepared.append(try result.get())
      } catch let found as InputProblems {
        problems += found.problems.map { problem in
          var problem = problem
          problem.found = Wording(
            "方案「\(scenario.name)」：\(problem.found.chinese)", "scenario “\(scenario.name)”: \(problem.found.english)")
          return problem
        }
      }
    }
    guard problems.isEmpty else { throw InputProblems(problems) }
    return prepared
  }

  func prepare(_ scenario: Study.Scenario) throws -> PreparedScenario {
    let changed = try CentreEdits.apply(scenario.changes, folder: folder)
    var input = try CentreReader.read(folder: folder, holidays: holidays, changed: changed, base: base)
    try input.openLedger(for: study.month)
    // What takes several changes of files is said once.
    var words: [String] = []
    for text in scenario.changes.map(\.text) where text != words.last { words.append(text) }
    var others: [CentreInput] = []
    for path in scenario.pool + scenario.apart {
      let place = path == "." ? folder : folder + "/" + path
      var other = try CentreReader.read(folder: place, holidays: holidays, base: path == "." ? base : nil)
      try other.openLedger(for: study.month)
      others.append(other)
    }
    for (index, other) in others.prefix(scenario.pool.count).enumerated() {
      input.centre = PooledCentre.of(input.centre, other.centre, mark: "\(index + 2)-")
      input.digests += other.digests.map { ("pool \(index + 2)/" + $0.file, $0.sha256) }
      words.append("pool " + scenario.pool[index])
    }
    words += scenario.apart.map { "apart " + $0 }
    let works = ([input] + others.dropFirst(scenario.pool.count)).map { PlanWork(digest: digest($0), input: $0) }
    return PreparedScenario(name: scenario.name, changes: words, works: works)
  }

  /// Of all inputs and options a plan and its figures depend on.
  private func digest(_ input: CentreInput) -> String {
    let options = [
      Banbiao.version, "\(study.month)", study.effort, "\(study.seed)", "\(study.draws.paths)",
      "\(study.draws.simulatedMonths)", holidaysDigest,
    ]
    let files = input.digests.sorted { $0.file < $1.file }.flatMap { [$0.file, $0.sha256] }
    return String(SHA256.hex(Array((options + files).joined(separator: "\n").utf8)).prefix(24))
  }

  /// Writes a scenario's centre as a folder of its own, to be planned alone.
  func export(_ scenario: Study.Scenario, to path: String) throws {
    do {
      let changed = try CentreEdits.apply(scenario.changes, folder: folder)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      for file in base.digests.map(\.file) where changed[file] == nil {
        try FileManager.default.copyItem(atPath: folder + "/" + file, toPath: path + "/" + file)
      }
      for (name, bytes) in changed {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
      }
    } catch let error as InputProblems {
      throw error
    } catch {
      throw CannotWrite(path: path, reason: error.localizedDescription)
    }
  }
}
