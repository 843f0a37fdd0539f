internal import Foundation
internal import Vocabulary
internal import Yams

/// `rules.yaml`.
enum RulesFile {
  static func read(_ map: YAMLMap, known: PlannerRulesFile.Known) -> Rules {
    var rules = Rules()
    rules.restHours = map.decimal("restHours", 0...48, decimals: 4) ?? rules.restHours
    rules.maxConsecutiveDays = map.whole("maxConsecutiveDays", 1...31) ?? rules.maxConsecutiveDays
    rules.minDaysOff = map.whole("minDaysOff", 0...31) ?? rules.minDaysOff
    rules.standardHours = map.decimal("standardHours", 1...744) ?? rules.standardHours
    rules.maxOvertimeHours = map.decimal("maxOvertimeHours", 0...744) ?? rules.maxOvertimeHours
    rules.maxDailyOvertimeMinutes = map.whole("maxDailyOvertimeMinutes", 0...960) ?? rules.maxDailyOvertimeMinutes
    if let balance = map.map("balance") {
      rules.balance.classesA = classes(balance, "classesA") ?? rules.balance.classesA
      rules.balance.classesB = classes(balance, "classesB") ?? rules.balance.classesB
      rules.balance.tolerance = balance.whole("tolerance", 0...31) ?? rules.balance.tolerance
      balance.warnOfUnknown()
    }
    if let late = map.map("lateNight") {
      rules.lateNight.max = late.whole("max", 0...31) ?? rules.lateNight.max
      rules.lateNight.min = late.whole("min", 0...31) ?? rules.lateNight.min
      if rules.lateNight.min > rules.lateNight.max {
        late.fail("min", Wording("不应大于 max", "expected at most max")) as Void?
      }
      late.warnOfUnknown()
    }
    rules.mealShare = map.decimal("mealShare", 0...1, decimals: 4) ?? rules.mealShare
    rules.seatHeldDuringMeal = map.bool("seatHeldDuringMeal") ?? rules.seatHeldDuringMeal
    rules.minOnPhone = map.whole("minOnPhone", 0...1_000_000) ?? 0
    rules.minHoursHard = map.bool("minHoursHard") ?? rules.minHoursHard
    rules.leadSpan = map.whole("leadSpan", 0...1_000_000) ?? rules.leadSpan
    PlannerRulesFile(map: map, known: known).read(into: &rules)
    if let weights = map.map("weights") { rules.weights = read(weights: weights) }
    map.warnOfUnknown()
    return rules
  }

  private static func read(weights map: YAMLMap) -> Rules.Weights {
    var weights = Rules.Weights()
    func weight(_ key: String, _ path: WritableKeyPath<Rules.Weights, Decimal>) {
      if let value = map.decimal(key, 0...1_000_000, decimals: 4) { weights[keyPath: path] = value }
    }
    weight("over", \.over)
    weight("shortHour", \.shortHour)
    weight("imbalance", \.imbalance)
    weight("lateNightMissing", \.lateNightMissing)
    weight("noWeekendOff", \.noWeekendOff)
    weight("refusedWish", \.refusedWish)
    weight("startChange", \.startChange)
    weight("backward", \.backward)
    weight("changedDay", \.changedDay)
    if let node = map.node("under") {
      if node.scalar != nil {
        weights.under =
          map.decimal("under", 0...1_000_000, decimals: 4).map { [Rules.UnderPiece(upTo: nil, perHalfHour: $0)] }
          ?? weights.under
      } else if let pieces = map.maps("under") {
        weights.under = underPieces(pieces, map)
      }
    }
    map.warnOfUnknown()
    return weights
  }

  private static func underPieces(_ maps: [YAMLMap], _ parent: YAMLMap) -> [Rules.UnderPiece] {
    var result: [Rules.UnderPiece] = []
    for (index, map) in maps.enumerated() {
      defer { map.warnOfUnknown() }
      guard let price = map.decimal("perHalfHour", 0...1_000_000, decimals: 4) else {
        map.missing("perHalfHour", Wording("应有单价", "expected a price"))
        continue
      }
      let upTo = map.decimal("upTo", 0...1_000, decimals: 4)
      if index < maps.count - 1 && upTo == nil {
        map.missing("upTo", Wording("除最后一段外都应有 upTo", "expected upTo on every piece but the last"))
      }
      if let last = result.last {
        if price < last.perHalfHour {
          map.fail(
            "perHalfHour",
            Wording("单价不应低于前一段 \(last.perHalfHour)", "expected at least the piece before, \(last.perHalfHour)"))
            as Void?
        }
        if let upTo, let before = last.upTo, upTo <= before {
          map.fail("upTo", Wording("应大于前一段 \(before)", "expected more than the piece before, \(before)")) as Void?
        }
      }
      result.append(Rules.UnderPiece(upTo: index == maps.count - 1 ? nil : upTo, perHalfHour: price))
    }
    if maps.isEmpty { parent.fail("under", Wording("应至少有一段", "expected at least one piece")) as Void? }
    return result
  }

  private static func classes(_ map: YAMLMap, _ key: String) -> Set<ShiftClass>? {
    guard let nodes = map.list(key) else { return nil }
    return Set(
      nodes.compactMap { node in
        if let value = node.scalar.flatMap({ ShiftClass(rawValue: $0.string) }) { return value }
        let known = ShiftClass.allCases.map(\.rawValue)
        return map.fail(
          node, key,
          Wording("应为 \(known.joined(separator: "、")) 之一", "expected one of \(known.joined(separator: ", "))"))
      })
  }
}
