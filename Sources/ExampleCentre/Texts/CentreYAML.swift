internal import Foundation
internal import Vocabulary

/// `centre.yaml` with comments for the planner.
enum CentreYAML {
  static func text(_ settings: CentreSettings) -> String {
    """
    # 区域中心的基本情况与服务标准。本例的人员与话务均为合成数据。
    centre: \(settings.centre)          # 标识，用于文件名与结果
    name: \(settings.name)
    brand: \(settings.brand)
    language: \(settings.language?.rawValue ?? "zh")                 # 结果使用的语言：zh 或 en
    share: \(settings.share.text(decimals: 2))               # 呼入话务中分配给外包方的比例

    # 营业时间。days 可为 all、workdays、restdays、holidays 或 mon,tue,…；后面的条目覆盖前面的。
    open:
    \(settings.open.map(open).joined(separator: "\n"))

    service:
      target: \(settings.service.target.text(decimals: 2))            # 服务水平目标
      within: \(settings.service.within.text(decimals: 0))              # 秒内接起
      scope: \(settings.service.scope.rawValue)            # 目标的考核范围：halfHour 每半小时、day 每日、month 每月（按话务量加权）
      floor: \(settings.service.floor.text(decimals: 2))             # 任何半小时不得低于此值
      formula: \(settings.service.formula.rawValue)        # 计算口径：offered、answered、shortAbandonsGood、shortAbandonsOut
      uncertainty: \(settings.service.uncertainty.rawValue)   # expected：对预测分布取平均；mean：只看预测均值

    patience: \(settings.patience.map { $0.text(decimals: 0) } ?? "null")             # 用户平均愿意等待的秒数，null 表示一直等待
    aht: \(settings.averageHandlingTime.text(decimals: 0))                  # 平均处理时长（秒），calls.csv 中缺失时使用
    shrinkage: \(settings.shrinkage.text(decimals: 2))           # 在线时间中用于培训、辅导和临时缺勤的比例
    maxOccupancy: \(settings.maxOccupancy.text(decimals: 2))        # 通话利用率上限

    # 可用座席数，自某日起生效。12 月 10 日起新增一排座席。
    seats:
    \(settings.seats.map(seats).joined(separator: "\n"))

    """
  }

  private static func open(_ entry: OpeningEntry) -> String {
    "  - {days: \(days(entry.days)), from: \"\(entry.from)\", to: \"\(entry.to)\"}"
  }

  private static func days(_ days: OpeningEntry.Days) -> String {
    switch days {
    case .all: "all"
    case .workdays: "workdays"
    case .restdays: "restdays"
    case .holidays: "holidays"
    case .weekdays(let weekdays):
      "\"" + Weekday.allCases.filter(weekdays.contains).map { weekdayNames[$0.rawValue] }.joined(separator: ",") + "\""
    }
  }

  private static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func seats(_ entry: SeatsEntry) -> String {
    "  - {" + (entry.from.map { "from: \"\($0)\", " } ?? "") + "seats: \(entry.seats)}"
  }
}
