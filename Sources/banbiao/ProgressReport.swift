import Foundation
import Rostering
import Vocabulary

/// Tells how far a plan is: one line that renews itself on a terminal, plain lines without one, nothing where silent.
final class ProgressReport {
  private let language: Language
  private let isSilent: Bool
  private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) != 0
  private let started = ContinuousClock().now
  private var stageStarted = ContinuousClock().now
  private var lastStage: RosterProgress.Stage?
  private var lastShown = ContinuousClock().now - .seconds(10)

  init(language: Language, isSilent: Bool) {
    self.language = language
    self.isSilent = isSilent
  }

  func say(_ text: Wording) {
    guard !isSilent else { return }
    write((isTerminal ? "\r\u{1B}[K" : "") + text.text(language) + "\n")
  }

  func show(_ progress: RosterProgress) {
    guard !isSilent else { return }
    let now = ContinuousClock().now
    let isNew = progress.stage != lastStage
    if isNew {
      stageStarted = now
      lastStage = progress.stage
    }
    guard isNew || now - lastShown > (isTerminal ? .milliseconds(200) : .seconds(5)) else { return }
    lastShown = now
    write((isTerminal ? "\r\u{1B}[K" : "") + line(progress, now - stageStarted) + (isTerminal ? "" : "\n"))
  }

  /// Ends a line that renews itself.
  func finish() {
    if isTerminal && !isSilent && lastStage != nil { write("\r\u{1B}[K") }
  }

  private func line(_ progress: RosterProgress, _ elapsed: Duration) -> String {
    let isChinese = language == .chinese
    var parts = ["\(name(progress.stage)) \(Int(progress.done * 100)) %"]
    if let objective = progress.objective { parts.append((isChinese ? "目标 " : "objective ") + yuan(objective)) }
    if let bound = progress.lowerBound { parts.append((isChinese ? "下界 " : "bound ") + yuan(bound)) }
    if let objective = progress.objective, let bound = progress.lowerBound, objective > 0 {
      let gap = (objective - bound) / objective * 10_000
      parts.append((isChinese ? "差距 " : "gap ") + "\(gap.rounded() / 100) %")
    }
    if progress.done > 0.05 {
      let seconds = elapsed.inSeconds
      parts.append(
        (isChinese ? "本步尚需约 " : "about ") + "\(Int((seconds / progress.done - seconds).rounded(.up))) s"
          + (isChinese ? "" : " left in this stage"))
    }
    return parts.joined(separator: " · ")
  }

  private func name(_ stage: RosterProgress.Stage) -> String {
    switch stage {
    case .relaxation: language == .chinese ? "线性松弛" : "relaxation"
    case .bound: language == .chinese ? "证明下界" : "lower bound"
    case .search: language == .chinese ? "搜索" : "search"
    case .meals: language == .chinese ? "用餐整数规划" : "meal programs"
    case .days: language == .chinese ? "逐日整数规划" : "day programs"
    case .exact: language == .chinese ? "整体整数规划" : "whole program"
    }
  }

  private func yuan(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var index = digits.count - 3
    while index > (value < 0 ? 1 : 0) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return "¥" + digits
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
