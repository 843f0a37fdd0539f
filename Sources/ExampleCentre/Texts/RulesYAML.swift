internal import Foundation
internal import Vocabulary

/// `rules.yaml` with comments for the planner.
enum RulesYAML {
  static func text(_ rules: Rules) -> String {
    hardLimits(rules) + weights(rules.weights)
  }

  private static func hardLimits(_ rules: Rules) -> String {
    """
    # 排班规则：先是不可违反的硬性规则，后是以元计的软性权重。
    restHours: \(rules.restHours.plainText)                 # 两个班次之间至少休息的小时数
    maxConsecutiveDays: \(rules.maxConsecutiveDays)          # 最多连续上班天数，含上月末
    minDaysOff: \(rules.minDaysOff)                  # 每月至少休息天数，入离职者按比例
    standardHours: \(rules.standardHours.plainText)          # 月标准工时，超出部分为加班
    maxOvertimeHours: \(rules.maxOvertimeHours.plainText)           # 每月加班上限（小时）
    maxDailyOvertimeMinutes: \(rules.maxDailyOvertimeMinutes)   # 每日加班上限（分钟）
    # 夜班天数与早班天数基本持平：A 类天数与 B 类天数之差不超过 tolerance
    balance: {classesA: [\(classes(rules.balance.classesA))], classesB: [\(classes(rules.balance.classesB))], tolerance: \(rules.balance.tolerance)}
    lateNight: {max: \(rules.lateNight.max), min: \(rules.lateNight.min)}  # 每人每月夜7 天数：至多 max（硬性），至少 min（软性）
    mealShare: \(rules.mealShare.text(decimals: 2))              # 同时用餐人数占在岗人数的上限
    seatHeldDuringMeal: \(rules.seatHeldDuringMeal)       # 用餐时是否占用座席
    minOnPhone: \(rules.minOnPhone)                  # 营业的每个半小时至少有几人在线
    minHoursHard: \(rules.minHoursHard)            # true：任何人不得低于其保底工时
    leadSpan: \(rules.leadSpan)                   # 每名在岗班长最多带多少名在岗坐席，0 表示不检查

    """
  }

  private static func classes(_ classes: Set<ShiftClass>) -> String {
    ShiftClass.allCases.filter(classes.contains).map(\.rawValue).joined(separator: ", ")
  }

  private static func weights(_ weights: Rules.Weights) -> String {
    """
    weights:
      # 缺员：每有效坐席每半小时的代价，先是不超过需求 5 % 的部分，其后更贵
      under: [\(weights.under.map(piece).joined(separator: ", "))]
      over: \(weights.over.plainText)                     # 超过需求的每有效坐席每半小时
      shortHour: \(weights.shortHour.plainText)               # 低于保底工时的每小时
      imbalance: \(weights.imbalance.plainText)               # 夜班与早班天数之差，每天
      lateNightMissing: \(weights.lateNightMissing.plainText)        # 少于每月夜7 最低天数，每天
      noWeekendOff: \(weights.noWeekendOff.plainText)            # 全月没有一个完整周末休息
      refusedWish: \(weights.refusedWish.plainText)             # 每个未满足的愿望
      startChange: \(weights.startChange.plainText)              # 连续两天上班时间相差超过 60 分钟
      backward: \(weights.backward.plainText)                 # 次日上班提前 120 分钟及以上（逆向轮班）

    """
  }

  private static func piece(_ piece: Rules.UnderPiece) -> String {
    let limit = piece.upTo.map { "upTo: \($0.text(decimals: 2)), " } ?? ""
    return "{\(limit)perHalfHour: \(piece.perHalfHour.plainText)}"
  }
}
