import CentreFiles
import Rostering
import Vocabulary

/// Conflicts and their repairs as commands tell them.
extension ConflictReport {
  func lines(_ language: Language) -> [String] {
    var lines = findings.flatMap { $0.lines(language) }
    if isPartial {
      lines.append(
        Wording("计算量有限，未逐一查看所有人和日子。", "The work ended before all people and days were looked at.").text(language))
    }
    if let isMonthVerified {
      lines.append(
        (isMonthVerified
          ? Wording(
            "以上修复全部采用后，全月可以排出班表（已排班验证）。",
            "With all these repairs the whole month has a roster (verified by planning it).")
          : Wording(
            "全月未验证：以上修复全部采用后，仍可能排不出班表。",
            "Not verified for the whole month: with all these repairs there may still be no roster."))
          .text(language))
    }
    return lines
  }

  var json: JSONValue {
    .object([
      ("verdict", .text("\(verdict)")), ("partial", .bool(isPartial)),
      ("monthVerified", isMonthVerified.map { .bool($0) } ?? .null),
      (
        "proofs",
        .array(
          proofs.map {
            .object([
              ("rules", .array($0.rules.map { .text($0) })), ("text", .text($0.found.english)),
              ("textChinese", .text($0.found.chinese)),
            ])
          })
      ),
      ("conflicts", .array(findings.map(\.json))),
    ])
  }
}

extension ConflictFinding {
  func lines(_ language: Language) -> [String] {
    var lines = [heading.text(language)] + conflict.map { "  " + $0.text(language) }
    if !isIrreducible {
      lines.append("  " + Wording("（未证明是最小的一组）", "(not shown to be the smallest such set)").text(language))
    }
    guard !repair.isEmpty else {
      return lines + ["  " + Wording("计算量内未得出修复办法。", "No repair was found within the work.").text(language)]
    }
    lines.append(repairHeading.text(language))
    return lines + repair.map { "  " + $0.repairText(language) }
  }

  private var heading: Wording {
    switch scope {
    case .month: Wording("以下不能同时成立：", "These cannot hold together:")
    case .people(let people):
      Wording(
        people.joined(separator: "、") + (alike.isEmpty ? "" : "（另有 \(alike.count) 人相同）") + "：以下不能同时成立：",
        people.joined(separator: ", ") + (alike.isEmpty ? "" : " (and \(alike.count) more alike)")
          + ": these cannot hold together:")
    case .day(let date): Wording("\(date)：以下不能同时成立：", "\(date): these cannot hold together:")
    }
  }

  private var repairHeading: Wording {
    let chinese = (isCheapest ? "代价最小的修复" : "一种修复") + (isVerified ? "（已求解验证）：" : "（未验证）：")
    let english =
      (isCheapest ? "The cheapest repair" : "A repair") + (isVerified ? " (verified by solving):" : " (not verified):")
    return Wording(chinese, english)
  }

  var json: JSONValue {
    .object([
      ("scope", .text(scopeText)), ("alike", .int(alike.count)), ("rules", .array(conflict.map(\.json))),
      ("irreducible", .bool(isIrreducible)),
      ("repair", .array(repair.map(\.json))), ("cheapest", .bool(isCheapest)), ("verified", .bool(isVerified)),
    ])
  }

  private var scopeText: String {
    switch scope {
    case .month: "month"
    case .people(let people): people.joined(separator: " ")
    case .day(let date): "\(date)"
    }
  }
}

extension ConflictItem {
  var json: JSONValue {
    func text(_ value: (some CustomStringConvertible)?) -> JSONValue { value.map { .text("\($0)") } ?? .null }
    return .object([
      ("rule", .text(group.rule)), ("agent", text(group.agent)), ("other", text(group.other)),
      ("date", text(group.date)), ("halfHour", text(group.halfHour)), ("lastHalfHour", text(lastHalfHour)),
      ("limit", limit.map { .number($0) } ?? .null), ("relaxed", relaxed.map { .number($0) } ?? .null),
      ("text", .text(self.text(.english))), ("textChinese", .text(self.text(.chinese))),
    ])
  }
}
