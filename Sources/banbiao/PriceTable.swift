import CentreFiles
import Planning
import Rostering
import Vocabulary

/// The answer of `explain prices` as a table and as JSON.
struct PriceTable {
  let prices: MonthPrices

  /// Columns between tabs.
  func lines(_ language: Language) -> [String] {
    let isChinese = language == .chinese
    var head =
      isChinese
      ? ["规则", "一个单位", "估计（对偶）", "重解松弛"] : ["rule", "one unit", "estimate (duals)", "relaxation again"]
    if prices.base != nil { head.append(isChinese ? "重新排班" : "planned anew") }
    var lines = [head.joined(separator: "\t")]
    for price in prices.prices {
      let priced = price.priced
      let unit = priced.change.unit.text(language) + (priced.date.map { isChinese ? "（\($0)）" : " (\($0))" } ?? "")
      var cells = [priced.change.rule, unit] + bounds(priced).map { $0.text(language) }
      if prices.base != nil { cells.append(confirmed(price).text(language)) }
      lines.append(cells.joined(separator: "\t"))
    }
    return lines + [note.text(language)]
  }

  private func bounds(_ priced: PricedChange) -> [Wording] {
    let unknown = Wording("不在松弛中", "not in the relaxation")
    guard let estimate = priced.estimate else { return [unknown, Wording(same: "–")] }
    return [PriceTable.yuan(estimate), priced.boundChange.map(PriceTable.yuan) ?? Wording(same: "–")]
  }

  private func confirmed(_ price: MonthPrice) -> Wording {
    switch price.outcome {
    case nil: return Wording("不可放宽", "cannot be relaxed")
    case .noRoster(let isProved):
      return isProved
        ? Wording("没有班表能遵守硬规则（已证明）", "no roster keeps the hard rules (proved)")
        : Wording("未找到遵守硬规则的班表", "no roster that keeps the hard rules was found")
    case .planned:
      guard let change = prices.change(price), let range = prices.range(price) else { return Wording(same: "–") }
      let proved = "\(PriceTable.signed(range.lowerBound)) … \(PriceTable.signed(range.upperBound))"
      let said = PriceTable.signed(change)
      return prices.isWithinGaps(price)
        ? Wording("在差距之内（已证明在 \(proved) 之间）", "within the gap (proved: \(proved))")
        : Wording("\(said)（已证明在 \(proved) 之间）", "\(said) (proved: \(proved))")
    }
  }

  private var note: Wording {
    let sign = Wording("元/月；负数为节省。", "Yuan a month; below 0 it saves.")
    guard let base = prices.base else { return sign }
    let (objective, gap) = (base.objective.text(2), base.gap.text(2))
    return Wording(
      sign.chinese + "本月重新排班的成本 ¥\(objective)，差距 ¥\(gap)。",
      sign.english + " The month planned anew costs ¥\(objective), gap ¥\(gap).")
  }

  /// Infinite where no roster is left.
  private static func yuan(_ value: Double) -> Wording {
    value.isFinite ? Wording(same: signed(value)) : Wording("没有班表能遵守硬规则", "no roster keeps the hard rules")
  }

  /// Yuan with its sign in front.
  private static func signed(_ value: Double) -> String {
    let yuan = abs(value) < 0.005 ? 0 : value
    return (yuan > 0 ? "+" : yuan < 0 ? "-" : "") + "¥" + abs(yuan).text(2)
  }

  // MARK: JSON

  var json: JSONValue {
    .object([
      ("base", prices.base.map(PriceTable.json) ?? .null), ("prices", .array(prices.prices.map(json))),
    ])
  }

  private func json(_ price: MonthPrice) -> JSONValue {
    let priced = price.priced
    let isImpossible = priced.boundChange == .infinity
    var members: [(String, JSONValue)] = [
      ("rule", .text(priced.change.rule)), ("kind", .text(priced.change.kind.text)),
      ("unit", .text(priced.change.unit.english)), ("unitChinese", .text(priced.change.unit.chinese)),
      ("date", priced.date.map { .text("\($0)") } ?? .null), ("inRelaxation", .bool(priced.change.isInRelaxation)),
      ("estimate", PriceTable.number(priced.estimate)), ("boundChange", PriceTable.number(priced.boundChange)),
      ("noRoster", .bool(isImpossible || price.outcome == .noRoster(isProved: true))),
    ]
    guard let change = prices.change(price), let range = prices.range(price), case .planned(let cost)? = price.outcome
    else { return .object(members + [("confirmed", .null)]) }
    members.append(
      (
        "confirmed",
        .object([
          ("change", .number(change)), ("withinGap", .bool(prices.isWithinGaps(price))),
          ("least", .number(range.lowerBound)), ("most", .number(range.upperBound)),
          ("objective", .number(cost.objective)), ("lowerBound", .number(cost.lowerBound)),
        ])
      ))
    return .object(members)
  }

  private static func json(_ cost: PlannedCost) -> JSONValue {
    .object([("objective", .number(cost.objective)), ("lowerBound", .number(cost.lowerBound))])
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
  }
}

extension UnitChange.Kind {
  fileprivate var text: String {
    switch self {
    case .rule: "rule"
    case .definition: "definition"
    case .personMore(let grade): "\(grade.rawValue) more"
    case .personFewer(let grade): "\(grade.rawValue) fewer"
    }
  }
}
