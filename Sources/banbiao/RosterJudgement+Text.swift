import CentreFiles
import Checking
import Foundation
import Planning
import Reports
import Vocabulary

/// A judgement as commands tell it.
extension RosterJudgement {
  /// Broken rules, then the cost terms that change.
  func lines(_ language: Language) -> [String] {
    violations.map { $0.text(language) } + termLines(language)
  }

  func termLines(_ language: Language) -> [String] {
    terms.filter { $0.before != $0.after }.map { term in
      let name = KeyNames.costTerm(term.name).text(language)
      return "  \(name)\t\(term.before.text(decimals: 2)) → \(term.after.text(decimals: 2))"
    }
  }

  /// Members of a JSON object.
  var members: [(String, JSONValue)] {
    [
      ("allowed", .bool(isAllowed)), ("before", .number(before.doubleValue)), ("after", .number(after.doubleValue)),
      ("change", .number(change.doubleValue)),
      (
        "terms",
        .object(
          terms.map {
            ($0.name, .object([("before", .number($0.before.doubleValue)), ("after", .number($0.after.doubleValue))]))
          })
      ),
      (
        "violations",
        .array(
          violations.map {
            .object([
              ("rule", .text($0.rule)), ("agent", $0.agent.map { .text($0) } ?? .null),
              ("date", $0.date.map { .text("\($0)") } ?? .null), ("text", .text($0.text(.english))),
              ("textChinese", .text($0.text(.chinese))),
            ])
          })
      ),
    ]
  }
}

extension Decimal {
  /// Yuan and fen; a minus stands before the sign of the currency.
  var yuan: String { (self < 0 ? "-" : "") + "¥" + magnitude.text(decimals: 2) }

  /// The same of a change, with a plus as well.
  var signedYuan: String { (self > 0 ? "+" : "") + yuan }
}
