internal import Foundation
internal import Vocabulary

/// The hard rules a planner has switched on: those with a weight have their price in the cost terms already.
extension UnitChanges {
  func switchedRules() -> [UnitChange] { personRules() + listedRules() + floorRules() }

  /// Rules on a person's days of which there is one at most.
  private func personRules() -> [UnitChange] {
    var changes: [UnitChange] = []
    if let rule = rules.minWorkRun, rule.weight == nil, rule.days > 1 {
      changes.append(
        relaxed("minWorkRun", limit("最少连续上班天数", "fewest days worked in a row", rule.days, -1), inRelaxation: false) {
          $0.rules.minWorkRun?.days -= 1
        })
    }
    if let rule = rules.minOffRun, rule.weight == nil, rule.days > 1 {
      changes.append(
        relaxed("minOffRun", limit("最少连续休息天数", "fewest days off in a row", rule.days, -1), inRelaxation: false) {
          $0.rules.minOffRun?.days -= 1
        })
    }
    changes += nightRuns()
    if let rule = rules.maxWeekends, rule.weight == nil {
      changes.append(
        relaxed("maxWeekends", limit("最多上班周末数", "most weekends worked", rule.max, 1), inRelaxation: false) {
          $0.rules.maxWeekends?.max += 1
        })
    }
    if let rule = rules.sameStart, rule.weight == nil {
      changes.append(
        relaxed("sameStart", Wording("取消一周同班次", "set aside"), inRelaxation: false) { $0.rules.sameStart = nil })
    }
    if let rule = rules.teamRotation, rule.weight == nil {
      changes.append(relaxed("teamRotation", Wording("取消班组轮班", "set aside")) { $0.rules.teamRotation = nil })
    }
    if let rule = rules.workingTime, rule.weight == nil { changes.append(workingTime(rule)) }
    return changes
  }

  private func nightRuns() -> [UnitChange] {
    guard let rule = rules.nightRuns, rule.weight == nil else { return [] }
    var changes: [UnitChange] = []
    if rule.max < problem.dayCount {
      changes.append(
        relaxed("nightRuns", limit("最多连续夜班", "most nights in a row", rule.max, 1), inRelaxation: false) {
          $0.rules.nightRuns?.max += 1
        })
    }
    if rule.daysOff > 0 {
      changes.append(
        relaxed("nightRuns", limit("夜班后休息天数", "days off after nights", rule.daysOff, -1), inRelaxation: false) {
          $0.rules.nightRuns?.daysOff -= 1
        })
    }
    return changes
  }

  /// By a normal shift. Averaged hours are a person's most hours, which the bound knows; weeks it does not.
  private func workingTime(_ rule: WorkingTime) -> UnitChange {
    let after = rule.overtimeHours + Decimal(Rules.normalDayMinutes / 60)
    let isAveraged = if case .standard = rule.system { false } else { true }
    return relaxed(
      "workingTime", limit("工时制加班上限（小时）", "most overtime hours by the system", "\(rule.overtimeHours)", "\(after)"),
      inRelaxation: isAveraged
    ) { $0.rules.workingTime?.overtimeHours = after }
  }

  /// Rules on a person's days that come as lists.
  private func listedRules() -> [UnitChange] {
    let limits = rules.maxDays.enumerated().filter { $1.weight == nil }.map { index, rule in
      relaxed(
        "maxDays", limit("\(rule.shifts.text) 最多天数", "most days of \(rule.shifts.text)", rule.max, 1),
        inRelaxation: false
      ) { $0.rules.maxDays[index].max += 1 }
    }
    let pairs = rules.forbiddenNextDay.enumerated().filter { $1.weight == nil }.map { index, rule in
      let text = "\(rule.from.text) → \(rule.to.text)"
      return relaxed("forbiddenNextDay", Wording("允许 \(text)", "\(text) allowed")) {
        $0.rules.forbiddenNextDay.remove(at: index)
      }
    }
    return limits + pairs
  }

  /// Rules between people.
  private func floorRules() -> [UnitChange] {
    var changes: [UnitChange] = []
    for (index, rule) in rules.minStaff.enumerated() where rule.weight == nil && rule.least > 0 {
      changes.append(
        relaxed("minStaff", limit("时段最少在线", "minimum staff", rule.least, -1), inRelaxation: false) {
          $0.rules.minStaff[index].least -= 1
        })
    }
    for (index, rule) in rules.skillNeeds.enumerated() where rule.weight == nil && rule.least > 0 {
      changes.append(
        relaxed(
          "skillNeeds", limit("时段最少 \(rule.skill)", "fewest with \(rule.skill)", rule.least, -1), inRelaxation: false
        ) { $0.rules.skillNeeds[index].least -= 1 })
    }
    for (index, rule) in rules.peopleOff.enumerated() where rule.weight == nil {
      if rule.least > 0 {
        changes.append(
          relaxed("peopleOff", limit("每天最少休息人数", "fewest people off", rule.least, -1), inRelaxation: false) {
            $0.rules.peopleOff[index].least -= 1
          })
      }
      if let most = rule.most {
        changes.append(
          relaxed("peopleOff", limit("每天最多休息人数", "most people off", most, 1), inRelaxation: false) {
            $0.rules.peopleOff[index].most = most + 1
          })
      }
    }
    if !centre.pairs.isEmpty, rules.pairs.weight == nil {
      changes.append(
        relaxed(
          "pairs", Wording("取消全部 \(centre.pairs.count) 对", "all \(centre.pairs.count) pairs set aside"),
          inRelaxation: false
        ) { $0.pairs = [] })
    }
    return changes
  }
}
