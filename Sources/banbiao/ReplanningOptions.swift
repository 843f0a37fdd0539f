import ArgumentParser
import CentreFiles
import Foundation
import Vocabulary

/// What `roster` takes to plan the rest of a month anew.
struct ReplanningOptions: ParsableArguments {
  @Option(help: "重排：至此日（含）的班照旧 — re-plan: days up to and with this one stay as they are in --keep.")
  var fixUntil: CivilDate?

  @Option(help: "重排：原班表 roster.csv 或 roster.xlsx — re-plan: the roster to keep as far as possible.")
  var keep: String?

  @Option(
    help: "缺勤：工号:日期、工号:起..止，或列为 agent,from,to 的 .csv；可多次 — absent: AGENT:DATE, AGENT:FROM..TO, or a .csv.")
  var absent: [String] = []

  @Option(help: "每改动一人一天的代价（元），默认为 weights.changedDay — yuan per changed person-day.")
  var changedDay: Double?

  func validate() throws {
    if keep == nil && (fixUntil != nil || !absent.isEmpty || changedDay != nil) {
      throw ValidationError("--fix-until, --absent, --changed-day: --keep roster.csv")
    }
    if let changedDay, !(changedDay >= 0 && changedDay <= 1_000_000) {
      throw ValidationError("--changed-day \(changedDay): 0–1000000")
    }
    for text in absent where !text.lowercased().hasSuffix(".csv") && AbsencesFile.absence(text) == nil {
      throw ValidationError("--absent \(text): AGENT:2026-12-10, AGENT:2026-12-10..2026-12-12, FILE.csv")
    }
  }

  /// Nil where the month is planned for the first time.
  func replanning(_ centre: Centre, _ period: Period) throws -> Replanning? {
    guard let keep else { return nil }
    let kept = try RosterFile.read(path: keep, centre: centre, period: period).roster
    if let fixUntil, !period.contains(fixUntil) {
      throw Failure(.usage, ["--fix-until \(fixUntil): \(period.firstDay) – \(period.lastDay)"])
    }
    let weight = changedDay.map { Decimal($0).rounded(decimals: 4) } ?? centre.rules.weights.changedDay
    return Replanning(kept: kept, fixedUntil: fixUntil, absences: try absences(centre, period), changedDay: weight)
  }

  /// The requirement beside the kept roster, where there is one: re-planning does not ask for another.
  func file(_ name: String) -> String? {
    guard let keep else { return nil }
    let path = URL(fileURLWithPath: keep).deletingLastPathComponent().appendingPathComponent(name).path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private func absences(_ centre: Centre, _ period: Period) throws -> [Absence] {
    let known = Set(centre.agents.map(\.id))
    var problems: [InputProblem] = []
    var result: [Absence] = []
    for text in absent {
      let read = try AbsencesFile.absence(text).map { [$0] } ?? AbsencesFile.read(path: text, centre: centre)
      for absence in read {
        if !known.contains(absence.agent) {
          problems.append(
            InputProblem(
              file: "--absent", found: Wording("不认识的工号：\(absence.agent)", "unknown agent: \(absence.agent)"),
              expected: Wording("应为 agents.csv 中的工号", "expected one of agents.csv")))
        } else if let fixUntil, absence.from <= fixUntil {
          problems.append(
            InputProblem(
              file: "--absent",
              found: Wording(
                "\(absence.agent) 自 \(absence.from) 缺勤，但 \(fixUntil) 及以前已固定",
                "\(absence.agent) is absent from \(absence.from), but days up to \(fixUntil) are fixed"),
              expected: Wording(
                "应从 \(fixUntil.adding(days: 1)) 起；已过去的缺勤请从 --keep 的班表中删去",
                "expected from \(fixUntil.adding(days: 1)) on; take past absences out of the roster of --keep")))
        } else {
          result.append(absence)
        }
      }
    }
    guard problems.isEmpty else { throw InputProblems(problems) }
    return result
  }
}
