internal import Foundation
internal import Vocabulary

/// The settings that shape a plan most, in words.
struct InputsSummary {
  let centre: Centre
  let month: Month

  var rows: [(name: Wording, value: Wording)] { service + staff + rules + contract }

  private var service: [(name: Wording, value: Wording)] {
    let settings = centre.settings
    let target = NumberText.percent(settings.service.target)
    let seconds = NumberText.grouped(settings.service.within)
    let floor = NumberText.percent(settings.service.floor)
    return [
      (
        Wording("服务目标", "Service target"),
        Wording(
          "\(target)，\(seconds) 秒内，\(scope.chinese)；每半小时不低于 \(floor)",
          "\(target) within \(seconds) s, \(scope.english); at least \(floor) in every half-hour")
      ), (Wording("服务水平算法", "Service level formula"), Wording(same: settings.service.formula.rawValue)),
      (
        Wording("外包份额", "Share outsourced"), Wording(same: NumberText.percent(settings.share))
      ),
      (
        Wording("平均耐心", "Mean patience"),
        settings.patience.map { Wording("\(NumberText.grouped($0)) 秒", "\(NumberText.grouped($0)) s") }
          ?? Wording("不放弃", "never gives up")
      ),
      (
        Wording("耗损率、最高占用率", "Shrinkage, highest occupancy"),
        Wording(same: shrinkage(settings) + " · " + NumberText.percent(settings.maxOccupancy))
      ), (Wording("历史话务", "Call history"), history),
    ]
  }

  /// The rate, or the range of those that hold at different times.
  private func shrinkage(_ settings: CentreSettings) -> String {
    let rates = settings.shrinkageAtTimes.map(\.rate) + (settings.shrinkageAtTimes.isEmpty ? [settings.shrinkage] : [])
    let (low, high) = (rates.min() ?? 0, rates.max() ?? 0)
    return low == high ? NumberText.percent(low) : "\(NumberText.percent(low))–\(NumberText.percent(high))"
  }

  private var scope: Wording {
    switch centre.settings.service.scope {
    case .halfHour: Wording("按半小时", "by half-hour")
    case .day: Wording("按日", "by day")
    case .month: Wording("按月", "by month")
    }
  }

  private var history: Wording {
    guard let first = centre.calls.records.first?.start.date, let last = centre.calls.records.last?.start.date else {
      return Wording("无", "none")
    }
    let count = NumberText.grouped(centre.calls.records.count)
    return Wording("\(first) 至 \(last)，\(count) 个时段", "\(first) to \(last), \(count) records")
  }

  private var staff: [(name: Wording, value: Wording)] {
    let period = month.period
    let seats = Set(period.days.map { centre.settings.seats(on: $0) }).sorted()
    let leave = centre.leave.filter { period.contains($0.date) }
    let approved = leave.filter { $0.kind == .leave }.count
    return [
      (Wording("座席", "Seats"), Wording(same: seats.map { NumberText.grouped($0) }.joined(separator: " → "))),
      (
        Wording("休假与意愿", "Leave and wishes"),
        Wording(
          "批准休假 \(approved) 人天，意愿 \(leave.count - approved) 条",
          "\(approved) leave days, \(leave.count - approved) wishes"
        )
      ),
    ]
  }

  private var rules: [(name: Wording, value: Wording)] {
    let rules = centre.rules
    let share = NumberText.percent(rules.mealShare.doubleValue, decimals: 0)
    return [
      (
        Wording("主要规则", "Main rules"),
        Wording(
          "班间休息 \(NumberText.plain(rules.restHours)) 小时，连续至多 \(rules.maxConsecutiveDays) 天，月休至少 \(rules.minDaysOff) 天，早夜相差至多 \(rules.balance.tolerance) 天，夜7 至多 \(rules.lateNight.max) 天，同时用餐至多 \(share)，班长 1:\(rules.leadSpan)",
          "rest \(NumberText.plain(rules.restHours)) h, at most \(rules.maxConsecutiveDays) days in a row, at least \(rules.minDaysOff) days off, nights and earlies at most \(rules.balance.tolerance) apart, at most \(rules.lateNight.max) late nights, \(share) at meals at once, leads 1:\(rules.leadSpan)"
        )
      )
    ]
  }

  private var contract: [(name: Wording, value: Wording)] {
    let contract = centre.contract
    let prices = SeatKind.allCases.map { ($0.name, NumberText.fen(contract.seatPrice($0).price)) }
    let tiers = contract.coefficients.map { "≥\(NumberText.plain($0.from)): \(NumberText.plain($0.value))" }
    return [
      (
        Wording("合同单价", "Contract prices"),
        Wording(
          prices.map { "\($0.0.chinese) \($0.1)" }.joined(separator: "，"),
          prices.map { "\($0.0.english.lowercased()) \($0.1)" }.joined(separator: ", "))
      ),
      (
        Wording("标准工时", "Standard hours"),
        Wording(
          "合同 \(NumberText.plain(contract.standardHours)) 小时，法定 \(NumberText.plain(centre.rules.standardHours)) 小时",
          "contract \(NumberText.plain(contract.standardHours)) h, legal \(NumberText.plain(centre.rules.standardHours)) h"
        )
      ), (Wording("考核系数档", "Coefficient tiers"), Wording(same: tiers.joined(separator: " · "))),
    ]
  }
}
