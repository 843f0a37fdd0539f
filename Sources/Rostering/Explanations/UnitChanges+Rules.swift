internal import Foundation
internal import Vocabulary

/// The hard rules of every month, as far as they are on and could bind.
extension UnitChanges {
  /// R1 to R11.
  func numberedRules() -> [UnitChange] {
    [definition(), rest(), runs(), daysOff(), hours(), balance(), lateNights(), meals(), seats(), leave(), leads()]
      .compactMap { $0 }
  }

  private func definition() -> UnitChange {
    UnitChange(
      kind: .definition, rule: "R1",
      unit: Wording("最值的一天多一人可上班", "one more person who may work, on the day it is worth most"), isInRelaxation: true,
      centre: centre)
  }

  private func rest() -> UnitChange? {
    let before = rules.restHours
    guard before > 0 else { return nil }
    let after = max(0, before - 1)
    return relaxed("R2", limit("班次之间休息（小时）", "hours of rest between shifts", "\(before)", "\(after)")) {
      $0.rules.restHours = after
    }
  }

  private func runs() -> UnitChange? {
    let before = rules.maxConsecutiveDays
    return relaxed("R3", limit("最多连续上班天数", "most days in a row", before, 1)) {
      $0.rules.maxConsecutiveDays = before + 1
    }
  }

  private func daysOff() -> UnitChange? {
    let before = rules.minDaysOff
    guard before > 0 else { return nil }
    return relaxed("R4", limit("每月最少休息天数", "fewest days off", before, -1)) { $0.rules.minDaysOff = before - 1 }
  }

  /// By a normal shift: fewer hours would change nothing for whole shifts.
  private func hours() -> UnitChange? {
    let before = rules.maxOvertimeHours
    let after = before + Decimal(Rules.normalDayMinutes / 60)
    return relaxed("R5", limit("每月加班上限（小时）", "most overtime hours", "\(before)", "\(after)")) {
      $0.rules.maxOvertimeHours = after
    }
  }

  private func balance() -> UnitChange? {
    let before = rules.balance.tolerance
    guard problem.people.contains(where: \.isBalanced), before < problem.dayCount else { return nil }
    return relaxed("R6", limit("夜班与早班天数之差", "night and early days apart by", before, 1)) {
      $0.rules.balance.tolerance = before + 1
    }
  }

  private func lateNights() -> UnitChange? {
    let before = rules.lateNight.max
    guard problem.shifts.contains(where: \.isLateNight), before < problem.dayCount else { return nil }
    return relaxed("R7", limit("最多夜7 天数", "most late nights", before, 1)) { $0.rules.lateNight.max = before + 1 }
  }

  /// By five of a hundred: one changes nothing on floors of fewer than a hundred.
  private func meals() -> UnitChange? {
    let before = rules.mealShare
    guard before < 1, problem.shifts.contains(where: { !$0.mealStarts.isEmpty }) else { return nil }
    let after = min(1, before + Decimal(5) / 100)
    return relaxed(
      "R8", limit("同时用餐比例", "share at meals at once", "\(before)", "\(after)"), inRelaxation: false
    ) { $0.rules.mealShare = after }
  }

  private func seats() -> UnitChange? {
    relaxed("R9", Wording("全月每个半小时多一个座席", "one seat more in every half-hour")) {
      for entry in $0.settings.seats.indices { $0.settings.seats[entry].seats += 1 }
    }
  }

  /// Minimum hours stay as leave made them.
  private func leave() -> UnitChange? {
    let days = centre.leave.count { $0.kind == .leave && problem.period.contains($0.date) }
    guard days > 0 else { return nil }
    return relaxed("R10", Wording("\(days) 天批准的休假全部取消", "all \(days) days of approved leave set aside")) { changed in
      changed.leave.removeAll { $0.kind == .leave && problem.period.contains($0.date) }
      for person in problem.people {
        changed.agents[person.agentIndex].minHours = Decimal(person.minMinutes / 60).rounded(decimals: 6)
      }
    }
  }

  private func leads() -> UnitChange? {
    let before = rules.leadSpan
    guard before > 0 else { return nil }
    return relaxed("R11", limit("每名班长最多带的人数", "people for each team lead", before, 1)) {
      $0.rules.leadSpan = before + 1
    }
  }

  /// `minOnPhone`, `minHoursHard` and locks.csv.
  func keyedRules() -> [UnitChange] {
    var changes: [UnitChange] = []
    if rules.minOnPhone > 0 {
      changes.append(
        relaxed(
          "minOnPhone", limit("最少在线人数", "fewest on the phone", rules.minOnPhone, -1), inRelaxation: false
        ) { $0.rules.minOnPhone -= 1 })
    }
    if rules.minHoursHard {
      changes.append(
        relaxed("minHoursHard", Wording("最低工时改为软性", "minimum hours soft")) { $0.rules.minHoursHard = false })
    }
    let locks = centre.locks.count { problem.period.contains($0.date) }
    if locks > 0 {
      changes.append(
        relaxed("locks", Wording("\(locks) 个锁定日全部取消", "all \(locks) locked days set aside")) { changed in
          changed.locks.removeAll { problem.period.contains($0.date) }
        })
    }
    return changes
  }
}
