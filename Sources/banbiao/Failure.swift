import ArgumentParser
import CentreFiles
import Checking
import Forecasting
import Foundation
import Planning
import Rostering
import Settlement
import Vocabulary

/// What ends a command, in words for the user and with its exit code.
struct Failure: Error {
  enum Code: Int32 {
    case usage = 64
    case badInput = 65
    case missingInput = 66
    case noRoster = 69
    case internalError = 70
    case cannotWrite = 73
    case interrupted = 130
  }

  var code: Code
  var lines: [String]

  /// Problems beyond these are counted, not shown.
  static let mostProblems = 50

  func report() {
    for line in lines { FileHandle.standardError.write(Data((line + "\n").utf8)) }
  }

  /// Words an error in the user's language.
  init(_ error: any Error, _ language: Language) {
    let isChinese = language == .chinese
    switch error {
    case let failure as Failure: self = failure
    case let problems as InputProblems:
      self.init(.badInput, Failure.text(problems.problems, language))
    case let missing as MissingInput:
      self.init(.missingInput, [missing.text(language)])
    case let write as CannotWrite:
      self.init(
        .cannotWrite,
        [isChinese ? "无法写入 \(write.path)：\(write.reason)" : "cannot write \(write.path): \(write.reason)"])
    case let planning as PlanningError: self.init(planning, language)
    case let roster as ShiftLevelError: self.init(roster, language)
    default: self.init(.internalError, ["\(error)"])
    }
  }

  init(_ code: Code, _ lines: [String]) {
    self.code = code
    self.lines = lines
  }

  private init(_ error: PlanningError, _ language: Language) {
    let isChinese = language == .chinese
    switch error {
    case .forecasting(let error): self.init(.badInput, ["calls.csv:1:1: " + error.wording.text(language)])
    case .settlement(.unknownIndicator(let name)):
      self.init(
        .badInput,
        [
          isChinese
            ? "contract.yaml:1:1: 指标 \(name) 无从得知；请在 assumed 下给出其假定值"
            : "contract.yaml:1:1: nothing tells the indicator \(name); give its value under assumed"
        ])
    case .brokenRules(let violations):
      self.init(
        .internalError,
        [isChinese ? "复核发现硬规则被破坏，结果未写出：" : "the recheck found broken hard rules; nothing is written:"]
          + violations.prefix(Failure.mostProblems).map { $0.text(language) })
    case .brokenFixedDays(let violations):
      self.init(
        .noRoster,
        [
          isChinese
            ? "已固定的日子本身违反硬规则；请更正原班表或输入："
            : "the fixed days break hard rules by themselves; correct the kept roster or the inputs:"
        ]
          + violations.prefix(Failure.mostProblems).map { $0.text(language) })
    case .roster(let error): self.init(error, language)
    }
  }

  private init(_ error: RosterError, _ language: Language) {
    let isChinese = language == .chinese
    switch error {
    case .infeasible(let conflicts):
      self.init(
        .noRoster,
        [isChinese ? "没有班表能遵守全部硬规则（已证明）：" : "no roster keeps the hard rules (proved):"]
          + Failure.text(conflicts, language))
    case .noneFound(let conflicts):
      self.init(
        .noRoster,
        [
          isChinese
            ? "未找到遵守全部硬规则的班表；最好的一次仍违反："
            : "no roster that keeps the hard rules was found; the best attempt still breaks:"
        ]
          + Failure.text(conflicts, language))
    case .interrupted:
      self.init(
        .interrupted, [isChinese ? "已中断，尚无班表，未写出任何结果" : "interrupted before there was a roster; nothing is written"])
    case .solver(let message):
      self.init(.internalError, [isChinese ? "求解器出错：\(message)" : "the solver failed: \(message)"])
    }
  }

  private init(_ error: ShiftLevelError, _ language: Language) {
    let isChinese = language == .chinese
    switch error {
    case .impossible(let person):
      self.init(
        .noRoster,
        [
          isChinese
            ? "没有班表能遵守 \(person) 的规则（已证明）：请放宽其工时、连续天数或周末上限"
            : "no roster keeps the rules of \(person) (proved): relax the minutes, runs or weekends"
        ])
    case .noneFound(let person):
      self.init(
        .noRoster,
        [
          isChinese
            ? "未找到遵守 \(person) 全部规则的班表：请放宽其班次次数上限或工时"
            : "no roster that keeps the rules of \(person) was found: relax the limits per shift or the minutes"
        ])
    case .interrupted:
      self.init(
        .interrupted, [isChinese ? "已中断，尚无班表，未写出任何结果" : "interrupted before there was a roster; nothing is written"])
    case .solver(let message):
      self.init(.internalError, [isChinese ? "求解器出错：\(message)" : "the solver failed: \(message)"])
    }
  }

  static func text(_ conflicts: [RosterConflict], _ language: Language) -> [String] {
    conflicts.prefix(mostProblems).map { conflict in
      "[\(conflict.rules.joined(separator: " + "))] \(conflict.found.text(language))"
        + (language == .chinese ? "。" : "; ") + conflict.advice.text(language)
    }
  }

  /// Warnings about the input, on standard error.
  static func note(_ warnings: [InputProblem], _ language: Language) {
    let prefix = language == .chinese ? "提示：" : "note: "
    for line in text(warnings, language) { FileHandle.standardError.write(Data((prefix + line + "\n").utf8)) }
  }

  static func text(_ problems: [InputProblem], _ language: Language) -> [String] {
    var lines = problems.prefix(mostProblems).map { $0.text(language) }
    if problems.count > mostProblems {
      let rest = problems.count - mostProblems
      lines.append(language == .chinese ? "……另有 \(rest) 个问题" : "… and \(rest) more problems")
    }
    return lines
  }
}
