import ArgumentParser
import CentreFiles
import Foundation
import Rostering
import Vocabulary

extension Month: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension Effort: ExpressibleByArgument {}
extension RosterOptions.Engine: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

/// What every command takes.
struct OutputOptions: ParsableArguments {
  @Flag(help: "机器可读的结果写到标准输出 — machine-readable result on standard output.")
  var json = false

  @Option(help: "zh 或 en；默认依中心设置，其次依 LANG — zh or en; by default the centre's, then LANG's.")
  var language: String?

  func validate() throws {
    if let language, Language(rawValue: language) == nil {
      throw ValidationError("--language \(language): zh / en")
    }
  }

  /// The language of messages and results.
  ///
  /// - Parameter folder: the centre's, so that also what is wrong with its files is told in its language; nil = no centre.
  func language(ofCentre folder: String? = nil) -> Language {
    language.flatMap(Language.init(rawValue:)) ?? folder.flatMap(CentreReader.language)
      ?? .preferred(environment: ProcessInfo.processInfo.environment)
  }

  func printJSON(_ value: JSONValue) {
    if json { print(value.encoded(), terminator: "") }
  }
}

/// A centre's folder and a month.
struct CentreOptions: ParsableArguments {
  @Argument(help: "中心文件夹 — the centre's folder.")
  var centre: String

  @Option(help: "月份 YYYY-MM — the month.")
  var month: Month

  @Option(help: "替换内置中国节假日的文件 date,name — a file that replaces the shipped Chinese holidays.")
  var holidays: String?

  /// Reads the centre; warnings go to standard error.
  ///
  /// - Parameter changed: files that take the place of the folder's, by name.
  func read(_ output: OutputOptions, changed: [String: [UInt8]] = [:]) throws -> CentreInput {
    let input = try CentreReader.read(
      folder: centre, holidays: try holidays.map(HolidayFile.read(path:)) ?? HolidayFile.shipped(), changed: changed)
    Failure.note(input.warnings, output.language(ofCentre: centre))
    return input
  }
}

/// How many threads a command works on.
struct ThreadOptions: ParsableArguments {
  @Option(help: "线程数；结果与此无关 — threads; the result does not depend on it.")
  var threads = 2

  func validate() throws {
    if threads < 1 || threads > 64 { throw ValidationError("--threads \(threads): 1–64") }
  }
}

/// How a roster is made.
struct EngineOptions: ParsableArguments {
  @Option(help: "计算量 quick、normal、thorough — the amount of work.")
  var effort = Effort.normal

  @Option(help: "最多秒数，到时给出当前最好结果 — seconds after which the best so far is taken.")
  var timeLimit: Double?

  @Option(help: "差距达到此比例即停（如 0.005）— stop at this gap.")
  var gap: Double?

  @Option(help: "随机种子 — the seed.")
  var seed: UInt64 = 1

  @OptionGroup var parallel: ThreadOptions

  @Option(help: "parts（分步）或 exact（小中心整体求解）— in parts, or the whole program for small centres.")
  var engine = RosterOptions.Engine.parts

  func validate() throws {
    if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit \(timeLimit): > 0") }
    if let gap, !(gap >= 0 && gap < 1) { throw ValidationError("--gap \(gap): 0–1") }
  }

  var rosterOptions: RosterOptions {
    var options = RosterOptions()
    options.engine = engine
    options.effort = effort
    options.timeLimitSeconds = timeLimit
    options.gap = gap
    options.seed = seed
    options.threads = parallel.threads
    return options
  }
}
