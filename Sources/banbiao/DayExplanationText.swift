import CentreFiles
import Checking
import Foundation
import Planning
import Rostering
import Vocabulary

/// The answer of `explain day` in words and as JSON.
struct DayExplanationText {
  let explanation: DayExplanation

  func lines(_ language: Language) -> [String] {
    guard let alone = explanation.alone else { return [heading.text(language)] }
    var lines = [heading.text(language), verdict(alone).text(language)]
    lines += alone.violations.map { "  " + $0.text(language) }
    if alone.isAllowed { lines += alone.termLines(language) + shortLines(alone, language) }
    guard let (change, judgement) = explanation.compensated else {
      return lines + [Wording("没有哪一处单独的补偿改动可行。", "No single compensating change keeps the hard rules.").text(language)]
    }
    lines.append(compensation(change, judgement).text(language))
    return lines + judgement.termLines(language) + shortLines(judgement, language)
  }

  private var asked: Wording {
    explanation.question.shift.map { Wording("上 \($0)", "work \($0)") } ?? Wording("休息", "be off")
  }

  private var heading: Wording {
    let question = explanation.question
    let present = DayExplanationText.state(explanation.present?.shift, explanation.present?.mealStart)
    return explanation.alone == nil
      ? Wording(
        "\(question.agent) \(question.date) 本来就\(present.chinese)。",
        "\(question.agent) on \(question.date): already \(present.english).")
      : Wording(
        "\(question.agent) \(question.date)：现\(present.chinese)；问：\(asked.chinese)。",
        "\(question.agent) on \(question.date): now \(present.english); asked: to \(asked.english).")
  }

  private func verdict(_ alone: RosterJudgement) -> Wording {
    guard alone.isAllowed else {
      let rules = Set(alone.violations.map(\.rule)).sorted().joined(separator: ", ")
      return Wording(
        "其他人不变则不可行，违反硬规则 \(rules)：", "Not possible with everybody else as they are; breaks \(rules):")
    }
    let price = alone.change.signedYuan
    return alone.change < 0
      ? Wording("可行，其他人不变时反而省钱：\(price)。", "Possible, and cheaper with everybody else as they are: \(price).")
      : Wording("可行，其他人不变时代价 \(price)：", "Possible; with everybody else as they are it costs \(price):")
  }

  private func compensation(_ change: DayChange, _ judgement: RosterJudgement) -> Wording {
    let state = DayExplanationText.state(change.shift, change.mealStart)
    let price = judgement.change.signedYuan
    return Wording(
      "最好的一处补偿：\(change.agent) \(change.date) \(state.chinese)；合计 \(price)。",
      "The best single compensation: \(change.agent) on \(change.date) \(state.english); \(price) in all.")
  }

  private func shortLines(_ judgement: RosterJudgement, _ language: Language) -> [String] {
    judgement.shortened.map { row in
      let (before, after) = (DayExplanationText.agents(row.before), DayExplanationText.agents(row.after))
      return "  "
        + Wording("\(row.start) 缺 \(before) → \(after) 人", "\(row.start) short of \(before) → \(after) agents")
        .text(language)
    }
  }

  private static func state(_ shift: String?, _ meal: TimeOfDay?) -> Wording {
    guard let shift else { return Wording("休息", "off") }
    return Wording(
      "上 \(shift)" + (meal.map { "（\($0) 用餐）" } ?? ""), "on \(shift)" + (meal.map { " (meal \($0))" } ?? ""))
  }

  private static func agents(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

  // MARK: JSON

  var json: JSONValue {
    let question = explanation.question
    return .object([
      ("agent", .text(question.agent)), ("date", .text("\(question.date)")),
      ("asked", DayExplanationText.json(question.shift)),
      ("present", DayExplanationText.json(explanation.present?.shift)),
      ("granted", .bool(explanation.alone == nil)),
      ("alone", explanation.alone.map { .object(members($0)) } ?? .null),
      (
        "compensated",
        explanation.compensated.map { change, judgement in
          .object(
            [
              ("agent", .text(change.agent)), ("date", .text("\(change.date)")),
              ("shift", DayExplanationText.json(change.shift)),
              ("mealStart", DayExplanationText.json(change.mealStart?.description)),
            ] + members(judgement))
        } ?? .null
      ),
    ])
  }

  private func members(_ judgement: RosterJudgement) -> [(String, JSONValue)] {
    judgement.members + [
      (
        "short",
        .array(
          judgement.shortened.map {
            .object([
              ("start", .text("\($0.start)")), ("before", .number($0.before)), ("after", .number($0.after)),
            ])
          })
      )
    ]
  }

  /// Null = off.
  private static func json(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
}
