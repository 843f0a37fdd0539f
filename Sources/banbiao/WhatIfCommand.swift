import ArgumentParser
import CentreFiles
import Foundation
import Reports
import Rostering
import Studies
import Vocabulary

/// `banbiao whatif`: scenarios side by side, each a full plan.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "假设分析：多个方案并排，每个都是完整的计划 — scenarios side by side, each a full plan.")

  @Argument(help: "中心文件夹 — the centre's folder.") var centre: String
  @Argument(help: "研究文件 STUDY.yaml — the study.") var study: String
  @Option(help: "结果文件夹；中断后再次运行会接着做 — the folder of results; run again after an end, it goes on.") var out: String?
  @Option(help: "月份，替代研究中的 — the month, instead of the study's.") var month: Month?
  @Option(help: "计算量，替代研究中的 — the amount of work, instead of the study's.") var effort: Effort?
  @OptionGroup var parallel: ThreadOptions
  @Option(help: "把某方案改后的中心写成文件夹 — write a scenario's centre as a folder: NAME=DIR.") var export: String?
  @Option(help: "替换内置中国节假日的文件 date,name — a file that replaces the shipped Chinese holidays.")
  var holidays: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let export, !export.contains("=") { throw ValidationError("--export \(export): NAME=DIR") }
    if out == nil && export == nil { throw ValidationError("--out / --export") }
  }

  func run() throws {
    try Session(output, centre: centre).run { session in
      let preparation = try prepare(session)
      if let export { try write(export, preparation) }
      guard let out else { return }
      try ResultFolder.check(out, holding: ResultFolder.studyNames)
      let run = StudyRun(
        preparation: preparation, store: PlanStore(out), threads: parallel.threads, effort: preparation.effort,
        session: session)
      let results = try run.results()
      try publish(results, preparation, to: out, session)
      output.printJSON(StudyResultsFile.json(results))
      if !output.json { show(results, session) }
      session.progress.say(
        Wording("结果已写入 \(out)（先看 whatif.html）", "results are in \(out) (open whatif.html first)"))
    }
  }

  private func prepare(_ session: Session) throws -> StudyPreparation {
    var study = try StudyFile.read(path: study, month: month)
    if let effort { study.effort = effort.rawValue }
    let calendar = try holidays.map(HolidayFile.read(path:)) ?? HolidayFile.shipped()
    let digest = try holidays.map { SHA256.hex(Array(try Data(contentsOf: URL(fileURLWithPath: $0)))) } ?? ""
    let base = try CentreReader.read(folder: centre, holidays: calendar)
    Failure.note(base.warnings, session.language)
    return StudyPreparation(
      study: study, folder: centre, holidays: calendar, holidaysDigest: digest, base: base,
      effort: Effort(rawValue: study.effort) ?? .quick)
  }

  private func write(_ export: String, _ preparation: StudyPreparation) throws {
    let parts = export.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let scenario = preparation.study.scenarios.first(where: { $0.name == parts[0] }) else {
      let names = preparation.study.scenarios.map(\.name).joined(separator: ", ")
      throw Failure(.usage, ["--export \(export): \(names)"])
    }
    try preparation.export(scenario, to: parts[1])
  }

  /// The files of the study take their places at once; the plans are handed over by links.
  private func publish(
    _ results: StudyResults, _ preparation: StudyPreparation, to out: String, _ session: Session
  ) throws {
    let folder = try ResultFolder(target: out, holding: ResultFolder.studyNames)
    session.interruption.beforeForcedEnd { folder.discard() }
    do {
      try folder.link("plans", from: out)
      try folder.write("whatif.json", StudyResultsFile.json(results).encoded())
      try folder.write("whatif.csv", StudyResultsFile.csv(results))
      try folder.write("whatif.html", StudyReport(results, language: session.language).text())
      do {
        try StudyWorkbook.write(results, language: session.language, to: folder.path("whatif.xlsx"))
      } catch {
        throw CannotWrite(path: out + "/whatif.xlsx", reason: "\(error)")
      }
      try folder.publish()
    } catch {
      folder.discard()
      throw error
    }
  }

  /// The planned one, with its chance where months were drawn.
  private func coefficient(_ figures: ScenarioFigures) -> String {
    let planned = figures[money: "coefficient"]
    return "\(planned)" + (figures.chance(of: planned).map { " (\(($0 * 100).text(0)) %)" } ?? "")
  }

  private func show(_ study: StudyResults, _ session: Session) {
    let isChinese = session.language == .chinese
    print(
      isChinese
        ? "方案\t移动方总成本\t与基准\t外包方毛利\t与基准\t系数\t服务水平\t差距"
        : "scenario\tMobile's total\tvs base\tpartner's margin\tvs base\tcoefficient\tservice\tgap")
    for result in study.results {
      guard let figures = result.figures, let base = study.base else {
        print("\(result.name)\t" + (isChinese ? "没有班表能遵守硬规则" : "no roster keeps the hard rules"))
        continue
      }
      func difference(_ key: String) -> String {
        let found = ScenarioDifference(key, figures, base: base)
        return found.yuan.text(decimals: 2) + (found.isWithinGaps ? (isChinese ? "（差距之内）" : " (within gaps)") : "")
      }
      let cells = [
        result.name, figures[money: "mobileTotal"].text(decimals: 2), difference("mobileTotal"),
        figures[money: "margin"].text(decimals: 2), difference("margin"), coefficient(figures),
        "\((figures[number: "serviceLevel"] * 100).text(2)) %", "\((figures.gap * 100).text(2)) %",
      ]
      print(cells.joined(separator: "\t"))
    }
    for point in study.breakEvens {
      let parts = [point.name, point.estimate, point.confirmed].map { $0.text(session.language) }
      print(parts.joined(separator: isChinese ? "：" : ": "))
    }
  }
}
